using Adapty.Kiota.Benchmarks.Bodies;
using Adapty.Kiota.Models;
using BenchmarkDotNet.Attributes;

namespace Adapty.Kiota.Benchmarks.Full;

/// <summary>The access rule, where it has the most to look at.</summary>
[InProcess]
[MemoryDiagnoser]
public class AccessBenchmarks
{
    private readonly Profile _profile = AdaptyJson.Read<ProfileResponse>(SampleBodies.FiftyLevels, TimeProvider.System).Data!;

    /// <summary>The last of 50 levels.</summary>
    [Benchmark]
    public bool HasAccess() => _profile.HasAccess("level-49");
}
