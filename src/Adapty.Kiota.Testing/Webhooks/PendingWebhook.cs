using System.Text;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Testing.Webhooks;

/// <summary>An event that is to be sent, and when it is sent again.</summary>
internal sealed class PendingWebhook(WebhookEvent webhookEvent, DateTimeOffset createdAt)
{
    private const int MaxRetries = 9;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly DateTimeOffset _end = createdAt + Lifetime;

    public WebhookEvent Event { get; } = webhookEvent;

    /// <summary>The same bytes in every attempt.</summary>
    public byte[] Body { get; } = Encoding.UTF8.GetBytes(webhookEvent.ToJson());

    public int Attempts { get; set; }

    public DateTimeOffset DueAt { get; private set; } = createdAt;

    /// <summary>Says what becomes of the event after an attempt.</summary>
    public void Settle(WebhookDelivery delivery, WebhookAddress address, DateTimeOffset now)
    {
        delivery.Result = delivery.StatusCode switch
        {
            >= 200 and <= 399 => WebhookDeliveryResult.Delivered,
            >= 400 and <= 404 => WebhookDeliveryResult.Dropped,
            _ => WebhookDeliveryResult.Retried,
        };
        if (delivery.Result == WebhookDeliveryResult.Delivered)
            address.LastSuccess = now;
        if (delivery.Result != WebhookDeliveryResult.Retried)
            return;

        DueAt = now + (FirstWait * Math.Pow(2, Attempts - 1));
        if (Attempts > MaxRetries || DueAt > _end || address.IsOff(now))
            delivery.Result = WebhookDeliveryResult.Dropped;
        else
            delivery.NextAttemptAt = DueAt;
    }
}
