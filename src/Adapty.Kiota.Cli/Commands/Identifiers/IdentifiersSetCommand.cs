using System.CommandLine;
using System.CommandLine.Parsing;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Identifiers;

/// <summary><c>adapty identifiers set</c>.</summary>
internal sealed class IdentifiersSetCommand : ApiCommand
{
    private readonly ProfileKeyOptions _key = new();

    private readonly IReadOnlyList<(Identifier Identifier, ValueOption<string> Option)> _ids =
        [.. Identifier.All.Select(identifier => (identifier, ValueOptions.Text($"--{identifier.Name}", "id", "")))];

    public IdentifiersSetCommand(ToolHost host) : base(host, "set", "Tells Adapty under which ids other services know a user; those not given stay.")
    {
        _key.AddTo(this);
        AddOptions([.. _ids.Select(id => id.Option)]);
        Validators.Add(RequireOne);
    }

    public override string HelpNotes => """
        Adapty answers without a body: --json prints nothing.

        Example:
          adapty identifiers set --customer-user-id user-42 --amplitude-user-id a-42 --branch-id b-42 --demo
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var identifiers = new IntegrationIdentifiers();
        foreach (var (identifier, option) in _ids)
        {
            if (arguments.GetValue(option) is { } id)
                identifier.Set(identifiers, id);
        }

        await session.Adapty.Integrations.SetIdentifiersAsync(_key.Of(arguments), identifiers, cancellationToken);
        session.Print(output => output.WriteLine("The identifiers are set."));
        return ExitCode.Ok;
    }

    private void RequireOne(CommandResult result)
    {
        if (_ids.All(id => result.GetResult(id.Option) is null))
            result.AddError("Give at least one identifier, such as --amplitude-user-id.");
    }
}
