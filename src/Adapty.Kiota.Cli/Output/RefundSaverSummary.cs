using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Output;

/// <summary>The refund saver's settings for people. What applies when nothing was set is not documented by Adapty.</summary>
internal static class RefundSaverSummary
{
    public static void Write(TextWriter output, ProfileRefundSaverSettings settings)
    {
        Field.Write(output, "Profile id", settings.ProfileId);
        Field.Write(output, "Consent", settings.Settings?.Consent switch { true => "yes", false => "no", null => null }, none: "not set");
        Field.Write(output, "Preference", settings.Settings?.CustomPreference, none: "not set");
    }
}
