using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.RefundSaver;

/// <summary><c>adapty refund-saver get</c>.</summary>
internal sealed class RefundSaverGetCommand(ToolHost host)
    : ProfileCommand(host, "get", "Shows how Adapty answers Apple when a user asks for a refund.")
{
    public override string HelpNotes => """
        Example:
          adapty refund-saver get --customer-user-id user-42 --demo
        """;

    /// <summary>Adapty does not document what applies when nothing was set.</summary>
    public static void Write(TextWriter output, ProfileRefundSaverSettings settings)
    {
        output.WriteField("Profile id", settings.ProfileId);
        output.WriteField("Consent", settings.Settings?.Consent switch { true => "yes", false => "no", null => null }, none: "not set");
        output.WriteField("Preference", settings.Settings?.CustomPreference, none: "not set");
    }

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = await session.Adapty.RefundSaver.GetSettingsAsync(KeyOf(arguments), cancellationToken);
        session.Print(output => Write(output, settings));
    }
}
