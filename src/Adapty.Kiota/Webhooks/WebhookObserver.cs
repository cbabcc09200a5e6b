using System.Diagnostics;
using System.Diagnostics.Metrics;
using Adapty.Kiota.Telemetry;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Webhooks;

/// <summary>
/// Tells spans, metrics and the log what a receiver does. Of a body they get the event type alone, and the log nothing.
/// </summary>
internal sealed class WebhookObserver(TimeProvider clock, ILogger logger)
{
    /// <summary>How many event types are told apart: their names can be made up in the dashboard.</summary>
    private const int MostTypes = 30;

    private const int LongestType = 64;
    private const string OtherTypes = "other";
    private const string EventTypeTag = "adapty.webhook.event_type";
    private const string ReasonTag = "adapty.webhook.reason";

    private static readonly Histogram<double> Duration = Instruments.Meter.CreateHistogram<double>(
        "adapty.webhook.duration",
        "s",
        "How long an event took, from its request to the reply.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });

    private static readonly Counter<int> Replies = Instruments.Meter.CreateCounter<int>(
        "adapty.webhook.replies", "{reply}", "Replies to webhook requests.");

    private readonly HashSet<string> _types = new(WebhookEventTypes.All, StringComparer.Ordinal);

    public void NoHandler() => WebhookLog.NoHandler(logger);

    public void OtherEnvironment(string expected) => WebhookLog.OtherEnvironment(logger, expected);

    /// <summary>Begins a request's span, which is null when nobody listens.</summary>
    public static Activity? Begin() => Instruments.Activities.StartActivity("adapty.webhook receive", ActivityKind.Consumer);

    /// <summary>The request has its reply.</summary>
    public void End(Activity? span, WebhookReceiver.Attempt attempt, WebhookReply reply)
    {
        var elapsed = clock.GetElapsedTime(attempt.Start);
        if (attempt.Problem is not null)
            WebhookLog.Problem(logger, reply.StatusCode, reply.Reason, attempt.Problem);
        else if (attempt.EventType is null)
            WebhookLog.Verification(logger);
        else
            WebhookLog.Reply(logger, reply.StatusCode, reply.Reason, elapsed.TotalMilliseconds);

        var failed = reply.StatusCode >= 300;
        var type = attempt.EventType is null ? null : Bounded(attempt.EventType);
        if (Replies.Enabled)
            Replies.Add(1, new(ReasonTag, reply.Reason), new(TagNames.StatusCode, reply.StatusCode));
        if (Duration.Enabled && type is not null)
        {
            var tags = new TagList { { EventTypeTag, type } };
            if (failed)
                tags.Add(TagNames.ErrorType, reply.Reason);
            Duration.Record(elapsed.TotalSeconds, tags);
        }

        if (span is null)
            return;
        span.SetTag(TagNames.StatusCode, reply.StatusCode).SetTag(ReasonTag, reply.Reason);
        if (type is not null)
            span.SetTag(EventTypeTag, type);
        if (failed)
            span.SetTag(TagNames.ErrorType, reply.Reason).SetStatus(ActivityStatusCode.Error);
        span.Dispose();
    }

    /// <summary>The type as it is, as long as there are not too many.</summary>
    private string Bounded(string type)
    {
        if (type.Length > LongestType)
            return OtherTypes;
        lock (_types)
            return _types.Contains(type) || (_types.Count < MostTypes && _types.Add(type)) ? type : OtherTypes;
    }
}
