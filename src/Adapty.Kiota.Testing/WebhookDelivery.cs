using System.Globalization;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Testing;

/// <summary>One attempt of a <see cref="FakeAdapty"/> to deliver an event.</summary>
public sealed class WebhookDelivery
{
    internal WebhookDelivery(WebhookEvent webhookEvent, int attempt, DateTimeOffset sentAt) =>
        (Event, Attempt, SentAt) = (webhookEvent, attempt, sentAt);

    /// <summary>The event. Changes to it are not sent.</summary>
    public WebhookEvent Event { get; }

    /// <summary>1 for the first attempt, up to 10.</summary>
    public int Attempt { get; }

    /// <summary>When it was sent, by the fake's clock.</summary>
    public DateTimeOffset SentAt { get; }

    /// <summary>The status of the response; null for no response.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>The body of the response; null for no response.</summary>
    public string? ResponseBody { get; internal set; }

    /// <summary>Why there was no response; null when there was one.</summary>
    public Exception? Error { get; internal set; }

    /// <summary>What becomes of the event.</summary>
    public WebhookDeliveryResult Result { get; internal set; }

    /// <summary>When it is sent again, by the fake's clock; null for never.</summary>
    public DateTimeOffset? NextAttemptAt { get; internal set; }

    /// <summary>The type of the event, the status and the result, for the output of a test.</summary>
    public override string ToString()
    {
        var response = StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "no response";
        return string.Create(CultureInfo.InvariantCulture, $"{Event.EventType}, attempt {Attempt}: {response}, {Result}");
    }
}
