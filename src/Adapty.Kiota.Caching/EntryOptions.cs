using Microsoft.Extensions.Caching.Memory;
using ZiggyCreatures.Caching.Fusion;

namespace Adapty.Kiota.Caching;

/// <summary>
/// How FusionCache is asked. It knows no <see cref="TimeProvider"/>, so an entry itself says until when it is fresh, and FusionCache
/// keeps it for its whole <see cref="ProfileEntry.Lifetime"/>. Fail-safe, eager refresh and soft time-outs are off for entries: each may
/// bring back what was invalidated, or give a stale answer where an exception belongs.
/// </summary>
internal sealed class EntryOptions
{
    /// <summary>How long a node believes that a name was not invalidated, without another look into Redis.</summary>
    private static readonly TimeSpan MarkerCheck = TimeSpan.FromMinutes(1);

    public EntryOptions(ProfileCacheOptions options)
    {
        Read = new FusionCacheEntryOptions
        {
            Duration = options.Lifetime,
            Size = 1,
            IsFailSafeEnabled = false,
            ReThrowSerializationExceptions = false,
            SkipBackplaneNotifications = true,
            AllowBackgroundDistributedCacheOperations = true,
        };
        ReadRedis = Read.Duplicate();
        ReadRedis.SkipMemoryCacheRead = true;
        Load = ReadRedis.Duplicate();
        Load.SkipDistributedCacheRead = true;

        // A marker outlives the freshness of every entry that was loaded before it.
        var markerLifetime = options.FreshFor + MarkerCheck;
        CheckMarker = new FusionCacheEntryOptions
        {
            Duration = markerLifetime,
            MemoryCacheDuration = MarkerCheck,
            Size = 0,
            Priority = CacheItemPriority.NeverRemove,
            IsFailSafeEnabled = true,
            FailSafeMaxDuration = markerLifetime,
            AllowBackgroundBackplaneOperations = false,
            ReThrowSerializationExceptions = false,
        };
        Invalidate = CheckMarker.Duplicate();
        Invalidate.MemoryCacheDuration = markerLifetime;
        Invalidate.ReThrowBackplaneExceptions = true;
        Invalidate.ReThrowDistributedCacheExceptions = true;
        ExpireHere = CheckMarker.Duplicate();
        ExpireHere.SkipDistributedCacheWrite = true;
        ExpireHere.SkipBackplaneNotifications = true;
    }

    /// <summary>To look an entry up.</summary>
    public FusionCacheEntryOptions Read { get; }

    /// <summary>To look an entry up that is too old in memory.</summary>
    public FusionCacheEntryOptions ReadRedis { get; }

    /// <summary>To put an entry in the place of one that is too old.</summary>
    public FusionCacheEntryOptions Load { get; }

    /// <summary>To invalidate a name: in this node's memory, in Redis, and on the other nodes. When that fails, it is known.</summary>
    public FusionCacheEntryOptions Invalidate { get; }

    /// <summary>To see whether a name was invalidated.</summary>
    public FusionCacheEntryOptions CheckMarker { get; }

    /// <summary>To have this node look into Redis again.</summary>
    public FusionCacheEntryOptions ExpireHere { get; }
}
