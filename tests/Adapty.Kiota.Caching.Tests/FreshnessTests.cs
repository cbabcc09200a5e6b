using System.Net;
using Adapty.Kiota.Caching.Tests.Support;
using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Caching.Tests;

/// <summary>Until when a profile counts, with and without a usable response of Adapty.</summary>
public sealed class FreshnessTests : IDisposable
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StaleFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly World _world = new(options => (options.FreshFor, options.StaleFor) = (FreshFor, StaleFor));
    private readonly FakeProfile _user;

    public FreshnessTests() => _user = _world.Adapty.AddProfile("user-1");

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_second_question_within_FreshFor_makes_no_call()
    {
        _user.WithLifetimeAccess("premium");
        Assert.True(await _world.HasPremiumAsync());
        _world.Clock.Advance(FreshFor - Second);

        Assert.True(await _world.HasPremiumAsync());
        Assert.False(await _world.Cache.HasAccessAsync(World.User, "gold", World.Stop));
        Assert.Equal(1, _world.Calls);
    }

    [Fact]
    public async Task After_FreshFor_Adapty_is_asked_again()
    {
        Assert.False(await _world.HasPremiumAsync());
        _user.WithLifetimeAccess("premium");
        _world.Clock.Advance(FreshFor);

        Assert.True(await _world.HasPremiumAsync());
        Assert.Equal(2, _world.Calls);
    }

    [Fact]
    public async Task An_expiry_between_two_questions_ends_the_access_and_has_Adapty_asked_again()
    {
        _user.WithAccessLevel("premium", _world.Now.AddMinutes(1));
        Assert.True(await _world.HasPremiumAsync());
        _world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await _world.HasPremiumAsync());
        Assert.Equal(2, _world.Calls);
    }

    [Fact]
    public async Task A_renewal_that_came_with_the_expiry_is_seen_at_once()
    {
        _user.WithAccessLevel("premium", _world.Now.AddMinutes(1));
        Assert.True(await _world.HasPremiumAsync());
        _user.WithAccessLevel("premium", _world.Now.AddDays(30));
        _world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await _world.HasPremiumAsync());
    }

    [Fact]
    public async Task A_start_between_two_questions_gives_the_access_and_has_Adapty_asked_again()
    {
        _user.WithAccessLevel("premium", _world.Now.AddDays(30), level => level.StartsAt = _world.Now.AddMinutes(1));
        Assert.False(await _world.HasPremiumAsync());
        _world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await _world.HasPremiumAsync());
        Assert.Equal(2, _world.Calls);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Before_StaleFor_an_outage_leaves_the_last_known_profile(int status)
    {
        _user.WithLifetimeAccess("premium");
        var asOf = _world.Now;
        await _world.HasPremiumAsync();
        _world.Clock.Advance(StaleFor - Second);
        _world.Adapty.FailNext(status);

        var cached = await _world.Cache.LookupAsync(World.User, World.Stop);

        Assert.True(cached.IsStale);
        Assert.Equal(asOf, cached.AsOf);
        Assert.True(cached.Profile!.HasAccess("premium"));
    }

    [Fact]
    public async Task After_StaleFor_an_outage_is_an_exception()
    {
        _user.WithLifetimeAccess("premium");
        await _world.HasPremiumAsync();
        _world.Clock.Advance(StaleFor);
        _world.Adapty.FailNext(503);

        await Assert.ThrowsAsync<AdaptyServerException>(() => _world.HasPremiumAsync());
    }

    [Fact]
    public async Task A_lost_connection_is_an_outage()
    {
        _user.WithLifetimeAccess("premium");
        await _world.HasPremiumAsync();
        _world.Clock.Advance(FreshFor);
        _world.Adapty.FailNext(new HttpRequestException(HttpRequestError.ConnectionError));

        Assert.True((await _world.Cache.LookupAsync(World.User, World.Stop)).IsStale);
    }

    [Fact]
    public async Task In_an_outage_access_expires_by_the_clock()
    {
        _user.WithAccessLevel("premium", _world.Now.AddMinutes(10));
        Assert.True(await _world.HasPremiumAsync());
        _world.Clock.Advance(TimeSpan.FromMinutes(10));
        _world.Adapty.FailNext(503);

        Assert.False(await _world.HasPremiumAsync());
    }

    [Fact]
    public async Task In_an_outage_Adapty_is_asked_again_after_a_pause_and_the_first_response_counts()
    {
        await _world.HasPremiumAsync();
        _user.WithLifetimeAccess("premium");
        _world.Clock.Advance(FreshFor);
        _world.Adapty.FailNext(503);
        Assert.False(await _world.HasPremiumAsync());
        Assert.False(await _world.HasPremiumAsync());
        Assert.Equal(2, _world.Calls);
        _world.Clock.Advance(TimeSpan.FromSeconds(5));

        var cached = await _world.Cache.LookupAsync(World.User, World.Stop);

        Assert.False(cached.IsStale);
        Assert.True(cached.Profile!.HasAccess("premium"));
        Assert.Equal(3, _world.Calls);
    }

    [Fact]
    public async Task After_a_429_Adapty_is_asked_again_when_it_says_so()
    {
        await _world.HasPremiumAsync();
        _world.Clock.Advance(FreshFor);
        _world.Adapty.FailNext(429, headers: [new("Retry-After", "20")]);
        await _world.HasPremiumAsync();
        _world.Clock.Advance(TimeSpan.FromSeconds(19));
        await _world.HasPremiumAsync();
        Assert.Equal(2, _world.Calls);
        _world.Clock.Advance(Second);

        Assert.False((await _world.Cache.LookupAsync(World.User, World.Stop)).IsStale);
        Assert.Equal(3, _world.Calls);
    }

    [Fact]
    public async Task A_429_without_a_known_profile_is_an_exception()
    {
        _world.Adapty.FailNext(429);

        await Assert.ThrowsAsync<AdaptyRateLimitException>(() => _world.HasPremiumAsync());
    }

    [Theory]
    [InlineData(401, typeof(AdaptyAuthenticationException))]
    [InlineData(403, typeof(AdaptyForbiddenException))]
    [InlineData(422, typeof(AdaptyValidationException))]
    public async Task A_401_after_a_good_entry_is_thrown(int status, Type exception)
    {
        _user.WithLifetimeAccess("premium");
        await _world.HasPremiumAsync();
        _world.Clock.Advance(FreshFor);
        _world.Adapty.FailNext(status);

        await Assert.ThrowsAsync(exception, () => _world.HasPremiumAsync());
        Assert.True(await _world.HasPremiumAsync());
    }

    [Fact]
    public async Task Not_found_is_remembered_shortly_and_then_created()
    {
        var other = ProfileKey.ForCustomer("user-2");
        Assert.Null(await _world.Cache.FindAsync(other, World.Stop));
        Assert.False(await _world.HasPremiumAsync(key: other));
        Assert.Equal(1, _world.Calls);
        _world.Adapty.AddProfile("user-2").WithLifetimeAccess("premium");
        _world.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.True(await _world.HasPremiumAsync(key: other));
    }

    [Fact]
    public async Task Not_found_stands_in_for_nobody_in_an_outage()
    {
        var other = ProfileKey.ForCustomer("user-2");
        await _world.HasPremiumAsync(key: other);
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        _world.Adapty.FailNext(503);

        await Assert.ThrowsAsync<AdaptyServerException>(() => _world.HasPremiumAsync(key: other));
    }

    [Fact]
    public async Task An_unreadable_response_is_no_answer_and_leaves_the_last_known_profile()
    {
        _user.WithLifetimeAccess("premium");
        await _world.HasPremiumAsync();
        _world.Clock.Advance(FreshFor);
        _world.Adapty.FailNext((int)HttpStatusCode.OK, "<html>", "text/html");
        Assert.True((await _world.Cache.LookupAsync(World.User, World.Stop)).IsStale);

        var other = ProfileKey.ForCustomer("user-2");
        _world.Adapty.FailNext((int)HttpStatusCode.OK, "{}");
        await Assert.ThrowsAsync<AdaptyResponseException>(() => _world.HasPremiumAsync(key: other));
    }

    [Fact]
    public async Task A_clock_put_forward_a_year_ends_all_that_was_known()
    {
        _user.WithAccessLevel("premium", _world.Now.AddDays(30));
        await _world.HasPremiumAsync();
        _world.Clock.Advance(TimeSpan.FromDays(365));
        Assert.False(await _world.HasPremiumAsync());
        _world.Clock.Advance(TimeSpan.FromDays(365));
        _world.Adapty.FailNext(503);

        await Assert.ThrowsAsync<AdaptyServerException>(() => _world.HasPremiumAsync());
    }

    [Fact]
    public async Task A_profile_with_500_access_levels_changes_at_each_of_their_ends()
    {
        for (var index = 0; index < 500; index++)
            _user.WithAccessLevel($"level-{index}", _world.Now.AddSeconds(index + 1));

        for (var index = 0; index < 500; index++)
        {
            Assert.True(await _world.Cache.HasAccessAsync(World.User, $"level-{index}", World.Stop));
            _world.Clock.Advance(Second);
            Assert.False(await _world.Cache.HasAccessAsync(World.User, $"level-{index}", World.Stop));
        }

        Assert.Equal(501, _world.Calls);
    }

    [Fact]
    public async Task Without_StaleFor_an_outage_is_an_exception_as_soon_as_a_profile_is_no_longer_fresh()
    {
        using var world = new World(options => options.StaleFor = TimeSpan.Zero);
        world.Adapty.AddProfile("user-1");
        await world.HasPremiumAsync();
        world.Clock.Advance(FreshFor);
        world.Adapty.FailNext(503);

        await Assert.ThrowsAsync<AdaptyServerException>(() => world.HasPremiumAsync());
    }
}
