namespace Adapty.Kiota.Tests.Testing;

public sealed class RevokeTests : FakeScenario
{
    private const string Path = "purchase/profile/revoke/access-level/";

    [Fact]
    public async Task Access_ends_at_once_and_stays_in_the_list()
    {
        User.WithLifetimeAccess("premium").WithLifetimeAccess("archive");

        var profile = await Adapty.AccessLevels.RevokeAsync(User.Key, "premium", Token);

        Assert.False(profile.HasAccess("premium"));
        Assert.Equal(Now, profile.AccessLevels!.Single(level => level.AccessLevelId == "premium").ExpiresAt);
        Assert.True(profile.HasAccess("archive"));
    }

    [Fact]
    public async Task Access_can_end_later()
    {
        User.WithAccessLevel("premium", Now.AddDays(30));

        var profile = await Adapty.AccessLevels.RevokeAsync(User.Key, "premium", Now.AddDays(3), Token);

        Assert.True(profile.HasAccess("premium"));
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.False((await ReadAsync()).HasAccess("premium"));
    }

    [Fact]
    public async Task What_was_to_start_later_ends_too()
    {
        await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(7), Token);
        await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(60), Now.AddDays(30), Token);

        var profile = await Adapty.AccessLevels.RevokeAsync(User.Key, "premium", Token);

        Assert.False(profile.HasAccess("premium"));
        Assert.False(profile.HasAccess("premium", Now.AddDays(45)));
    }

    [Fact]
    public async Task What_is_over_stays_as_it_is()
    {
        User.WithAccessLevel("premium", Now.AddDays(-3));

        var profile = await Adapty.AccessLevels.RevokeAsync(User.Key, "premium", Token);

        Assert.Equal(Now.AddDays(-3), Assert.Single(profile.AccessLevels!).ExpiresAt);
    }

    [Fact]
    public async Task Null_is_now()
    {
        User.WithLifetimeAccess("premium");

        await Fake.SendAsync(HttpMethod.Post, Path, """{"access_level_id":"premium","revoke_at":null}""");

        Assert.False((await ReadAsync()).HasAccess("premium"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task The_past_is_refused(int seconds)
    {
        User.WithLifetimeAccess("premium");

        var exception = await RefusedAsync<AdaptyValidationException>(
            400, AdaptyErrorCodes.ValueError, () => Adapty.AccessLevels.RevokeAsync(User.Key, "premium", Now.AddSeconds(seconds), Token));

        Assert.Null(exception.Errors[0].Source);
        Assert.True((await ReadAsync()).HasAccess("premium"));
    }

    [Fact]
    public async Task Beyond_the_expiry_is_refused()
    {
        User.WithAccessLevel("premium", Now.AddDays(7));

        var exception = await RefusedAsync<AdaptyValidationException>(
            400, AdaptyErrorCodes.RevocationDateMoreThanExpirationDate, () => Adapty.AccessLevels.RevokeAsync(User.Key, "premium", Now.AddDays(7).AddSeconds(1), Token));

        Assert.Equal("revoke_at", exception.Errors[0].Source);
        await Adapty.AccessLevels.RevokeAsync(User.Key, "premium", Now.AddDays(7), Token);
    }

    [Fact]
    public async Task A_lifetime_has_no_expiry_to_be_beyond()
    {
        User.WithLifetimeAccess("premium");

        await Adapty.AccessLevels.RevokeAsync(User.Key, "premium", Now.AddYears(50), Token);

        Assert.Equal(Now.AddYears(50), Assert.Single((await ReadAsync()).AccessLevels!).ExpiresAt);
    }

    [Fact]
    public async Task A_level_that_the_user_lacks_has_the_documented_body()
    {
        var (status, body) = await Fake.SendAsync(HttpMethod.Post, Path, """{"access_level_id":"premium"}""");

        Assert.Equal(400, status);
        Assert.Equal(
            $$"""{"errors":[{"source":"non_field_errors","errors":["Profile `{{User.ProfileId}}` has no `premium` access level"]}],"error_code":"profile_paid_access_level_does_not_exist","status_code":400}""",
            body);
    }

    [Fact]
    public async Task A_level_that_the_app_lacks_is_refused()
    {
        await RefusedAsync<AdaptyResourceNotFoundException>(
            400, AdaptyErrorCodes.PaidAccessLevelDoesNotExist, () => Adapty.AccessLevels.RevokeAsync(User.Key, "gold", Token));
    }

    [Fact]
    public async Task An_unknown_user_is_a_bad_request()
    {
        await RefusedAsync<AdaptyProfileNotFoundException>(400, AdaptyErrorCodes.ProfileDoesNotExist, () => Adapty.AccessLevels.RevokeAsync(Nobody, "premium", Token));
    }

    [Fact]
    public async Task A_revocation_does_not_last_beyond_the_next_transaction()
    {
        await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(), Token);
        Assert.False((await Adapty.AccessLevels.RevokeAsync(User.Key, "premium", Token)).HasAccess("premium"));

        var renewed = await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(transaction: "2"), Token);

        Assert.True(renewed.HasAccess("premium"));
    }
}
