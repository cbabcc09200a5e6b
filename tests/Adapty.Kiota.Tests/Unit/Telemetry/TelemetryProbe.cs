using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Adapty.Kiota.Tests.Unit.Telemetry;

/// <summary>The real OpenTelemetry SDK, listening to one client: other tests run at the same time, and are told apart by the server's address.</summary>
internal sealed class TelemetryProbe : IDisposable
{
    private readonly SpanExporter _spanExporter = new();
    private readonly MetricExporter _metricExporter = new();
    private readonly TracerProvider _tracing;
    private readonly MeterProvider _metrics;

    public TelemetryProbe()
    {
        Address = new Uri($"https://{Guid.NewGuid():N}.example:8443");
        _tracing = Sdk.CreateTracerProviderBuilder().AddSource("Adapty.Kiota").AddProcessor(new SimpleActivityExportProcessor(_spanExporter)).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().AddMeter("Adapty.Kiota").AddReader(new BaseExportingMetricReader(_metricExporter)).Build();
    }

    public Uri Address { get; }

    public IReadOnlyList<Activity> Spans => [.. _spanExporter.Spans.Where(span => Equals(span.GetTagItem("server.address"), Address.Host))];

    /// <summary>Every point of every instrument: its name, its tags, and its sum or value.</summary>
    public IReadOnlyList<Point> Points()
    {
        _metrics.ForceFlush();
        return [.. _metricExporter.Points.Where(point => Equals(point.Tags.GetValueOrDefault("server.address"), Address.Host))];
    }

    public void Dispose()
    {
        _tracing.Dispose();
        _metrics.Dispose();
        _spanExporter.Dispose();
        _metricExporter.Dispose();
    }

    public sealed record Point(string Instrument, string Unit, IReadOnlyDictionary<string, object?> Tags, double Sum, long Count);

    private sealed class SpanExporter : BaseExporter<Activity>
    {
        private readonly List<Activity> _spans = [];

        public IReadOnlyList<Activity> Spans
        {
            get
            {
                lock (_spans)
                    return [.. _spans];
            }
        }

        public override ExportResult Export(in Batch<Activity> batch)
        {
            lock (_spans)
            {
                foreach (var span in batch)
                    _spans.Add(span);
            }

            return ExportResult.Success;
        }
    }

    private sealed class MetricExporter : BaseExporter<Metric>
    {
        public List<Point> Points { get; } = [];

        public override ExportResult Export(in Batch<Metric> batch)
        {
            Points.Clear();
            foreach (var metric in batch)
            {
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    var tags = new Dictionary<string, object?>(StringComparer.Ordinal);
                    foreach (var (name, value) in point.Tags)
                        tags[name] = value;
                    var (sum, count) = metric.MetricType == MetricType.Histogram
                        ? (point.GetHistogramSum(), point.GetHistogramCount())
                        : (point.GetSumLong(), 1);
                    Points.Add(new Point(metric.Name, metric.Unit, tags, sum, count));
                }
            }

            return ExportResult.Success;
        }
    }
}
