using Adapty.Kiota.Webhooks;
using Microsoft.Extensions.Logging;
using ZiggyCreatures.Caching.Fusion;

namespace Adapty.Kiota.Caching.Redis;

/// <summary>Puts Redis behind FusionCache. A delegate, so that a trimmed program whose options name no Redis brings no code for it.</summary>
internal delegate RedisLink RedisConnector(
    FusionCache fusion, ProfileStore store, ProfileCacheOptions options, TimeProvider clock, ILogger logger);

/// <summary>What the store keeps of it.</summary>
/// <param name="Connection">Closed with the cache, unless it is the application's own.</param>
/// <param name="DeliveryStore">Remembers deliveries of webhooks for all nodes.</param>
internal sealed record RedisLink(IDisposable Connection, IWebhookDeliveryStore DeliveryStore);
