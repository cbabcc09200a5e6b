using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Limits;

/// <summary>What a grant and a revocation must have.</summary>
public sealed class AccessLevelRuleTests
{
    private static readonly DateTimeOffset Until = new(2031, 4, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\t ")]
    public async Task An_access_level_without_a_name(string? id)
    {
        foreach (var call in (Func<AdaptyClient, CancellationToken, Task>[])
            [
                (adapty, token) => adapty.AccessLevels.GrantAsync(TestData.Customer, id!, Until, token),
                (adapty, token) => adapty.AccessLevels.GrantAsync(TestData.Customer, id!, Until, Until.AddDays(-1), token),
                (adapty, token) => adapty.AccessLevels.GrantLifetimeAsync(TestData.Customer, id!, token),
                (adapty, token) => adapty.AccessLevels.GrantLifetimeAsync(TestData.Customer, id!, Until, token),
                (adapty, token) => adapty.AccessLevels.RevokeAsync(TestData.Customer, id!, token),
                (adapty, token) => adapty.AccessLevels.RevokeAsync(TestData.Customer, id!, Until, token),
            ])
        {
            await Refused.AsArgumentAsync(call, "accessLevelId", "is required");
        }
    }

    [Fact]
    public async Task Access_that_would_end_before_it_begins()
    {
        await Refused.AsArgumentAsync((adapty, token) => adapty.AccessLevels.GrantAsync(TestData.Customer, "premium", until: Until, from: Until.AddTicks(1), token), "from", "must be before until");
        await Refused.AsArgumentAsync((adapty, token) => adapty.AccessLevels.GrantAsync(TestData.Customer, "premium", until: Until, from: Until.ToOffset(TimeSpan.FromHours(9)), token), "from", "must be before until");
    }

    /// <summary>The past is Adapty's to judge: its clock decides.</summary>
    [Fact]
    public async Task An_end_in_the_past_is_passed_on()
    {
        var past = new DateTimeOffset(1999, 12, 31, 23, 59, 59, TimeSpan.Zero);

        Assert.Equal("""{"access_level_id":"premium","expires_at":"1999-12-31T23:59:59Z"}""", await Refused.NotAsync((adapty, token) => adapty.AccessLevels.GrantAsync(TestData.Customer, "premium", past, token), TestData.ProfileBody));
        Assert.Equal("""{"access_level_id":"premium","revoke_at":"1999-12-31T23:59:59Z"}""", await Refused.NotAsync((adapty, token) => adapty.AccessLevels.RevokeAsync(TestData.Customer, "premium", past, token), TestData.ProfileBody));
    }

    [Theory]
    [InlineData(0, "2031-04-01T00:00:00Z")]
    [InlineData(9, "2031-04-01T00:00:00Z")]
    [InlineData(10, "2031-04-01T00:00:00.000001Z")]
    [InlineData(19, "2031-04-01T00:00:00.000001Z")]
    [InlineData(9_999_999, "2031-04-01T00:00:00.999999Z")]
    [InlineData(1_200_000, "2031-04-01T00:00:00.120000Z")]
    public async Task Instants_are_cut_to_microseconds(int ticks, string written) => Assert.Equal(
        $$"""{"access_level_id":"premium","expires_at":"{{written}}"}""",
        await Refused.NotAsync((adapty, token) => adapty.AccessLevels.GrantAsync(TestData.Customer, "premium", Until.AddTicks(ticks).ToOffset(TimeSpan.FromMinutes(-330)), token), TestData.ProfileBody));
}
