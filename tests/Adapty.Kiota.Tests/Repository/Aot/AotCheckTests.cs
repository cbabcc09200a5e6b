using Adapty.Kiota.AotTests;
using Adapty.Kiota.Tests.Support;
using Adapty.Kiota.Tests.Unit.Json;

namespace Adapty.Kiota.Tests.Repository.Aot;

/// <summary>What <c>build/aot.sh</c> runs as Native AOT, here on the JIT; and that it leaves nothing out.</summary>
public sealed class AotCheckTests
{
    [Fact]
    public async Task The_checks_pass()
    {
        await using var output = new StringWriter();

        Assert.True(await Checks.RunAsync(output), output.ToString());
    }

    [Fact]
    public void The_checks_call_every_operation()
    {
        var described = Spec.Operations.Select(operation => $"{operation.Method} {operation.Path.Replace("{paywall_id}", "{id}", StringComparison.Ordinal)}");

        Assert.Equal(described.Order(StringComparer.Ordinal), Checks.Operations);
    }

    [Fact]
    public void The_checks_read_every_model() =>
        Assert.Equal(WholesomeTests.ResponseModels().Select(type => type.Name).Order(StringComparer.Ordinal), Checks.Models.Select(type => type.Name));

    [Fact]
    public void The_checks_meet_every_exception()
    {
        var family = typeof(AdaptyException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AdaptyException)) && !type.IsAbstract);

        Assert.Equal(family.Select(type => type.Name).Order(StringComparer.Ordinal), Checks.Exceptions.Select(type => type.Name));
    }
}
