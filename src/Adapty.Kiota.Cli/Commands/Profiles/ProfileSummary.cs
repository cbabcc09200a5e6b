using System.Globalization;
using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Profiles;

/// <summary>A profile for people.</summary>
internal static class ProfileSummary
{
    public static void Write(TextWriter output, Profile profile, DateTimeOffset now)
    {
        WriteIds(output, profile);
        output.WriteField("App id", profile.AppId);
        output.WriteField("Revenue", profile.TotalRevenueUsd?.ToString("0.00 'USD'", CultureInfo.InvariantCulture));
        WriteAccessLevels(output, profile, now);
        WriteSubscriptions(output, profile);
        WritePurchases(output, profile);
        output.WriteBlock("Custom attributes", profile.CustomAttributes, ["NAME", "VALUE"], attribute =>
            [attribute.Key, attribute.Value?.ToString()]);
    }

    /// <summary>Only the ids and what the user may use, for the commands that change the latter.</summary>
    public static void WriteAccess(TextWriter output, Profile profile, DateTimeOffset now)
    {
        WriteIds(output, profile);
        WriteAccessLevels(output, profile, now);
    }

    private static void WriteIds(TextWriter output, Profile profile)
    {
        output.WriteField("Profile id", profile.ProfileId);
        output.WriteField("Customer user id", profile.CustomerUserId, none: "none (anonymous)");
    }

    private static void WriteAccessLevels(TextWriter output, Profile profile, DateTimeOffset now) => output.WriteBlock(
        "Access levels",
        profile.AccessLevels,
        ["LEVEL", "STATE", "UNTIL", "STORE", "PRODUCT", "NOTES"],
        level =>
        [
            level.AccessLevelId,
            StateOf(level, now),
            Text.Of(level.ExpiresAt) ?? "for life",
            level.Store,
            Product(level.StoreProductId, level.StoreBasePlanId),
            Notes(
                level.StartsAt > now ? $"starts {Text.Of(level.StartsAt)}" : null,
                level.IsInGracePeriod == true ? "in grace period" : null,
                Since("renewal cancelled", level.RenewalCancelledAt),
                Since("billing issue", level.BillingIssueDetectedAt),
                level.CancellationReason,
                Offer(level.Offer)),
        ]);

    /// <summary>The SDK decides whether a level is active; here are only the words for why not.</summary>
    private static string StateOf(AccessLevel level, DateTimeOffset now)
    {
        if (level.IsActiveAt(now))
            return "active";
        if (level.ExpiresAt <= now)
            return "expired";
        return level.StartsAt >= level.ExpiresAt ? "never active" : "starts later";
    }

    /// <summary>
    /// Without a state: only access levels say what the user may use. A missing expiry has no meaning here, so its cell is empty.
    /// </summary>
    private static void WriteSubscriptions(TextWriter output, Profile profile) => output.WriteBlock(
        "Subscriptions",
        profile.Subscriptions,
        ["PRODUCT", "STORE", "ENVIRONMENT", "PURCHASED", "EXPIRES", "NOTES"],
        subscription =>
        [
            Product(subscription.StoreProductId, subscription.StoreBasePlanId),
            subscription.Store,
            subscription.Environment,
            Text.Of(subscription.PurchasedAt),
            Text.Of(subscription.ExpiresAt),
            Notes(
                subscription.IsInGracePeriod == true ? "in grace period" : null,
                Since("renewal cancelled", subscription.RenewalCancelledAt),
                Since("billing issue", subscription.BillingIssueDetectedAt),
                subscription.CancellationReason,
                Offer(subscription.Offer)),
        ]);

    private static void WritePurchases(TextWriter output, Profile profile) => output.WriteBlock(
        "One-time purchases",
        profile.NonSubscriptions,
        ["PRODUCT", "STORE", "ENVIRONMENT", "PURCHASED", "NOTES"],
        purchase =>
        [
            Product(purchase.StoreProductId, purchase.StoreBasePlanId),
            purchase.Store,
            purchase.Environment,
            Text.Of(purchase.PurchasedAt),
            Notes(purchase.IsRefund == true ? "refunded" : null, purchase.IsConsumable == true ? "consumable" : null),
        ]);

    /// <summary>With a base plan as Adapty's requests name it.</summary>
    private static string? Product(string? product, string? basePlan) => string.IsNullOrEmpty(basePlan) ? product : $"{product}:{basePlan}";

    private static string? Since(string what, DateTimeOffset? instant) => instant is null ? null : $"{what} {Text.Of(instant)}";

    private static string? Offer(Offer? offer) => offer is null ? null : Join(" ", "offer", offer.Category, offer.Type, offer.Id);

    private static string Notes(params string?[] notes) => Join(", ", notes);

    private static string Join(string separator, params string?[] parts) =>
        string.Join(separator, parts.Where(part => !string.IsNullOrEmpty(part)));
}
