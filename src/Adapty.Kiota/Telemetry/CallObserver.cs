using System.Diagnostics;
using Adapty.Kiota.Calls;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Telemetry;

/// <summary>Tells spans, metrics and the log what a client's calls do.</summary>
internal sealed class CallObserver(Uri address, TimeProvider clock, ILogger logger)
{
    /// <summary>Begins a call's span, which is null when nobody listens.</summary>
    public Activity? Begin(ApiCall call)
    {
        if (Instruments.Active.Enabled)
            Instruments.Active.Add(1, Tags(call));

        var span = Instruments.Activities.StartActivity(call.Operation.Name, ActivityKind.Client);
        if (span is { IsAllDataRequested: true })
        {
            foreach (var (name, value) in Tags(call))
                span.SetTag(name, value);
        }

        return span;
    }

    /// <summary>An attempt has ended, with a failure or without.</summary>
    public static void Attempted(Activity? span, ApiCall call, AdaptyException? failure)
    {
        if (span is not { IsAllDataRequested: true })
            return;

        var tags = new ActivityTagsCollection { { TagNames.ResendCount, call.Attempts - 1 } };
        if (StatusOf(call, failure) is { } status)
            tags.Add(TagNames.StatusCode, status);
        if (failure is not null)
            tags.Add(TagNames.ErrorType, ErrorTypeOf(failure));
        span.AddEvent(new ActivityEvent("attempt", tags: tags));
    }

    public void Retrying(ApiCall call, AdaptyException failure, TimeSpan wait)
    {
        Log.Retrying(logger, call.Operation.Name, ErrorTypeOf(failure), call.Attempts, wait.TotalMilliseconds);
        if (Instruments.Retries.Enabled)
            Instruments.Retries.Add(1, [.. Tags(call), new(TagNames.ErrorType, ErrorTypeOf(failure))]);
    }

    /// <summary>The call has ended, with an exception or without.</summary>
    public void End(Activity? span, ApiCall call, long start, Exception? failure)
    {
        var elapsed = clock.GetElapsedTime(start);
        var status = StatusOf(call, failure);
        var errorType = failure is null ? null : ErrorTypeOf(failure);
        if (errorType is null)
            Log.Responded(logger, call.Operation.Name, status ?? 0, elapsed.TotalMilliseconds, call.Attempts);
        else
            Log.Failed(logger, call.Operation.Name, errorType, elapsed.TotalMilliseconds, call.Attempts);

        if (Instruments.Active.Enabled)
            Instruments.Active.Add(-1, Tags(call));
        if (Instruments.Duration.Enabled)
        {
            var tags = new TagList(Tags(call));
            if (status is not null)
                tags.Add(TagNames.StatusCode, status);
            if (errorType is not null)
                tags.Add(TagNames.ErrorType, errorType);
            Instruments.Duration.Record(elapsed.TotalSeconds, tags);
        }

        if (span is null)
            return;
        if (status is not null)
            span.SetTag(TagNames.StatusCode, status);
        if (call.Attempts > 1)
            span.SetTag(TagNames.ResendCount, call.Attempts - 1);
        if (errorType is not null)
            span.SetTag(TagNames.ErrorType, errorType).SetStatus(ActivityStatusCode.Error);
        span.Dispose();
    }

    /// <summary>The status of the last response; null when there was none.</summary>
    private static int? StatusOf(ApiCall call, Exception? failure) => failure switch
    {
        null => call.Response?.Status,
        AdaptyApiException refused => refused.StatusCode,
        AdaptyResponseException unreadable => unreadable.StatusCode,
        _ => null,
    };

    /// <summary>The status where it says it all, as OpenTelemetry wants it, otherwise the exception's class.</summary>
    private static string ErrorTypeOf(Exception failure) => failure is AdaptyApiException refused
        ? refused.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : failure.GetType().FullName!;

    private KeyValuePair<string, object?>[] Tags(ApiCall call) =>
    [
        new(TagNames.Operation, call.Operation.Name),
        new(TagNames.Method, call.Method.Method),
        new(TagNames.ServerAddress, address.IdnHost),
        new(TagNames.ServerPort, address.Port),
    ];
}
