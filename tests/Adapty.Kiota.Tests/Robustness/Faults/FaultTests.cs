using System.Globalization;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Robustness.Faults;

/// <summary>Every way in which an answer can fail to come, on real sockets: what the caller sees, how often it was tried, how long it took.</summary>
public sealed class FaultTests(FaultRuns runs, ITestOutputHelper output) : IClassFixture<FaultRuns>
{
    public static TheoryData<string> Names => [.. FaultTable.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row(string name)
    {
        var fault = FaultTable.Rows.Single(row => row.Name == name);

        var outcome = await runs.OutcomeAsync(fault);

        Assert.Equal(fault.Expected, outcome.Exception?.GetType());
        Assert.Equal((fault.Status, fault.Attempts, fault.Seconds), (outcome.Status, outcome.Attempts, outcome.Seconds));
        Assert.DoesNotContain(TestData.Key, outcome.Exception?.ToString() ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.CustomerId, outcome.Exception?.ToString() ?? "", StringComparison.Ordinal);
        // The pool of connections still works.
        Assert.Null(outcome.Afterwards);
    }

    [Fact]
    public async Task Table()
    {
        output.WriteLine($"| {"fault",-53} | {"the caller sees",-30} | status | attempts | seconds | {"proved by",-78} |");
        foreach (var fault in FaultTable.Rows)
        {
            var outcome = await runs.OutcomeAsync(fault);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {fault.Name,-53} | {outcome.Exception?.GetType().Name ?? "the profile",-30} | {(outcome.Status == 0 ? "" : outcome.Status),6} | {outcome.Attempts,8} | {outcome.Seconds,7:0.00} | {$"FaultTests.Row(\"{fault.Name}\")",-78} |"));
        }

        Assert.Contains($"{FaultTable.Rows.Count} faults", File.ReadAllText(Path.Combine(Checkout.Root, "README.md")), StringComparison.Ordinal);
    }
}
