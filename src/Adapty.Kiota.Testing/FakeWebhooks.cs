using Adapty.Kiota.Testing.State;
using Adapty.Kiota.Testing.Webhooks;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Testing;

/// <summary>
/// The webhook events of a <see cref="FakeAdapty"/>: it sends nothing before <see cref="FakeAdapty.SendWebhooksTo"/>.
/// </summary>
/// <remarks>
/// <para>
/// Nothing is sent in the background. What a request changes is sent before its response returns. What a <c>With…</c>
/// changes, what <see cref="FakeAdapty.Advance"/> or a clock of yours lets expire, and the retries that are due are sent
/// by <see cref="DeliverAsync"/>, or with the next request. <see cref="FakeAdapty.AdvanceAsync"/> sends everything at its
/// own time.
/// </para>
/// <para>
/// An event is sent again as Adapty's "Set up webhook integration" says: unless the status is from 200 to 404, after 1
/// minute, 2, 4 and so on, at most 9 times, within 24 hours. An address without any success for 24 hours gets no retries.
/// </para>
/// <para>
/// Each change sends the events of Adapty's "Event flows", <c>access_level_updated</c> included. The fake has no pauses and
/// no profiles that share access; <c>subscription_paused</c>, <c>trial_active</c> and <c>subscription_active</c> are sent by
/// <see cref="FakeAdapty.SendAsync(WebhookEvent, CancellationToken)"/>. The store keeps 15 % of a price, and taxes are 0.
/// </para>
/// </remarks>
public sealed class FakeWebhooks
{
    private readonly FakeState _state;
    private readonly List<PendingWebhook> _pending = [];
    private readonly List<WebhookDelivery> _deliveries = [];
    private WebhookAddress? _address;
    private bool _isDoubled;
    private Random? _shuffle;

    internal FakeWebhooks(FakeState state) => _state = state;

    /// <summary>A copy of all attempts so far, in their order.</summary>
    public IReadOnlyList<WebhookDelivery> Deliveries
    {
        get
        {
            lock (_state.Gate)
                return [.. _deliveries];
        }
    }

    /// <summary>From now on sends every event of a change twice, as Adapty delivers at least once.</summary>
    public FakeWebhooks Duplicate()
    {
        lock (_state.Gate)
            _isDoubled = true;
        return this;
    }

    /// <summary>From now on sends what is due together in a random order, as Adapty promises none.</summary>
    /// <param name="seed">The same seed is the same order, in every run.</param>
    public FakeWebhooks Shuffle(int seed)
    {
        lock (_state.Gate)
            _shuffle = new Random(seed);
        return this;
    }

    /// <summary>Sends everything that is due by the fake's clock, one after the other.</summary>
    /// <exception cref="InvalidOperationException"><see cref="FakeAdapty.SendWebhooksTo"/> was not called.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled. What was not sent stays due.</exception>
    public async Task DeliverAsync(CancellationToken cancellationToken = default)
    {
        lock (_state.Gate)
            RequireAddress();
        while (TakeDue() is { Count: > 0 } due)
            await SendAsync(due, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends to an address from now on. What the profiles have by then is not told.</summary>
    internal void Start(WebhookAddress address)
    {
        lock (_state.Gate)
        {
            var now = _state.Clock.GetUtcNow();
            if (_address is null)
            {
                foreach (var profile in _state.Profiles)
                    profile.Seen = profile.Look(now);
            }

            _address = address;
            address.LastSuccess = now;
        }
    }

    /// <summary>Makes events of what has become of a profile. The caller holds the gate.</summary>
    internal void Observe(FakeProfile profile)
    {
        if (_address is null)
            return;
        var now = _state.Clock.GetUtcNow();
        var seen = profile.Look(now);
        foreach (var change in Changes.Between(profile.Seen, seen))
        {
            var webhookEvent = Events.Create(profile, change, _state.Ids.NextEvent(), now);
            _pending.Add(new PendingWebhook(webhookEvent, now));
            if (_isDoubled)
                _pending.Add(new PendingWebhook(webhookEvent, now));
        }

        profile.Seen = seen;
    }

    /// <summary>Takes what is due, so that nobody else sends it.</summary>
    internal List<PendingWebhook> TakeDue()
    {
        lock (_state.Gate)
        {
            if (_address is null)
                return [];
            foreach (var profile in _state.Profiles)
                Observe(profile);
            var now = _state.Clock.GetUtcNow();
            var due = _pending.Where(webhook => webhook.DueAt <= now).OrderBy(webhook => webhook.DueAt).ToArray();
            _pending.RemoveAll(webhook => webhook.DueAt <= now);
            _shuffle?.Shuffle(due);
            return [.. due];
        }
    }

    /// <summary>Sends what was taken.</summary>
    internal async Task SendAsync(List<PendingWebhook> due, CancellationToken cancellationToken)
    {
        var sent = 0;
        try
        {
            for (; sent < due.Count; sent++)
                await SendAsync(due[sent], cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_state.Gate)
                _pending.AddRange(due.Skip(sent));
        }
    }

    internal Task<WebhookDelivery> SendAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken) =>
        SendAsync(new PendingWebhook(webhookEvent, _state.Clock.GetUtcNow()), cancellationToken)!;

    /// <summary>When there will be something to send without any change before; null for never.</summary>
    internal DateTimeOffset? NextDue()
    {
        lock (_state.Gate)
        {
            if (_address is null)
                return null;
            var now = _state.Clock.GetUtcNow();
            var turns = _state.Profiles.SelectMany(profile => profile.Seen).SelectMany(state => new[] { state.StartsAt, state.ExpiresAt });
            return turns.Where(turn => turn > now).Concat(_pending.Select(webhook => (DateTimeOffset?)webhook.DueAt)).Min();
        }
    }

    /// <returns>The attempt; null when the address gets no retries.</returns>
    private async Task<WebhookDelivery?> SendAsync(PendingWebhook webhook, CancellationToken cancellationToken)
    {
        WebhookAddress address;
        WebhookDelivery delivery;
        lock (_state.Gate)
        {
            address = RequireAddress();
            var now = _state.Clock.GetUtcNow();
            if (webhook.Attempts > 0 && address.IsOff(now))
                return null;
            delivery = new WebhookDelivery(webhook.Event, webhook.Attempts + 1, now);
        }

        await address.SendAsync(webhook.Body, delivery, _state.Clock, cancellationToken).ConfigureAwait(false);
        lock (_state.Gate)
        {
            webhook.Attempts++;
            webhook.Settle(delivery, address, _state.Clock.GetUtcNow());
            if (delivery.NextAttemptAt is not null)
                _pending.Add(webhook);
            _deliveries.Add(delivery);
        }

        return delivery;
    }

    private WebhookAddress RequireAddress() => _address
        ?? throw new InvalidOperationException($"Call {nameof(FakeAdapty)}.{nameof(FakeAdapty.SendWebhooksTo)} first.");
}
