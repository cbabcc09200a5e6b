using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.State;

/// <summary>
/// How the access levels of one user change. A level may have several entries, from purchases and a grant: one that is active is
/// enough. An entry that has ended stays until another of the same level replaces it.
/// </summary>
internal static class AccessLevelEntries
{
    private const string GrantProduct = "adapty_server_side_product";

    public static IEnumerable<AccessLevel> Of(Profile profile, string? id) =>
        profile.AccessLevels!.Where(level => level.AccessLevelId == id);

    /// <summary>
    /// Extends the active entry: the later end wins, and an entry without an end keeps none. A grant that starts later is
    /// an entry of its own, and replaces an earlier one that has not started.
    /// </summary>
    public static void Grant(Profile profile, string id, DateTimeOffset? startsAt, DateTimeOffset? expiresAt, DateTimeOffset now, Ids ids)
    {
        var startsLater = startsAt > now;
        if (!startsLater && Of(profile, id).FirstOrDefault(level => level.IsActiveAt(now)) is { } active)
        {
            if (expiresAt is null || expiresAt > active.ExpiresAt)
                active.ExpiresAt = expiresAt;
            return;
        }

        var transaction = ids.NextTransaction();
        var granted = new AccessLevel
        {
            AccessLevelId = id,
            Store = Stores.Adapty,
            StoreProductId = GrantProduct,
            StoreTransactionId = transaction,
            StoreOriginalTransactionId = transaction,
            StartsAt = startsAt,
            PurchasedAt = now,
            OriginallyPurchasedAt = now,
            ExpiresAt = expiresAt,
            IsInGracePeriod = false,
        };
        Set(profile, granted, other => startsLater && other.StartsAt > now && other.Store == Stores.Adapty, now);
    }

    /// <summary>The latest end of a level's entries; null if one of them never ends.</summary>
    public static DateTimeOffset? End(Profile profile, string id) =>
        Of(profile, id).Any(level => level.ExpiresAt is null) ? null : Of(profile, id).Max(level => level.ExpiresAt);

    /// <summary>Ends every entry of a level at an instant, unless it ends earlier.</summary>
    public static void Revoke(Profile profile, string id, DateTimeOffset at)
    {
        foreach (var level in Of(profile, id))
            EndAt(level, at);
    }

    /// <summary>Replaces the entry of the same chain of transactions, with the extensions and revocations that it had.</summary>
    public static void Buy(Profile profile, AccessLevel level) =>
        Set(profile, level, other => IsOfChain(other, level.Store, level.StoreOriginalTransactionId), level.PurchasedAt!.Value);

    /// <summary>A chain that changes to another product ends the other levels that it gave.</summary>
    public static void EndChain(Profile profile, PurchaseTransaction purchase, string? except)
    {
        foreach (var level in profile.AccessLevels!)
        {
            if (level.AccessLevelId != except && IsOfChain(level, purchase.Store, purchase.StoreOriginalTransactionId))
                EndAt(level, purchase.PurchasedAt!.Value);
        }
    }

    /// <summary>Replaces the entry of the level that matches, or else one that has ended; adds the level if there is neither.</summary>
    private static void Set(Profile profile, AccessLevel level, Func<AccessLevel, bool> matches, DateTimeOffset now)
    {
        var entries = Of(profile, level.AccessLevelId).ToList();
        var replaced = entries.Find(other => matches(other)) ?? entries.Find(other => other.ExpiresAt <= now);
        profile.AccessLevels!.Set(level, other => other == replaced);
    }

    private static void EndAt(AccessLevel level, DateTimeOffset instant) =>
        level.ExpiresAt = level.ExpiresAt < instant ? level.ExpiresAt : instant;

    private static bool IsOfChain(AccessLevel level, string? store, string? originalTransactionId) =>
        level.Store == store && level.StoreOriginalTransactionId == originalTransactionId;
}
