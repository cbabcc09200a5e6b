using Adapty.Kiota.Models;

namespace Adapty.Kiota.Caching;

/// <summary>What Adapty said of a user, and until when it counts: what is kept, in memory and in Redis.</summary>
internal sealed class ProfileEntry
{
    /// <summary>How long "no such profile" is believed, as the first start of the app makes one.</summary>
    private static readonly TimeSpan UnknownFor = TimeSpan.FromSeconds(30);

    /// <summary>How far the clocks of nodes may be apart. An entry from further ahead is one of a clock that was put back.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly DateTimeOffset _staleUntil;
    private CachedProfile? _stale;

    /// <param name="profile">The profile; null when Adapty says that there is none.</param>
    /// <param name="asOf">When Adapty was asked.</param>
    /// <param name="names">The hashed names of the user: what an invalidation goes by.</param>
    /// <param name="options">How long it is fresh, and stale.</param>
    /// <param name="isUnsettled">Whether the user was invalidated just before, so that Adapty may not have shown yet what has changed.</param>
    public ProfileEntry(Profile? profile, DateTimeOffset asOf, string[] names, ProfileCacheOptions options, bool isUnsettled)
    {
        IsUnsettled = isUnsettled;
        Fresh = new CachedProfile(profile, asOf);
        Names = names;
        Stripes = [.. names.Select(Invalidations.StripeOf)];
        var freshFor = profile is null && UnknownFor < options.FreshFor ? UnknownFor : options.FreshFor;
        Lifetime = profile is null ? freshFor : options.Lifetime;
        FreshFrom = asOf - DateTimeOffset.MinValue < ClockSkew ? DateTimeOffset.MinValue : asOf - ClockSkew;
        FreshUntil = NextChange(profile, asOf, End(asOf, isUnsettled && Invalidations.RecentFor < freshFor ? Invalidations.RecentFor : freshFor));
        _staleUntil = profile is null ? FreshUntil : End(asOf, options.StaleFor);
    }

    public Profile? Profile => Fresh.Profile;

    public DateTimeOffset AsOf => Fresh.AsOf;

    public CachedProfile Fresh { get; }

    public CachedProfile Stale => _stale ??= new CachedProfile(Profile, AsOf, isStale: true);

    public bool IsUnsettled { get; }

    public string[] Names { get; }

    public int[] Stripes { get; }

    /// <summary>How long it is kept at all.</summary>
    public TimeSpan Lifetime { get; }

    public DateTimeOffset FreshFrom { get; }

    public DateTimeOffset FreshUntil { get; }

    public bool IsFreshAt(DateTimeOffset now) => now < FreshUntil && now >= FreshFrom;

    /// <summary>Whether it may stand in while Adapty gives no usable response.</summary>
    public bool IsUsableAt(DateTimeOffset now) => now < _staleUntil && now >= FreshFrom;

    private static DateTimeOffset End(DateTimeOffset asOf, TimeSpan after) =>
        DateTimeOffset.MaxValue - asOf < after ? DateTimeOffset.MaxValue : asOf + after;

    /// <summary>The next start or expiry of any access level, as a renewal may be known from then on; at the latest the given instant.</summary>
    private static DateTimeOffset NextChange(Profile? profile, DateTimeOffset asOf, DateTimeOffset latest)
    {
        foreach (var level in profile?.AccessLevels ?? [])
        {
            if (level.StartsAt is { } start && start > asOf && start < latest)
                latest = start;
            if (level.ExpiresAt is { } expiry && expiry > asOf && expiry < latest)
                latest = expiry;
        }

        return latest;
    }
}
