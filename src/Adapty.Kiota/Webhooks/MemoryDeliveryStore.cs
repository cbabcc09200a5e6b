using System.Runtime.InteropServices;

namespace Adapty.Kiota.Webhooks;

/// <summary>Remembers deliveries within one process, the youngest of them.</summary>
internal sealed class MemoryDeliveryStore(TimeProvider clock, int capacity = MemoryDeliveryStore.DefaultCapacity) : IWebhookDeliveryStore
{
    /// <summary>Some 20 MB when it is full.</summary>
    private const int DefaultCapacity = 100_000;

    private readonly object _lock = new();
    private readonly Dictionary<string, Delivery> _deliveries = new(StringComparer.Ordinal);

    /// <summary>The handled ones in the order of their handling, which is that of their end, too.</summary>
    private readonly Queue<(string Key, DateTimeOffset Until)> _done = new();

    /// <summary>How many deliveries are remembered, for tests.</summary>
    public int Count => _deliveries.Count;

    public ValueTask<WebhookReservation> ReserveAsync(string key, string owner, TimeSpan expiry, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            ref var delivery = ref CollectionsMarshal.GetValueRefOrAddDefault(_deliveries, key, out _);
            if (delivery.Until > now)
                return new(delivery.Owner is null ? WebhookReservation.Done : WebhookReservation.InProgress);
            delivery = new Delivery(owner, now + expiry);
            return new(WebhookReservation.Reserved);
        }
    }

    public ValueTask ConfirmAsync(string key, TimeSpan retention, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var done = new Delivery(Owner: null, now + retention);
            _deliveries[key] = done;
            _done.Enqueue((key, done.Until));
            while (_done.TryPeek(out var oldest) && (oldest.Until <= now || _done.Count > capacity))
            {
                _done.Dequeue();
                if (_deliveries.TryGetValue(oldest.Key, out var delivery) && delivery == new Delivery(Owner: null, oldest.Until))
                    _deliveries.Remove(oldest.Key);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ReleaseAsync(string key, string owner, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_deliveries.TryGetValue(key, out var delivery) && delivery.Owner == owner)
                _deliveries.Remove(key);
        }

        return ValueTask.CompletedTask;
    }

    /// <param name="Owner">The attempt that has reserved it; null when it was handled.</param>
    /// <param name="Until">When it is forgotten.</param>
    private readonly record struct Delivery(string? Owner, DateTimeOffset Until);
}
