using System.Globalization;
using System.Text.Json;
using Adapty.Kiota.Benchmarks.Bodies;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Benchmarks.Rivals;

/// <summary>The documented event as an endpoint gets it, from a stream: (a) into a hand-written type, (c) by the receiver.</summary>
internal sealed class WebhookRivals : IWebhookHandler
{
    private const string Secret = "our-long-random-text";

    private readonly byte[] _body = SampleBodies.Renewal;
    private readonly int _id = SampleBodies.Renewal.AsSpan().IndexOf("b93d0c15"u8);
    private readonly WebhookReceiver _receiver;
    private int _number;

    public WebhookRivals() => _receiver = new WebhookReceiver(new WebhookOptions { Secrets = { Secret } }, [this]);

    public Func<Task>[] All => [ReadAsync, ReceiveAsync];

    Task IWebhookHandler.HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ReadAsync()
    {
        using var stream = new MemoryStream(_body);
        await JsonSerializer.DeserializeAsync(stream, HandWrittenEventContext.Default.HandWrittenEvent);
    }

    /// <summary>Each time another event, as a duplicate would not be handled.</summary>
    private async Task ReceiveAsync()
    {
        (++_number).TryFormat(_body.AsSpan(_id, 8), out _, "x8", CultureInfo.InvariantCulture);
        using var stream = new MemoryStream(_body);
        var reply = await _receiver.ReceiveAsync(stream, Secret);
        if (reply.Reason != "handled")
            throw new InvalidOperationException($"The event got {reply.StatusCode} ({reply.Reason}).");
    }
}
