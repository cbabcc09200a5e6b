namespace Adapty.Kiota.Webhooks;

/// <summary>What an app does with an event.</summary>
public interface IWebhookHandler
{
    /// <summary>
    /// Handles an event. When it returns, the event is settled; when it throws, Adapty sends the event again. A handler
    /// can be called again for an event that it has handled: when another handler failed, or when it took longer than
    /// the time limit.
    /// </summary>
    /// <param name="webhookEvent">The event, of any type, also of one that this version does not know.</param>
    /// <param name="cancellationToken">Cancelled when the time limit is over or the request was aborted.</param>
    Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken);
}
