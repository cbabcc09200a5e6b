using System.Text.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Bodies;

/// <summary>The answer of every operation that returns a profile. Fields and their order are those of Adapty's Get profile page.</summary>
internal static class ProfileBody
{
    public static byte[] Write(Profile profile, DateTimeOffset now) => ApiJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("data");
        WriteFields(writer, profile, now);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static void WriteFields(Utf8JsonWriter writer, Profile profile, DateTimeOffset now)
    {
        writer.WriteString("app_id", profile.AppId);
        writer.WriteString("profile_id", profile.ProfileId);
        writer.WriteString("customer_user_id", profile.CustomerUserId);
        writer.WriteNumber("total_revenue_usd", profile.TotalRevenueUsd ?? 0);
        writer.WriteString("segment_hash", profile.SegmentHash);
        // That of the answer, not of the profile.
        writer.WriteNumber("timestamp", now.ToUnixTimeMilliseconds());
        writer.WriteArray("custom_attributes", profile.CustomAttributes, CustomAttributeBody.Write);
        writer.WriteArray("access_levels", profile.AccessLevels, AccessLevelBody.Write);
        writer.WriteArray("subscriptions", profile.Subscriptions, SubscriptionBody.Write);
        writer.WriteArray("non_subscriptions", profile.NonSubscriptions, NonSubscriptionBody.Write);
        writer.WriteAdditional(profile.AdditionalData);
    }
}
