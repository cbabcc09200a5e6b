using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Adapty.Kiota.Telemetry;

/// <summary>What OpenTelemetry listens to. Without a listener nothing is made or counted.</summary>
internal static class Instruments
{
    /// <summary>The name of the activity source, the meter and the category of the log.</summary>
    public const string Name = "Adapty.Kiota";

    public static readonly ActivitySource Activities = new(Name);

    internal static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "adapty.client.request.duration",
        "s",
        "How long a call took, its retries and waits included.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30] });

    public static readonly UpDownCounter<int> Active = Meter.CreateUpDownCounter<int>(
        "adapty.client.active_requests", "{request}", "Calls that are under way.");

    public static readonly Counter<int> Retries = Meter.CreateCounter<int>(
        "adapty.client.retries", "{retry}", "Attempts after the first of a call.");
}
