using System.Globalization;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Output;

/// <summary>A profile for people.</summary>
internal static class ProfileSummary
{
    public static void Write(TextWriter output, Profile profile, DateTimeOffset now)
    {
        WriteIds(output, profile);
        Field.Write(output, "App id", profile.AppId);
        Field.Write(output, "Revenue", profile.TotalRevenueUsd is { } revenue ? revenue.ToString("0.00 'USD'", CultureInfo.InvariantCulture) : null);

        WriteAccessLevels(output, profile, now);
        Subscriptions(profile.Subscriptions ?? []).WriteBlock(output, "Subscriptions");
        Purchases(profile.NonSubscriptions ?? []).WriteBlock(output, "One-time purchases");
        Attributes(profile.CustomAttributes ?? []).WriteBlock(output, "Custom attributes");
    }

    /// <summary>Only who it is and what they may use, for the commands that change the latter.</summary>
    public static void WriteAccess(TextWriter output, Profile profile, DateTimeOffset now)
    {
        WriteIds(output, profile);
        WriteAccessLevels(output, profile, now);
    }

    private static void WriteIds(TextWriter output, Profile profile)
    {
        Field.Write(output, "Profile id", profile.ProfileId);
        Field.Write(output, "Customer user id", profile.CustomerUserId, none: "none (anonymous)");
    }

    private static void WriteAccessLevels(TextWriter output, Profile profile, DateTimeOffset now) =>
        AccessLevels(profile.AccessLevels ?? [], now).WriteBlock(output, "Access levels");

    private static TextTable AccessLevels(List<AccessLevel> levels, DateTimeOffset now)
    {
        var table = new TextTable("LEVEL", "STATE", "UNTIL", "STORE", "PRODUCT", "NOTES");
        foreach (var level in levels)
        {
            var state = StateOf(level, now);
            table.Add(
                level.AccessLevelId,
                state,
                level.ExpiresAt is { } expiry ? Instant.Of(expiry) : "for life",
                level.Store,
                Product(level.StoreProductId, level.StoreBasePlanId),
                Notes(
                    level.StartsAt > now ? $"starts {Instant.Of(level.StartsAt)}" : null,
                    level.IsInGracePeriod == true ? "in grace period" : null,
                    Since("renewal cancelled", level.RenewalCancelledAt),
                    Since("billing issue", level.BillingIssueDetectedAt),
                    level.CancellationReason,
                    Offer(level.Offer)));
        }

        return table;
    }

    /// <summary>Whether it is active is the SDK's to say; here are only the words for why not.</summary>
    private static string StateOf(AccessLevel level, DateTimeOffset now)
    {
        if (level.IsActiveAt(now))
            return "active";
        if (level.ExpiresAt <= now)
            return "expired";
        return level.StartsAt >= level.ExpiresAt ? "never active" : "starts later";
    }

    /// <summary>Without a state: only access levels say what the user may use. A missing expiry says nothing here, so it stays blank.</summary>
    private static TextTable Subscriptions(List<Subscription> subscriptions)
    {
        var table = new TextTable("PRODUCT", "STORE", "ENVIRONMENT", "PURCHASED", "EXPIRES", "NOTES");
        foreach (var subscription in subscriptions)
        {
            table.Add(
                Product(subscription.StoreProductId, subscription.StoreBasePlanId),
                subscription.Store,
                subscription.Environment,
                Instant.Of(subscription.PurchasedAt),
                Instant.Of(subscription.ExpiresAt),
                Notes(
                    subscription.IsInGracePeriod == true ? "in grace period" : null,
                    Since("renewal cancelled", subscription.RenewalCancelledAt),
                    Since("billing issue", subscription.BillingIssueDetectedAt),
                    subscription.CancellationReason,
                    Offer(subscription.Offer)));
        }

        return table;
    }

    private static TextTable Purchases(List<NonSubscription> purchases)
    {
        var table = new TextTable("PRODUCT", "STORE", "ENVIRONMENT", "PURCHASED", "NOTES");
        foreach (var purchase in purchases)
        {
            table.Add(
                Product(purchase.StoreProductId, purchase.StoreBasePlanId),
                purchase.Store,
                purchase.Environment,
                Instant.Of(purchase.PurchasedAt),
                Notes(purchase.IsRefund == true ? "refunded" : null, purchase.IsConsumable == true ? "consumable" : null));
        }

        return table;
    }

    private static TextTable Attributes(List<CustomAttribute> attributes)
    {
        var table = new TextTable("NAME", "VALUE");
        foreach (var attribute in attributes)
            table.Add(attribute.Key, attribute.Value?.ToString());
        return table;
    }

    /// <summary>A base plan in the form in which Adapty's requests take it.</summary>
    private static string? Product(string? product, string? basePlan) => string.IsNullOrEmpty(basePlan) ? product : $"{product}:{basePlan}";

    private static string? Since(string what, DateTimeOffset? instant) => instant is { } known ? $"{what} {Instant.Of(known)}" : null;

    private static string? Offer(Offer? offer) =>
        offer is null ? null : $"offer {string.Join(' ', new[] { offer.Category, offer.Type, offer.Id }.Where(part => !string.IsNullOrEmpty(part)))}".TrimEnd();

    private static string Notes(params string?[] notes) => string.Join(", ", notes.Where(note => !string.IsNullOrEmpty(note)));
}
