using Adapty.Kiota.Benchmarks.Bodies;
using Adapty.Kiota.Benchmarks.Rivals;
using Adapty.Kiota.Calls;
using BenchmarkDotNet.Attributes;

namespace Adapty.Kiota.Benchmarks.Full;

/// <summary>A whole call over loopback, to Kestrel in another process.</summary>
public class LoopbackCallBenchmarks : BodyBenchmarks
{
    private ServerProcess? _server;

    /// <summary>Ends the other process.</summary>
    [GlobalCleanup]
    public void Cleanup() => _server?.Dispose();

    /// <inheritdoc/>
    protected override async Task<Func<Task>[]> CreateAsync()
    {
        _server = await ServerProcess.StartAsync();
        return RivalSets.Clients(Connections.CreateHandler, new Uri(_server.Address, $"/{Body}/"));
    }
}
