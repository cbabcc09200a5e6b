using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane.StackExchangeRedis;

namespace Adapty.Kiota.Caching.Redis;

/// <summary>One connection to Redis, for all that goes over it. It is made in the background: no start waits for Redis.</summary>
internal sealed class RedisBackend : IDisposable
{
    private readonly Task<IConnectionMultiplexer> _connection;
    private readonly bool _isOwn;

    private RedisBackend(ProfileCacheOptions options)
    {
        _isOwn = options.ConnectionMultiplexer is null;
        _connection = options.ConnectionMultiplexer is { } given ? Task.FromResult(given) : ConnectAsync(options.Redis!);
    }

    public static RedisLink Connect(FusionCache fusion, ProfileStore store, ProfileCacheOptions options, TimeProvider clock, ILogger logger)
    {
        var backend = new RedisBackend(options);
        var connection = backend._connection;
        var cache = new RedisCache(new RedisCacheOptions { ConnectionMultiplexerFactory = () => connection });
        var backplane = new RedisBackplane(new RedisBackplaneOptions { ConnectionMultiplexerFactory = () => connection });
        fusion.SetupSerializer(new EntrySerializer(options, clock));
        fusion.SetupDistributedCache(new GuardedRedisCache(cache, store, clock, logger));
        fusion.SetupBackplane(new ObservedBackplane(backplane, connection, store));
        return new RedisLink(backend, new RedisDeliveryStore(connection));
    }

    public static bool IsConnectionString(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(text).EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (_isOwn)
            _ = CloseAsync();
    }

    private async Task CloseAsync()
    {
        var connection = await _connection.ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<IConnectionMultiplexer> ConnectAsync(string connectionString)
    {
        var configuration = ConfigurationOptions.Parse(connectionString);
        // Redis may come up after the app.
        configuration.AbortOnConnectFail = false;
        // By default the tries become rarer: a node would learn of invalidations up to a minute after Redis is back.
        configuration.ReconnectRetryPolicy = new LinearRetry((int)TimeSpan.FromSeconds(1).TotalMilliseconds);
        // While it is away, nobody waits for it.
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        return await ConnectionMultiplexer.ConnectAsync(configuration).ConfigureAwait(false);
    }
}
