using System.Diagnostics;
using Adapty.Kiota.Caching.Redis;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Adapty.Kiota;

/// <summary>Settings of a <see cref="ProfileCache"/>, which checks them when it is made. Later changes have no effect on it.</summary>
public sealed class ProfileCacheOptions
{
    private static readonly TimeSpan LongestFresh = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestStale = TimeSpan.FromDays(7);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _redis;
    private IConnectionMultiplexer? _connectionMultiplexer;

    /// <summary>
    /// How long a profile is used without asking Adapty again: 5 minutes. More than zero, at most a day. It ends earlier at the
    /// next start or expiry of any of the profile's access levels, and by an invalidation.
    /// </summary>
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How old the last known profile may become while Adapty gives no usable response: an hour, counted from when Adapty was
    /// asked. Zero, or anything that is not longer than <see cref="FreshFor"/>, is never; at most 7 days. It is the longest that a
    /// refund stays unseen in an outage.
    /// </summary>
    public TimeSpan StaleFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many profiles a node keeps in its memory: 100,000. At least 1. A profile has 2 to 20 KB.</summary>
    public int MaxProfiles { get; set; } = 100_000;

    /// <summary>
    /// The Redis that all nodes of an app share, as a connection string of StackExchange.Redis, such as
    /// <c>redis.internal:6380,ssl=true,password=…</c>. Null, the default, for the memory of this node alone.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Redis
    {
        get => _redis;
        set
        {
            _redis = value;
            UseRedis();
        }
    }

    /// <summary>
    /// The application's own connection to Redis, instead of <see cref="Redis"/>; it is not disposed with the cache. Null, the
    /// default, for none.
    /// </summary>
    public IConnectionMultiplexer? ConnectionMultiplexer
    {
        get => _connectionMultiplexer;
        set
        {
            _connectionMultiplexer = value;
            UseRedis();
        }
    }

    /// <summary>Where to log to; null for nowhere. <c>AddAdaptyProfileCache</c> takes the application's.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The app among several, so that their profiles are told apart in one Redis.</summary>
    internal string Name { get; set; } = "";

    /// <summary>Set by the options for Redis.</summary>
    internal RedisConnector? ConnectRedis { get; private set; }

    private Func<string, bool>? IsConnectionString { get; set; }

    internal bool HasRedis => !string.IsNullOrEmpty(Redis) || ConnectionMultiplexer is not null;

    /// <summary>How long an entry is kept at all.</summary>
    internal TimeSpan Lifetime => StaleFor > FreshFor ? StaleFor : FreshFor;

    internal ProfileCacheOptions Copy() => (ProfileCacheOptions)MemberwiseClone();

    /// <summary>What is wrong, each with the option's name and its rule, never with a connection string, which holds a password.</summary>
    internal IEnumerable<string> Problems()
    {
        if (FreshFor <= TimeSpan.Zero || FreshFor > LongestFresh)
            yield return $"{nameof(FreshFor)} must be more than zero and at most a day.";
        if (StaleFor < TimeSpan.Zero || StaleFor > LongestStale)
            yield return $"{nameof(StaleFor)} must be from zero to 7 days.";
        if (MaxProfiles < 1)
            yield return $"{nameof(MaxProfiles)} must be at least 1.";
        if (!string.IsNullOrEmpty(Redis) && ConnectionMultiplexer is not null)
            yield return $"{nameof(Redis)} must not be set together with {nameof(ConnectionMultiplexer)}.";
        else if (!string.IsNullOrEmpty(Redis) && !IsConnectionString!(Redis))
            yield return $"{nameof(Redis)} must be a connection string of StackExchange.Redis, such as redis.internal:6380,ssl=true.";
    }

    private void UseRedis() => (ConnectRedis, IsConnectionString) = (RedisBackend.Connect, RedisBackend.IsConnectionString);
}
