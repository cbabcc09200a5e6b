using Adapty.Kiota.Benchmarks.Bodies;
using BenchmarkDotNet.Attributes;

namespace Adapty.Kiota.Benchmarks.Full;

/// <summary>Rivals over one of the answers.</summary>
public abstract class BodyBenchmarks : RivalBenchmarks
{
    /// <summary>Which answer.</summary>
    [Params("page", "50-levels", "+0000")]
    public string Body { get; set; } = "";

    /// <summary>The answer's bytes.</summary>
    protected byte[] Bytes => SampleBodies.All.Single(body => body.Name == Body).Bytes;
}
