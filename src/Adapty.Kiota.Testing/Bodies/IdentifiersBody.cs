namespace Adapty.Kiota.Testing.Bodies;

/// <summary>The user's ids in other services: all names are there, with null where there is no id.</summary>
internal static class IdentifiersBody
{
    public static readonly string[] Names =
    [
        "adjust_device_id",
        "airbridge_device_id",
        "amplitude_device_id",
        "amplitude_user_id",
        "appmetrica_device_id",
        "appmetrica_profile_id",
        "appsflyer_id",
        "branch_id",
        "facebook_anonymous_id",
        "firebase_app_instance_id",
        "mixpanel_user_id",
        "one_signal_player_id",
        "one_signal_subscription_id",
        "posthog_distinct_user_id",
        "pushwoosh_hwid",
        "tenjin_analytics_installation_id",
    ];

    public static byte[] Write(Dictionary<string, string> identifiers) => ApiJson.Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var name in Names)
            writer.WriteString(name, identifiers.GetValueOrDefault(name));
        writer.WriteEndObject();
    });
}
