using Adapty.Kiota.Caching.Redis;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using ZiggyCreatures.Caching.Fusion;

namespace Adapty.Kiota.Caching;

/// <summary>Where entries are kept: this node's memory, and behind it FusionCache with or without Redis.</summary>
/// <remarks>
/// Invalidations go by tag, as a removal by key is lost when it comes during a load. Checking two tags costs FusionCache 1.6 µs and
/// 400 bytes at every look-up, so the hot path is a look into the <see cref="MemoryCache"/> below it: what was looked up there once
/// counts until its names are invalidated.
/// </remarks>
internal sealed class ProfileStore : IDisposable
{
    private const string Format = "adapty:1:";
    private const string MarkerPrefix = Format + "t:";

    private static readonly Task<ProfileEntry?> NoEntry = Task.FromResult<ProfileEntry?>(null);

    private readonly MemoryCache _memory;
    private readonly FusionCache _fusion;
    private readonly EntryOptions _entryOptions;
    private readonly ProfileNames _names;
    private readonly Invalidations _invalidations;

    public ProfileStore(AdaptyClient client, ProfileCacheOptions options, TimeProvider clock, ILogger logger)
    {
        _names = new ProfileNames(client, options.Name);
        _invalidations = new Invalidations(clock);
        Options = options;
        // Two for each profile: FusionCache's own, and what the hot path looks for.
        _memory = new MemoryCache(new MemoryCacheOptions { SizeLimit = 2L * options.MaxProfiles });
        _entryOptions = new EntryOptions(options);
        _fusion = new FusionCache(
            new FusionCacheOptions
            {
                CacheName = Format + _names.App,
                DefaultEntryOptions = _entryOptions.Read,
                TagsDefaultEntryOptions = _entryOptions.CheckMarker,
                InternalStrings = { TagCacheKeyPrefix = MarkerPrefix },
                EnableBestPracticesAdvisor = false,
            },
            _memory);

        Redis = options.HasRedis ? options.ConnectRedis!(_fusion, this, options, clock, logger) : null;
    }

    public ProfileCacheOptions Options { get; }

    public RedisLink? Redis { get; }

    /// <summary>To be read before a look-up begins.</summary>
    public long Sequence => _invalidations.Sequence;

    /// <summary>Whether one of a user's names was invalidated just now, so that Adapty may not show yet what has changed.</summary>
    public bool IsUnsettled(string[] names) => _invalidations.AnyRecent(names);

    public bool IsInvalidated(KnownProfile known) =>
        known.Sequence != _invalidations.Sequence && _invalidations.AnySince(known.Sequence, known.Entry.Stripes);

    /// <summary>Whether a key of Redis is that of an invalidation.</summary>
    public static bool IsMarker(string key) => key.Contains(MarkerPrefix, StringComparison.Ordinal);

    /// <summary>What this node knew last of a profile, whether it still counts or not.</summary>
    public KnownProfile? Recall(ProfileKey key) => _memory.TryGetValue(key, out var known) ? (KnownProfile)known! : null;

    public KnownProfile Remember(ProfileKey key, KnownProfile known)
    {
        using var entry = _memory.CreateEntry(key);
        entry.Size = 1;
        entry.AbsoluteExpirationRelativeToNow = known.Entry.Lifetime;
        entry.Value = known;
        return known;
    }

    /// <summary>What FusionCache has and was not invalidated: in memory, or in Redis from another node.</summary>
    public ValueTask<ProfileEntry?> ReadAsync(ProfileKey key) => ReadAsync(key, _entryOptions.Read);

    /// <summary>What another node may have put into Redis since this one looked; nothing without a Redis.</summary>
    public ValueTask<ProfileEntry?> ReadRedisAsync(ProfileKey key) => Redis is null ? default : ReadAsync(key, _entryOptions.ReadRedis);

    /// <summary>Keeps what a call to Adapty brings, as of the beginning of the call: an invalidation that comes meanwhile wins.</summary>
    public async ValueTask<ProfileEntry> LoadAsync(ProfileKey key, Func<Task<ProfileEntry>> ask) =>
        await _fusion.GetOrSetAsync<ProfileEntry>(
            EntryName(key),
            async (context, _) =>
            {
                var entry = await ask().ConfigureAwait(false);
                context.Tags = entry.Names;
                context.Options.Duration = entry.Lifetime;
                // FusionCache writes nothing to Redis where it was not to read.
                context.Options.SkipDistributedCacheRead = false;
                return entry;
            },
            default,
            _entryOptions.Load).ConfigureAwait(false);

    /// <summary>The names under which an entry is invalidated: both of the user's, and the one that was asked for.</summary>
    public string[] NamesOf(ProfileKey key, Models.Profile? profile)
    {
        var names = new List<string>(3) { _names.Of(key) };
        if (profile?.ProfileId is { Length: > 0 } profileId)
            Add(() => ProfileKey.ForProfile(profileId));
        if (profile?.CustomerUserId is { Length: > 0 } customerUserId)
            Add(() => ProfileKey.ForCustomer(customerUserId));
        return [.. names];

        void Add(Func<ProfileKey> make)
        {
            try
            {
                var name = _names.Of(make());
                if (!names.Contains(name))
                    names.Add(name);
            }
            catch (ArgumentException)
            {
                // An id that no key can be made of: nobody can ask by it, nor invalidate by it.
            }
        }
    }

    public async Task InvalidateAsync(ProfileKey key, CancellationToken cancellationToken)
    {
        var name = _names.Of(key);
        try
        {
            await _fusion.RemoveByTagAsync(name, _entryOptions.Invalidate, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is FusionCacheDistributedCacheException or FusionCacheBackplaneException)
        {
            throw new InvalidOperationException(
                "Redis did not take an invalidation: this node asks Adapty anew, other nodes may not.", exception.InnerException ?? exception);
        }
        finally
        {
            Invalidated(name);
        }
    }

    /// <summary>Another node has invalidated something, and FusionCache knows.</summary>
    public void OnMessage(string? key)
    {
        if (key?.StartsWith(MarkerPrefix, StringComparison.Ordinal) is true)
            Invalidated(key[MarkerPrefix.Length..]);
    }

    /// <summary>
    /// Messages may have been missed: what was invalidated meanwhile is looked up in Redis again, name by name. What this node knows
    /// of invalidations stays, as Redis may have lost it.
    /// </summary>
    public void CatchUp()
    {
        foreach (var key in _memory.Keys)
        {
            if (key is string text && text.StartsWith(MarkerPrefix, StringComparison.Ordinal))
                _fusion.Expire(text, _entryOptions.ExpireHere);
        }

        _invalidations.AddAll();
    }

    public void Dispose()
    {
        _fusion.Dispose();
        Redis?.Connection.Dispose();
        _memory.Dispose();
    }

    /// <remarks>FusionCache's own read drops what was invalidated from Redis, too, where another node may have put the new entry.</remarks>
    private async ValueTask<ProfileEntry?> ReadAsync(ProfileKey key, FusionCacheEntryOptions options) =>
        await _fusion.GetOrSetAsync<ProfileEntry?>(
            EntryName(key),
            (context, _) =>
            {
                context.Options.SkipMemoryCacheWrite = true;
                context.Options.SkipDistributedCacheWrite = true;
                return NoEntry;
            },
            default,
            options).ConfigureAwait(false);

    private string EntryName(ProfileKey key) => Format + "p:" + _names.Of(key);

    private void Invalidated(string name)
    {
        _invalidations.Add(name);
        CacheInstruments.Invalidations.Add(1);
    }
}
