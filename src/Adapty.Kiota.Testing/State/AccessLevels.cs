using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.State;

/// <summary>
/// How one user's access levels change. A level may have several entries, from a purchase, another one and a grant: any that
/// is active counts. An entry that is over stays, until one of the same level takes its place.
/// </summary>
internal static class AccessLevels
{
    private const string GrantProduct = "adapty_server_side_product";

    /// <summary>
    /// Extends the entry that is active: the later end wins, and one without an end keeps none. A grant that starts later
    /// is an entry of its own, in place of an earlier such one.
    /// </summary>
    public static void Grant(Profile profile, string id, DateTimeOffset? startsAt, DateTimeOffset? expiresAt, DateTimeOffset now, Ids ids)
    {
        var levels = profile.AccessLevels!;
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
        var scheduled = startsLater ? levels.FindIndex(level => level.AccessLevelId == id && level.StartsAt > now && level.Store == Stores.Adapty) : -1;
        if (scheduled >= 0)
            levels[scheduled] = granted;
        else
            Add(levels, granted, now);
    }

    /// <summary>The end of all entries of a level; null for one that never ends.</summary>
    public static DateTimeOffset? End(Profile profile, string id)
    {
        DateTimeOffset end = DateTimeOffset.MinValue;
        foreach (var level in Of(profile, id))
        {
            if (level.ExpiresAt is not { } expiresAt)
                return null;
            end = expiresAt > end ? expiresAt : end;
        }

        return end;
    }

    /// <summary>Ends every entry of a level that would go on after an instant.</summary>
    public static void Revoke(Profile profile, string id, DateTimeOffset at)
    {
        foreach (var level in Of(profile, id))
            EndAt(level, at);
    }

    public static bool Has(Profile profile, string id) => Of(profile, id).Any();

    /// <summary>A transaction of the same chain takes the place of the one before it, whatever has become of that: a grant's extension and a revocation are gone.</summary>
    public static void Buy(Profile profile, AccessLevel level)
    {
        var levels = profile.AccessLevels!;
        var index = levels.FindIndex(other => other.AccessLevelId == level.AccessLevelId && IsOfChain(other, level.Store, level.StoreOriginalTransactionId));
        if (index >= 0)
            levels[index] = level;
        else
            Add(levels, level, level.PurchasedAt ?? DateTimeOffset.MinValue);
    }

    /// <summary>A chain that changes to another product leaves what the earlier one gave.</summary>
    public static void EndChain(Profile profile, Purchase purchase, string? except)
    {
        foreach (var level in profile.AccessLevels!)
        {
            if (level.AccessLevelId != except && IsOfChain(level, purchase.Store, purchase.OriginalTransactionId))
                EndAt(level, purchase.PurchasedAt);
        }
    }

    private static void Add(List<AccessLevel> levels, AccessLevel level, DateTimeOffset now)
    {
        var over = levels.FindIndex(other => other.AccessLevelId == level.AccessLevelId && other.ExpiresAt <= now);
        if (over >= 0)
            levels[over] = level;
        else
            levels.Add(level);
    }

    private static void EndAt(AccessLevel level, DateTimeOffset instant)
    {
        if (level.ExpiresAt is not { } expiresAt || expiresAt > instant)
            level.ExpiresAt = instant;
    }

    private static bool IsOfChain(AccessLevel level, string? store, string? originalTransactionId) =>
        level.Store == store && level.StoreOriginalTransactionId == originalTransactionId;

    private static IEnumerable<AccessLevel> Of(Profile profile, string id) => profile.AccessLevels!.Where(level => level.AccessLevelId == id);
}
