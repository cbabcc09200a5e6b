using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Bodies;

internal static class RefundSaverBody
{
    public static byte[] Write(string profileId, RefundSaverSettings settings) => ApiJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("profile_id", profileId);
        writer.WriteStartObject("settings");
        writer.WriteBoolean("consent", settings.Consent);
        writer.WriteString("custom_preference", settings.CustomPreference);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });
}
