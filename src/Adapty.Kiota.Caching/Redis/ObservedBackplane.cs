using System.Diagnostics.CodeAnalysis;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane;
using ZiggyCreatures.Caching.Fusion.Backplane.StackExchangeRedis;

namespace Adapty.Kiota.Caching.Redis;

/// <summary>
/// FusionCache's backplane, which says when FusionCache has taken in a message, and when messages may have been missed: before the
/// first subscription, and while the connection was lost.
/// </summary>
internal sealed class ObservedBackplane(RedisBackplane redis, Task<IConnectionMultiplexer> connection, ProfileStore store) : IFusionCacheBackplane
{
    private RedisChannel _channel;
    private IConnectionMultiplexer? _connected;

    public async ValueTask SubscribeAsync(BackplaneSubscriptionOptions options)
    {
        _channel = RedisChannel.Literal(options.ChannelName!);
        _connected ??= await connection.ConfigureAwait(false);
        _connected.ConnectionRestored -= OnConnectionRestored;
        _connected.ConnectionRestored += OnConnectionRestored;
        await redis.SubscribeAsync(new BackplaneSubscriptionOptions(
            options.CacheName,
            options.CacheInstanceId,
            options.ChannelName,
            options.ConnectHandler,
            options.IncomingMessageHandler,
            options.ConnectHandlerAsync,
            async message =>
            {
                await options.IncomingMessageHandlerAsync!(message).ConfigureAwait(false);
                if (message.SourceId != options.CacheInstanceId)
                    store.OnMessage(message.CacheKey);
            })).ConfigureAwait(false);
        store.CatchUp();
    }

    public ValueTask PublishAsync(BackplaneMessage message, FusionCacheEntryOptions options, CancellationToken token = default) =>
        redis.PublishAsync(message, options, token);

    /// <summary>FusionCache's own would dispose of the connection, which may be the application's.</summary>
    public void Unsubscribe()
    {
        if (_connected is not { } connected)
            return;
        connected.ConnectionRestored -= OnConnectionRestored;
        connected.GetSubscriber().Unsubscribe(_channel, flags: CommandFlags.FireAndForget);
    }

    public ValueTask UnsubscribeAsync()
    {
        Unsubscribe();
        return ValueTask.CompletedTask;
    }

    [ExcludeFromCodeCoverage]
    public void Subscribe(BackplaneSubscriptionOptions options) => throw new NotSupportedException();

    [ExcludeFromCodeCoverage]
    public void Publish(BackplaneMessage message, FusionCacheEntryOptions options, CancellationToken token = default) => throw new NotSupportedException();

    private void OnConnectionRestored(object? sender, ConnectionFailedEventArgs args)
    {
        if (args.ConnectionType == ConnectionType.Subscription)
            store.CatchUp();
    }
}
