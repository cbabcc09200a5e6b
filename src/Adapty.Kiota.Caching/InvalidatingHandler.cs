using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Caching;

/// <summary>Invalidates whom an event affects. A failure is thrown on, so that Adapty sends the event again.</summary>
internal sealed class InvalidatingHandler(ProfileCache cache) : IWebhookHandler
{
    public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken) =>
        Task.WhenAll(webhookEvent.AffectedProfiles.Select(key => cache.InvalidateAsync(key, cancellationToken)));
}
