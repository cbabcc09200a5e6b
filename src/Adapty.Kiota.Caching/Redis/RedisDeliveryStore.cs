using Adapty.Kiota.Webhooks;
using StackExchange.Redis;

namespace Adapty.Kiota.Caching.Redis;

/// <summary>Remembers deliveries of webhooks for all nodes. While Redis is away it throws, and Adapty sends the event again.</summary>
internal sealed class RedisDeliveryStore(Task<IConnectionMultiplexer> connection) : IWebhookDeliveryStore
{
    private const string Prefix = "adapty:1:d:";

    /// <summary>No attempt is called so.</summary>
    private const string Done = "done";

    public async ValueTask<WebhookReservation> ReserveAsync(string key, string owner, TimeSpan expiry, CancellationToken cancellationToken)
    {
        var database = await GetDatabaseAsync(cancellationToken).ConfigureAwait(false);
        if (await database.StringSetAsync(Prefix + key, owner, expiry, When.NotExists).WaitAsync(cancellationToken).ConfigureAwait(false))
            return WebhookReservation.Reserved;
        var value = await database.StringGetAsync(Prefix + key).WaitAsync(cancellationToken).ConfigureAwait(false);
        return value == Done ? WebhookReservation.Done : WebhookReservation.InProgress;
    }

    public async ValueTask ConfirmAsync(string key, TimeSpan retention, CancellationToken cancellationToken)
    {
        var database = await GetDatabaseAsync(cancellationToken).ConfigureAwait(false);
        await database.StringSetAsync(Prefix + key, Done, retention).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask ReleaseAsync(string key, string owner, CancellationToken cancellationToken)
    {
        var database = await GetDatabaseAsync(cancellationToken).ConfigureAwait(false);
        // Deletes it only if it still holds the owner.
        await database.LockReleaseAsync(Prefix + key, owner).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IDatabase> GetDatabaseAsync(CancellationToken cancellationToken) =>
        (await connection.WaitAsync(cancellationToken).ConfigureAwait(false)).GetDatabase();
}
