using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Caching.Redis;

/// <summary>
/// Keeps a slow or absent Redis away from questions: a read that takes too long is a miss, and for a while there are no further reads.
/// The writing of a marker is the exception: it is an invalidation, which must be known to have failed.
/// </summary>
internal sealed class GuardedRedisCache(IDistributedCache redis, ProfileStore store, TimeProvider clock, ILogger logger) : IDistributedCache
{
    private static readonly TimeSpan ReadLimit = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>When it last failed, as a timestamp of the clock; 0 while it is there.</summary>
    private long _awaySince;

    private bool IsPaused => Volatile.Read(ref _awaySince) is not 0 and var since && clock.GetElapsedTime(since) < Pause;

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        if (IsPaused)
            return null;
        try
        {
            var value = await redis.GetAsync(key, token).WaitAsync(ReadLimit, clock, token).ConfigureAwait(false);
            Back();
            return value;
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            Away(exception);
            return null;
        }
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        var mustSucceed = ProfileStore.IsMarker(key);
        if (IsPaused && !mustSucceed)
            return;
        try
        {
            await redis.SetAsync(key, value, options, token).WaitAsync(WriteLimit, clock, token).ConfigureAwait(false);
            Back();
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            Away(exception);
            if (mustSucceed)
                throw;
        }
    }

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        if (IsPaused)
            return;
        try
        {
            await redis.RemoveAsync(key, token).WaitAsync(WriteLimit, clock, token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            Away(exception);
        }
    }

    [ExcludeFromCodeCoverage]
    public byte[]? Get(string key) => throw new NotSupportedException();

    [ExcludeFromCodeCoverage]
    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    [ExcludeFromCodeCoverage]
    public void Remove(string key) => throw new NotSupportedException();

    [ExcludeFromCodeCoverage]
    public void Refresh(string key) => throw new NotSupportedException();

    [ExcludeFromCodeCoverage]
    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    private void Away(Exception exception)
    {
        var now = clock.GetTimestamp();
        if (Interlocked.Exchange(ref _awaySince, now == 0 ? 1 : now) == 0)
            CacheLog.RedisAway(logger, exception.GetType());
    }

    private void Back()
    {
        if (Volatile.Read(ref _awaySince) == 0 || Interlocked.Exchange(ref _awaySince, 0) == 0)
            return;
        CacheLog.RedisBack(logger);
        store.CatchUp();
    }
}
