using Adapty.Kiota.Benchmarks.Rivals;

namespace Adapty.Kiota.Benchmarks.Full;

/// <summary>Reading alone.</summary>
public class ReadingBenchmarks : BodyBenchmarks
{
    /// <inheritdoc/>
    protected override Task<Func<Task>[]> CreateAsync() => Task.FromResult(RivalSets.Readers(Bytes));
}
