using BenchmarkDotNet.Attributes;

namespace Adapty.Kiota.Benchmarks.Full;

/// <summary>
/// The rivals in BenchmarkDotNet's care, row by row the table of <c>--quick</c>. In this process, as the server that some of
/// them call is this program, too.
/// </summary>
[InProcess]
[MemoryDiagnoser]
public abstract class RivalBenchmarks
{
    private Func<Task>[] _rivals = [];

    /// <summary>Makes the rivals.</summary>
    [GlobalSetup]
    public async Task SetupAsync() => _rivals = await CreateAsync();

    /// <summary>(a).</summary>
    [Benchmark(Baseline = true)]
    public Task HandWritten() => _rivals[0]();

    /// <summary>(b).</summary>
    [Benchmark]
    public Task StockKiota() => _rivals[1]();

    /// <summary>(c).</summary>
    [Benchmark]
    public Task Adapty() => _rivals[2]();

    /// <summary>(a), (b) and (c).</summary>
    protected abstract Task<Func<Task>[]> CreateAsync();
}
