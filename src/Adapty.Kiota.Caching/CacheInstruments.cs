using System.Diagnostics.Metrics;
using Adapty.Kiota.Telemetry;

namespace Adapty.Kiota.Caching;

/// <summary>What OpenTelemetry listens to.</summary>
internal static class CacheInstruments
{
    public static readonly Counter<long> Hits = Instruments.Meter.CreateCounter<long>(
        "adapty.cache.hits", "{question}", "Questions answered by a fresh profile, from this node's memory or from Redis.");

    public static readonly Counter<long> Stale = Instruments.Meter.CreateCounter<long>(
        "adapty.cache.stale", "{question}", "Questions answered by the last known profile, as Adapty gave no usable response.");

    public static readonly Counter<long> Loads = Instruments.Meter.CreateCounter<long>(
        "adapty.cache.loads", "{call}", "Calls to Adapty for a profile.");

    public static readonly Counter<long> Invalidations = Instruments.Meter.CreateCounter<long>(
        "adapty.cache.invalidations", "{profile}", "Names of users that were invalidated on this node.");
}
