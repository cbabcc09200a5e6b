using System.Runtime.CompilerServices;

namespace Adapty.Kiota.Tests.Contract.Suite;

/// <summary>The suite against the fake, in memory.</summary>
public sealed class FakeAdaptyContract : AdaptyContract
{
    protected override Task<AdaptyUnderTest> StartAsync([CallerMemberName] string scene = "")
    {
        var fake = FakeWorld.Create();
        return Task.FromResult(new AdaptyUnderTest(key => FakeWorld.Connect(fake, key), World.Key, () => ValueTask.CompletedTask));
    }
}
