using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Commands.Integrations;

/// <summary><c>adapty identifiers get</c>.</summary>
internal sealed class IdentifiersGetCommand(ToolHost host)
    : ProfileCommand(host, "get", "Shows under which ids other services know a user.")
{
    public override string HelpNotes => """
        Example:
          adapty identifiers get --customer-user-id user-42 --demo
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var ids = await session.Adapty.Integrations.GetIdentifiersAsync(KeyOf(arguments), cancellationToken);
        session.Print(output =>
        {
            List<Identifier> known = [.. Identifier.All.Where(identifier => identifier.Get(ids) is not null)];
            if (known.Count == 0)
                output.WriteLine("There are no identifiers.");
            else
                output.WriteTable(known, ["IDENTIFIER", "VALUE"], identifier => [identifier.Name, identifier.Get(ids)]);
        });
    }
}
