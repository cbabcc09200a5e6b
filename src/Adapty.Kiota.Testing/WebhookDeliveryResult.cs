namespace Adapty.Kiota.Testing;

/// <summary>What becomes of an event after one attempt to deliver it.</summary>
public enum WebhookDeliveryResult
{
    /// <summary>A status from 200 to 399: Adapty is done with the event.</summary>
    Delivered,

    /// <summary>
    /// Never sent again without having been delivered: after a status from 400 to 404 at once, else after the last retry.
    /// </summary>
    Dropped,

    /// <summary>
    /// Another status, or no response within 10 seconds: it is sent again, at <see cref="WebhookDelivery.NextAttemptAt"/>.
    /// </summary>
    Retried,
}
