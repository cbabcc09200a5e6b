using Adapty.Kiota.Benchmarks.Bodies;
using Adapty.Kiota.Benchmarks.Rivals;

namespace Adapty.Kiota.Benchmarks.Full;

/// <summary>A whole call in memory.</summary>
public class CallBenchmarks : BodyBenchmarks
{
    /// <inheritdoc/>
    protected override Task<Func<Task>[]> CreateAsync()
    {
        var body = Bytes;
        return Task.FromResult(RivalSets.Clients(() => new MemoryHandler(body), RivalSets.Nowhere));
    }
}
