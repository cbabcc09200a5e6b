using Adapty.Kiota.Calls;
using Adapty.Kiota.Testing.Webhooks;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Testing;

/// <content>The events that Adapty sends to an app.</content>
public sealed partial class FakeAdapty
{
    /// <summary>Its webhook events: what was delivered, and how it is disturbed.</summary>
    public FakeWebhooks Webhooks => _state.Webhooks;

    /// <summary>
    /// Sends the events of every change from now on to the app under test. What a request changes is sent before its response
    /// returns; for all else see <see cref="FakeWebhooks.DeliverAsync"/> and <see cref="AdvanceAsync"/>.
    /// </summary>
    /// <param name="client">The client of the app's test server. It is not disposed.</param>
    /// <param name="path">The path of the app's webhook endpoint, or its whole address.</param>
    /// <param name="secret">What is sent as the Authorization header, unchanged.</param>
    /// <returns><see cref="Webhooks"/>.</returns>
    /// <exception cref="ArgumentException">
    /// The path is relative and the client has no base address, or the secret is not fit for a header.
    /// </exception>
    public FakeWebhooks SendWebhooksTo(HttpClient client, string path, string secret)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(path);
        HeaderValue.Check(secret, "A secret", nameof(secret));
        // Not UriKind.RelativeOrAbsolute: on Unix "/path" is a file then.
        var isUri = client.BaseAddress is { } root
            ? Uri.TryCreate(root, path, out var address)
            : Uri.TryCreate(path, UriKind.Absolute, out address);
        if (!isUri || address!.Scheme is not ("http" or "https"))
            throw new ArgumentException("Give the client a BaseAddress, or the path as a whole address.", nameof(path));
        Webhooks.Start(new WebhookAddress(client, address, secret));
        return Webhooks;
    }

    /// <summary>Sends one event, now, and after a failure again as Adapty would.</summary>
    /// <param name="webhookEvent">The event. What it lacks is not added.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first attempt.</returns>
    /// <exception cref="InvalidOperationException"><see cref="SendWebhooksTo"/> was not called.</exception>
#pragma warning disable RS0027 // The other overload is the protected one of HttpMessageHandler.
    public Task<WebhookDelivery> SendAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken = default)
#pragma warning restore RS0027
    {
        ArgumentNullException.ThrowIfNull(webhookEvent);
        return Webhooks.SendAsync(webhookEvent, cancellationToken);
    }

    /// <summary>
    /// Lets time pass as <see cref="Advance"/> does, and stops on the way wherever access starts or ends or an event is sent
    /// again, so that the events of that instant are sent at that instant.
    /// </summary>
    /// <param name="by">How much.</param>
    /// <param name="cancellationToken">Ends it early, at the instant that is reached.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is below zero, or leads beyond the year 9999.</exception>
    /// <exception cref="InvalidOperationException">
    /// The fake was made with a clock of yours: move that one, and call <see cref="FakeWebhooks.DeliverAsync"/>.
    /// </exception>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default)
    {
        CheckAdvance(by);
        var left = by;
        while (true)
        {
            await Webhooks.SendAsync(Webhooks.TakeDue(), cancellationToken).ConfigureAwait(false);
            if (left == TimeSpan.Zero)
                return;
            var wait = Webhooks.NextDue() - TimeProvider.GetUtcNow();
            // The clock itself goes on: it may be due by now.
            var step = wait is { } next && next < left ? TimeSpan.FromTicks(Math.Max(next.Ticks, 0)) : left;
            Advance(step);
            left -= step;
        }
    }
}
