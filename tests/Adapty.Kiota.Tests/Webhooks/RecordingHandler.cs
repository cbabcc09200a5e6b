using System.Collections.Concurrent;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>Keeps the events that it was called with, then does what a test wants.</summary>
internal sealed class RecordingHandler(Func<CancellationToken, Task>? then = null) : IWebhookHandler
{
    public ConcurrentQueue<WebhookEvent> Handled { get; } = [];

    public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken)
    {
        Handled.Enqueue(webhookEvent);
        return then?.Invoke(cancellationToken) ?? Task.CompletedTask;
    }
}
