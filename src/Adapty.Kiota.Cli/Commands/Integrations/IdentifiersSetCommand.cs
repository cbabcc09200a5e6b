using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Integrations;

/// <summary><c>adapty identifiers set</c>.</summary>
internal sealed class IdentifiersSetCommand : ProfileCommand
{
    private readonly PropertyOptions<IntegrationIdentifiers> _ids = new();

    public IdentifiersSetCommand(ToolHost host)
        : base(host, "set", "Tells Adapty under which ids other services know a user; those not given stay.")
    {
        foreach (var identifier in Identifier.All)
            _ids.Add(ValueOption.String($"--{identifier.Name}", "id", ""), identifier.Set);
        AddOptions(_ids);
        Validators.Add(result =>
        {
            if (_ids.FirstIn(result) is null)
                result.AddError("Give at least one identifier, such as --amplitude-user-id.");
        });
    }

    public override string HelpNotes => """
        Adapty sends no body: --json prints nothing.

        Example:
          adapty identifiers set --customer-user-id user-42 --amplitude-user-id a-42 --branch-id b-42 --demo
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var identifiers = _ids.ApplyTo(new IntegrationIdentifiers(), arguments);
        await session.Adapty.Integrations.SetIdentifiersAsync(KeyOf(arguments), identifiers, cancellationToken);
        session.Print(output => output.WriteLine("The identifiers are set."));
    }
}
