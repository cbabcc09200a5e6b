using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Adapty.Kiota.Caching.Tests.Support;

namespace Adapty.Kiota.Caching.Tests;

/// <summary>A listener hears the whole process: what it counts must be this test's alone.</summary>
[CollectionDefinition(nameof(CounterTests), DisableParallelization = true)]
public sealed class ListenersRunAlone;

/// <summary>What OpenTelemetry gets to see.</summary>
[Collection(nameof(CounterTests))]
public sealed class CounterTests
{
    [Fact]
    public async Task Hits_stale_answers_loads_and_invalidations_are_counted()
    {
        using var world = new World();
        world.Adapty.AddProfile("user-1");
        var counts = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Meter.Name == "Adapty.Kiota" && instrument.Name.StartsWith("adapty.cache.", StringComparison.Ordinal))
                meter.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => counts.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        listener.Start();

        await world.HasPremiumAsync();
        await world.HasPremiumAsync();
        await world.HasPremiumAsync();
        await world.Cache.InvalidateAsync(World.User, World.Stop);
        world.Adapty.FailNext(503);
        await world.HasPremiumAsync();
        listener.Dispose();

        Assert.Equal((2, 2, 1, 1), (Count("hits"), Count("loads"), Count("invalidations"), Count("stale")));

        long Count(string name) => counts.GetValueOrDefault("adapty.cache." + name);
    }
}
