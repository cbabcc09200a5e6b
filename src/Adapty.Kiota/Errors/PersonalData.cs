using System.Text.Json;

namespace Adapty.Kiota.Errors;

/// <summary>The names of the API's fields whose values name a person or stand for one.</summary>
internal static class PersonalData
{
    private static readonly string[] Names =
    [
        "customer_user_id", "profile_id", "email", "first_name", "last_name", "phone_number", "birthday", "ip_v4_address",
        "store_account_token", "stripe_token", "paddle_token", "device_id", "idfa", "idfv", "advertising_id", "android_id", "android_app_set_id",
        // The user's ids in other services.
        "adjust_device_id", "airbridge_device_id", "amplitude_device_id", "amplitude_user_id", "appmetrica_device_id", "appmetrica_profile_id",
        "appsflyer_id", "branch_id", "facebook_anonymous_id", "firebase_app_instance_id", "mixpanel_user_id", "one_signal_player_id",
        "one_signal_subscription_id", "posthog_distinct_user_id", "pushwoosh_hwid", "tenjin_analytics_installation_id",
    ];

    public static bool IsPersonal(ReadOnlySpan<char> name)
    {
        foreach (var personal in Names)
        {
            if (name.Equals(personal, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The personal values in a request's body, as Adapty's words may repeat them.</summary>
    public static IEnumerable<string> In(byte[] requestBody)
    {
        var values = new List<string>();
        var reader = new Utf8JsonReader(requestBody);
        var personal = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
                personal = IsPersonal(reader.GetString());
            else if (personal && reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } value)
                values.Add(value);
        }

        return values;
    }
}
