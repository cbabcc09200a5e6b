using Adapty.Kiota.Benchmarks.Rivals;

namespace Adapty.Kiota.Benchmarks.Full;

/// <summary>Writing alone: a transaction.</summary>
public class WritingBenchmarks : RivalBenchmarks
{
    /// <inheritdoc/>
    protected override Task<Func<Task>[]> CreateAsync() => Task.FromResult(RivalSets.Writers());
}
