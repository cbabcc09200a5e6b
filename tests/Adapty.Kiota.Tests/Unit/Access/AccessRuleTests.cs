using System.Globalization;
using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Access;

/// <summary>When an access level is active, at the exact boundaries, with now = 2031-03-10T12:00:00Z.</summary>
public sealed class AccessRuleTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static async Task<Profile> ReadAsync(string body)
    {
        using var client = StubHandler.Returning(body).Client(options => options.TimeProvider = new FakeTimeProvider(Now));
        return await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(1, """ "starts_at":null,"expires_at":null """, true)]
    [InlineData(2, """ "starts_at":null,"expires_at":"2031-03-10T12:00:01Z" """, true)]
    [InlineData(3, """ "starts_at":null,"expires_at":"2031-03-10T12:00:00Z" """, false)]
    [InlineData(4, """ "starts_at":null,"expires_at":"2031-03-10T11:59:59Z" """, false)]
    [InlineData(5, """ "starts_at":"2031-03-11T00:00:00Z","expires_at":null """, false)]
    [InlineData(6, """ "starts_at":"2031-03-10T12:00:00Z","expires_at":null """, true)]
    [InlineData(7, """ "starts_at":"2031-03-01T00:00:00Z","expires_at":"2031-04-01T00:00:00Z" """, true)]
    [InlineData(8, """ "starts_at":"2031-03-11T00:00:00Z","expires_at":"2031-04-01T00:00:00Z","is_in_grace_period":true """, false)]
    [InlineData(9, """ "starts_at":null,"expires_at":"2031-03-09T12:00:00Z","is_in_grace_period":true """, false)]
    [InlineData(10, """ "starts_at":null,"expires_at":"2031-03-20T12:00:00Z","is_in_grace_period":true,"billing_issue_detected_at":"2031-03-09T12:00:00Z" """, true)]
    [InlineData(11, """ "starts_at":null,"expires_at":"2031-03-20T12:00:00Z","renewal_cancelled_at":"2031-03-09T12:00:00Z" """, true)]
    [InlineData(12, """ "starts_at":null,"expires_at":"2031-03-09T12:00:00Z","cancellation_reason":"refund" """, false)]
    [InlineData(13, """ "starts_at":null,"expires_at":"2031-03-20T12:00:00Z","cancellation_reason":"refund" """, true)]
    [InlineData(14, """ "starts_at":null,"expires_at":null,"cancellation_reason":"refund" """, true)]
    [InlineData(15, """ "starts_at":"2031-04-01T00:00:00Z","expires_at":"2031-03-20T00:00:00Z" """, false)]
    [InlineData(16, """ "expires_at":"2031-03-20T12:00:00Z" """, true)]
    [InlineData(21, """ "starts_at":null,"expires_at":"2031-03-10T12:00:00.000001+0000" """, true)]
    [InlineData(22, """ "starts_at":null,"expires_at":"2031-03-10T14:00:01+02:00" """, true)]
    [InlineData(23, """ "starts_at":null,"expires_at":"2031-03-10T12:00:01" """, true)]
    [InlineData(24, """ "starts_at":null,"expires_at":"9999-01-02T03:04:05.000000+0000" """, true)]
    public async Task The_table(int row, string level, bool active)
    {
        var profile = await ReadAsync(TestData.BodyWithLevel(level));

        Assert.True(active == profile.HasAccess("premium"), string.Create(CultureInfo.InvariantCulture, $"row {row}"));
        Assert.Equal(active, profile.HasAccess("premium", Now.ToOffset(TimeSpan.FromHours(-7))));
        Assert.Equal(active ? 1 : 0, profile.ActiveAccessLevels().Count);
        Assert.Equal(active, profile.AccessLevels![0].IsActiveAt(Now));
        Assert.False(profile.HasAccess("Premium"));
    }

    [Theory]
    [InlineData(17, """ "starts_at":null """)]
    [InlineData(18, """ "starts_at":null,"expires_at":"" """)]
    [InlineData(18, """ "starts_at":null,"expires_at":"soon" """)]
    [InlineData(18, """ "starts_at":null,"expires_at":1931428800 """)]
    [InlineData(18, """ "starts_at":null,"expires_at":true """)]
    [InlineData(18, """ "starts_at":null,"expires_at":"2031-03-20" """)]
    [InlineData(19, """ "starts_at":"soon","expires_at":null """)]
    [InlineData(20, """ "starts_at":null,"expires_at":"2031-03-10 12:00:01+00:00" """)]
    public async Task Unreadable_rows_decide_nothing(int row, string level)
    {
        var exception = await Record.ExceptionAsync(() => ReadAsync(TestData.BodyWithLevel(level)));

        Assert.True(exception is AdaptyResponseException, string.Create(CultureInfo.InvariantCulture, $"row {row}: {exception}"));
    }

    [Fact]
    public async Task Two_entries_with_one_id_any_active_one_counts()
    {
        var profile = await ReadAsync(
            """
            {"data":{"profile_id":"p","access_levels":[
              {"access_level_id":"premium","expires_at":"2031-03-09T00:00:00Z"},
              {"access_level_id":"premium","expires_at":"2031-04-09T00:00:00Z"},
              {"access_level_id":"gold","expires_at":"2031-03-09T00:00:00Z"}]}}
            """);

        Assert.True(profile.HasAccess("premium"));
        Assert.False(profile.HasAccess("gold"));
        Assert.Equal([profile.AccessLevels![1]], profile.ActiveAccessLevels());
        Assert.Equal([profile.AccessLevels[0], profile.AccessLevels[1], profile.AccessLevels[2]], profile.ActiveAccessLevels(Now.AddDays(-2)));
    }

    [Fact]
    public async Task The_clock_is_the_clients_and_goes_on()
    {
        var clock = new FakeTimeProvider(Now);
        using var client = StubHandler.Returning(TestData.BodyWithLevel(""" "expires_at":"2031-03-10T12:00:01Z" """)).Client(options => options.TimeProvider = clock);
        var profile = await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);

        Assert.True(profile.HasAccess("premium"));
        clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        Assert.True(profile.HasAccess("premium"));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.False(profile.HasAccess("premium"));
    }

    [Fact]
    public void A_profile_of_your_own_making_has_what_it_says()
    {
        var profile = new Profile { AccessLevels = [new AccessLevel { AccessLevelId = "premium", ExpiresAt = Now }] };

        Assert.True(profile.HasAccess("premium", Now.AddTicks(-1)));
        Assert.False(profile.HasAccess("premium", Now));
        Assert.False(new Profile { AccessLevels = [] }.HasAccess("premium"));
        Assert.Empty(new Profile { AccessLevels = [] }.ActiveAccessLevels());
    }

    /// <summary>Another serializer leaves the list null where it does not find it: that is no "no".</summary>
    [Fact]
    public void Without_a_list_of_access_levels_nothing_is_said()
    {
        var profile = System.Text.Json.JsonSerializer.Deserialize<Profile>(AdaptyJson.Serialize(new Profile
        {
            ProfileId = "p",
            AccessLevels = [new AccessLevel { AccessLevelId = "premium" }],
        }))!;

        foreach (var ask in (Action[])[() => profile.HasAccess("premium"), () => profile.HasAccess("premium", Now), () => profile.ActiveAccessLevels(), () => profile.ActiveAccessLevels(Now)])
            Assert.Contains(nameof(AdaptyJson), Assert.Throws<InvalidOperationException>(ask).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void An_access_level_without_a_name_is_refused(string? id) => Assert.ThrowsAny<ArgumentException>(() => new Profile().HasAccess(id!));
}
