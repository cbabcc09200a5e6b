using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Tests.Testing;

public sealed class GrantTests : FakeScenario
{
    private const string Path = "purchase/profile/grant/access-level/";

    [Fact]
    public async Task A_grant_gives_access_until_its_end()
    {
        var profile = await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(7), Token);

        var level = Assert.Single(profile.AccessLevels!);
        Assert.Equal(Stores.Adapty, level.Store);
        Assert.Equal(Now, level.PurchasedAt);
        Assert.Equal(Now.AddDays(7), level.ExpiresAt);
        Assert.Null(level.StartsAt);
        Assert.Empty(profile.Subscriptions!);
        Assert.True(profile.HasAccess("premium"));
        Clock.Advance(TimeSpan.FromDays(7));
        Assert.False((await ReadAsync()).HasAccess("premium"));
    }

    [Fact]
    public async Task A_grant_without_an_end_is_for_life()
    {
        var profile = await Adapty.AccessLevels.GrantLifetimeAsync(User.Key, "premium", Token);

        Assert.Null(Assert.Single(profile.AccessLevels!).ExpiresAt);
        Assert.Equal(200, (await Fake.SendAsync(HttpMethod.Post, Path, """{"access_level_id":"premium","starts_at":null,"expires_at":null}""")).Status);
    }

    [Fact]
    public async Task A_grant_extends_what_is_active_and_never_shortens_it()
    {
        User.WithAccessLevel("premium", Now.AddDays(7));

        Assert.Equal(Now.AddDays(30), Assert.Single((await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(30), Token)).AccessLevels!).ExpiresAt);
        Assert.Equal(Now.AddDays(30), Assert.Single((await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(1), Token)).AccessLevels!).ExpiresAt);
        Assert.Null(Assert.Single((await Adapty.AccessLevels.GrantLifetimeAsync(User.Key, "premium", Token)).AccessLevels!).ExpiresAt);
        Assert.Null(Assert.Single((await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(1), Token)).AccessLevels!).ExpiresAt);
    }

    [Fact]
    public async Task A_grant_takes_the_place_of_what_is_over()
    {
        User.WithAccessLevel("premium", Now.AddDays(-1));

        var level = Assert.Single((await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(7), Token)).AccessLevels!);

        Assert.Equal(Now.AddDays(7), level.ExpiresAt);
        Assert.Equal(Stores.Adapty, level.Store);
    }

    [Fact]
    public async Task A_grant_can_start_later()
    {
        var profile = await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(30), Now.AddDays(10), Token);
        Assert.False(profile.HasAccess("premium"));

        // Another one that starts later takes its place.
        var moved = await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(30), Now.AddDays(5), Token);
        Assert.Equal(Now.AddDays(5), Assert.Single(moved.AccessLevels!).StartsAt);

        Clock.Advance(TimeSpan.FromDays(5));
        Assert.True((await ReadAsync()).HasAccess("premium"));
    }

    [Fact]
    public async Task A_grant_that_starts_later_leaves_alone_what_is_active()
    {
        User.WithAccessLevel("premium", Now.AddDays(7));

        var profile = await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(60), Now.AddDays(30), Token);

        Assert.True(profile.HasAccess("premium"));
        Assert.False(profile.HasAccess("premium", Now.AddDays(20)));
        Assert.True(profile.HasAccess("premium", Now.AddDays(45)));
    }

    [Fact]
    public async Task A_grant_may_be_over_already()
    {
        var (status, _) = await Fake.SendAsync(HttpMethod.Post, Path, """{"access_level_id":"premium","expires_at":"2031-03-10T11:59:59+0000"}""");

        Assert.Equal(200, status);
        Assert.False((await ReadAsync()).HasAccess("premium"));
    }

    [Fact]
    public async Task Only_the_apps_access_levels_can_be_granted()
    {
        var exception = await RefusedAsync<AdaptyResourceNotFoundException>(
            400, AdaptyErrorCodes.PaidAccessLevelDoesNotExist, () => Adapty.AccessLevels.GrantLifetimeAsync(User.Key, "gold", Token));
        Assert.Equal("non_field_errors", exception.Errors[0].Source);

        Fake.AddAccessLevel("gold").AddProduct("monthly.silver", "silver");
        Fake.AddProfile("user-43").WithLifetimeAccess("bronze");

        foreach (var level in new[] { "gold", "silver", "bronze" })
            Assert.True((await Adapty.AccessLevels.GrantLifetimeAsync(User.Key, level, Token)).HasAccess(level));
    }

    [Fact]
    public async Task An_unknown_user_is_a_bad_request()
    {
        var exception = await RefusedAsync<AdaptyProfileNotFoundException>(
            400, AdaptyErrorCodes.ProfileDoesNotExist, () => Adapty.AccessLevels.GrantLifetimeAsync(Nobody, "premium", Token));

        Assert.Equal("non_field_errors", exception.Errors[0].Source);
    }

    [Theory]
    [InlineData("{}", "access_level_id")]
    [InlineData("""{"access_level_id":""}""", "access_level_id")]
    [InlineData("""{"access_level_id":1}""", "access_level_id")]
    [InlineData("""{"access_level_id":"premium","expires_at":1}""", "expires_at")]
    [InlineData("""{"access_level_id":"premium","expires_at":"2031-03-10"}""", "expires_at")]
    [InlineData("""{"access_level_id":"premium","starts_at":"soon"}""", "starts_at")]
    public async Task A_wrong_field_is_named(string sent, string field)
    {
        var (status, body) = await Fake.SendAsync(HttpMethod.Post, Path, sent);

        Assert.Equal(400, status);
        Assert.StartsWith($$"""{"errors":{"{{field}}":[""", body, StringComparison.Ordinal);
        Assert.Empty((await ReadAsync()).AccessLevels!);
    }

    [Fact]
    public async Task Grants_from_many_threads_lose_nothing()
    {
        using var fake = new FakeAdapty();
        using var adapty = fake.CreateClient();
        for (var number = 0; number < 20; number++)
            fake.AddAccessLevel($"level-{number}");
        var user = fake.AddProfile("user-42");

        await Parallel.ForAsync(0, 100, Token, async (number, token) => await adapty.AccessLevels.GrantLifetimeAsync(user.Key, $"level-{number % 20}", token));

        Assert.Equal(20, (await adapty.Profiles.GetAsync(user.Key, Token)).ActiveAccessLevels().Count);
    }
}
