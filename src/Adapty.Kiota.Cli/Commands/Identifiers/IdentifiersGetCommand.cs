using System.CommandLine;
using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Commands.Identifiers;

/// <summary><c>adapty identifiers get</c>.</summary>
internal sealed class IdentifiersGetCommand : ApiCommand
{
    private readonly ProfileKeyOptions _key = new();

    public IdentifiersGetCommand(ToolHost host) : base(host, "get", "Shows under which ids other services know a user.")
    {
        _key.AddTo(this);
    }

    public override string HelpNotes => """
        Example:
          adapty identifiers get --customer-user-id user-42 --demo
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var ids = await session.Adapty.Integrations.GetIdentifiersAsync(_key.Of(arguments), cancellationToken);
        session.Print(output =>
        {
            var table = new TextTable("IDENTIFIER", "VALUE");
            foreach (var identifier in Identifier.All)
            {
                if (identifier.Get(ids) is { } id)
                    table.Add(identifier.Name, id);
            }

            if (table.IsEmpty)
                output.WriteLine("There are no identifiers.");
            else
                table.Write(output);
        });
        return ExitCode.Ok;
    }
}
