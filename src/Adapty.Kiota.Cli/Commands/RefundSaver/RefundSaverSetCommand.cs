using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.RefundSaver;

/// <summary><c>adapty refund-saver set</c>.</summary>
internal sealed class RefundSaverSetCommand : ProfileCommand
{
    private readonly PropertyOptions<SetRefundSaverSettingsRequest> _settings = new()
    {
        { ValueOption.Boolean("--consent", "Whether the user has agreed that data goes to Apple."),
            (settings, text) => settings.Consent = text == "true" },
        { ValueOption.Choice("--preference", "What Apple is asked to do with a request for a refund.", RefundPreferences.All),
            (settings, preference) => settings.CustomPreference = preference },
    };

    public RefundSaverSetCommand(ToolHost host) : base(host, "set", "Sets how Adapty answers Apple when a user asks for a refund.")
    {
        AddOptions(_settings);
        Validators.Add(result =>
        {
            if (_settings.FirstIn(result) is null)
                result.AddError("Give --consent, --preference, or both.");
        });
    }

    public override string HelpNotes => """
        Example:
          adapty refund-saver set --customer-user-id user-42 --consent true --preference decline --demo
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var request = _settings.ApplyTo(new SetRefundSaverSettingsRequest(), arguments);
        var settings = await session.Adapty.RefundSaver.SetSettingsAsync(KeyOf(arguments), request, cancellationToken);
        session.Print(output => RefundSaverGetCommand.Write(output, settings));
    }
}
