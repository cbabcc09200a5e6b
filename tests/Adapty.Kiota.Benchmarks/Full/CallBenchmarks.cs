using Adapty.Kiota.Benchmarks.Bodies;
using Adapty.Kiota.Benchmarks.Rivals;
using Adapty.Kiota.Models;
using BenchmarkDotNet.Attributes;

namespace Adapty.Kiota.Benchmarks.Full;

/// <summary>A whole call in memory, in BenchmarkDotNet's own care; <c>--quick</c> has more rows.</summary>
[MemoryDiagnoser]
public class CallBenchmarks : IDisposable
{
    private HandWritten _handWritten = null!;
    private StockKiota _stock = null!;
    private AdaptyClient _adapty = null!;

    /// <summary>Which answer.</summary>
    [Params("page", "50-levels", "+0000")]
    public string Body { get; set; } = "";

    /// <summary>Makes the clients.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var body = SampleBodies.All.Single(body => body.Name == Body).Bytes;
        var address = new Uri("https://api.adapty.io");
        _handWritten = new HandWritten(new HttpClient(new MemoryHandler(body)), address);
        _stock = new StockKiota(new MemoryHandler(body), address);
        _adapty = new AdaptyClient(new AdaptyClientOptions { ApiKey = "secret_live_benchmark" }, new HttpClient(new MemoryHandler(body)));
    }

    /// <summary>Closes the client.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _adapty.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>(a).</summary>
    [Benchmark(Baseline = true)]
    public Task<object> HandWritten() => Box(_handWritten.GetAsync("user-42", CancellationToken.None));

    /// <summary>(b).</summary>
    [Benchmark]
    public Task<Profile> StockKiota() => _stock.GetAsync("user-42", CancellationToken.None);

    /// <summary>(c).</summary>
    [Benchmark]
    public Task<Profile> Adapty() => _adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-42"));

    private static async Task<object> Box<T>(Task<T> task) where T : notnull => await task;
}
