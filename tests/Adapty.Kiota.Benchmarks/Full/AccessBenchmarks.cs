using Adapty.Kiota.Benchmarks.Bodies;
using Adapty.Kiota.Json;
using Adapty.Kiota.Models;
using BenchmarkDotNet.Attributes;

namespace Adapty.Kiota.Benchmarks.Full;

/// <summary>The access rule, where it has the most to look at.</summary>
[InProcess]
[MemoryDiagnoser]
public class AccessBenchmarks
{
    private readonly Profile _profile = AdaptyJson.Read(SampleBodies.FiftyLevels, AdaptyJson.TypeInfo<ProfileResponse>()).Data!;

    /// <summary>The last of 50 levels.</summary>
    [Benchmark]
    public bool HasAccess() => _profile.HasAccess("level-49");
}
