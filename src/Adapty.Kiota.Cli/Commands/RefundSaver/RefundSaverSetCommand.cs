using System.CommandLine;
using System.CommandLine.Parsing;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.RefundSaver;

/// <summary><c>adapty refund-saver set</c>.</summary>
internal sealed class RefundSaverSetCommand : ApiCommand
{
    private readonly ProfileKeyOptions _key = new();
    private readonly ValueOption<string> _consent = ValueOptions.YesNo("--consent", "Whether the user has agreed that data goes to Apple.");

    private readonly ValueOption<string> _preference = ValueOptions.Choice(
        "--preference", "What Apple is asked to do with a request for a refund.", RefundPreferences.Grant, RefundPreferences.NoPreference, RefundPreferences.Decline);

    public RefundSaverSetCommand(ToolHost host) : base(host, "set", "Sets how Adapty answers Apple when a user asks for a refund.")
    {
        _key.AddTo(this);
        AddOptions(_consent, _preference);
        Validators.Add(RequireOne);
    }

    public override string HelpNotes => """
        Example:
          adapty refund-saver set --customer-user-id user-42 --consent true --preference decline --demo
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var request = new SetRefundSaverSettingsRequest { Consent = arguments.GetYesNo(_consent), CustomPreference = arguments.GetValue(_preference) };
        var settings = await session.Adapty.RefundSaver.SetSettingsAsync(_key.Of(arguments), request, cancellationToken);
        session.Print(output => RefundSaverSummary.Write(output, settings));
        return ExitCode.Ok;
    }

    private void RequireOne(CommandResult result)
    {
        if (result.GetResult(_consent) is null && result.GetResult(_preference) is null)
            result.AddError($"Give {_consent.Name}, {_preference.Name}, or both.");
    }
}
