using Adapty.Kiota.Caching.Tests.Support;
using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Caching.Tests;

/// <summary>What an invalidation reaches on one node.</summary>
public sealed class InvalidationTests : IDisposable
{
    private readonly World _world = new();
    private readonly FakeProfile _user;
    private readonly ProfileKey _profileKey;

    public InvalidationTests()
    {
        _user = _world.Adapty.AddProfile("user-1");
        _profileKey = ProfileKey.ForProfile(_user.ProfileId);
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task After_an_invalidation_Adapty_is_asked_again()
    {
        Assert.False(await _world.HasPremiumAsync());
        _user.WithLifetimeAccess("premium");
        await _world.Cache.InvalidateAsync(World.User, World.Stop);

        Assert.True(await _world.HasPremiumAsync());
        Assert.Equal(2, _world.Calls);
    }

    [Fact]
    public async Task A_change_that_Adapty_shows_later_than_it_tells_of_it_is_seen_half_a_minute_later()
    {
        Assert.False(await _world.HasPremiumAsync());
        await _world.Cache.InvalidateAsync(_profileKey, World.Stop);
        Assert.False(await _world.HasPremiumAsync());
        _user.WithLifetimeAccess("premium");
        _world.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(await _world.HasPremiumAsync());
        _world.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await _world.HasPremiumAsync());
        _world.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(await _world.HasPremiumAsync());
        Assert.Equal(3, _world.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_names_of_a_user_are_invalidated_by_either(bool byProfileId)
    {
        await _world.HasPremiumAsync();
        await _world.HasPremiumAsync(key: _profileKey);
        _user.WithLifetimeAccess("premium");
        await _world.Cache.InvalidateAsync(byProfileId ? _profileKey : World.User, World.Stop);

        Assert.True(await _world.HasPremiumAsync());
        Assert.True(await _world.HasPremiumAsync(key: _profileKey));
    }

    [Fact]
    public async Task Other_users_stay_known()
    {
        var other = ProfileKey.ForCustomer("user-2");
        _world.Adapty.AddProfile("user-2");
        await _world.HasPremiumAsync(key: other);
        await _world.Cache.InvalidateAsync(World.User, World.Stop);
        await _world.HasPremiumAsync(key: other);

        Assert.Equal(1, _world.Calls);
    }

    [Fact]
    public async Task Not_found_is_invalidated_by_the_name_that_was_asked_for()
    {
        var other = ProfileKey.ForCustomer("user-2");
        Assert.False(await _world.HasPremiumAsync(key: other));
        _world.Adapty.AddProfile("user-2").WithLifetimeAccess("premium");
        await _world.Cache.InvalidateAsync(other, World.Stop);

        Assert.True(await _world.HasPremiumAsync(key: other));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invalidation_wins_over_a_load_under_way(bool byProfileId)
    {
        var made = _world.Held.HoldNext();
        var before = _world.HasPremiumAsync();
        await made;
        _user.WithLifetimeAccess("premium");
        await _world.Cache.InvalidateAsync(byProfileId ? _profileKey : World.User, World.Stop);
        var after = _world.HasPremiumAsync();
        _world.Held.Release();

        Assert.False(await before);
        Assert.True(await after);
        Assert.True(await _world.HasPremiumAsync());
        Assert.Equal(2, _world.Calls);
    }

    [Fact]
    public async Task An_invalidation_wins_over_a_load_that_nobody_asks_about_until_it_is_done()
    {
        var made = _world.Held.HoldNext();
        var before = _world.HasPremiumAsync();
        await made;
        _user.WithLifetimeAccess("premium");
        await _world.Cache.InvalidateAsync(_profileKey, World.Stop);
        _world.Held.Release();
        Assert.False(await before);

        Assert.True(await _world.HasPremiumAsync());
    }

    [Fact]
    public async Task An_invalidation_of_somebody_else_during_a_load_costs_no_further_call()
    {
        var made = _world.Held.HoldNext();
        var before = _world.HasPremiumAsync();
        await made;
        await _world.Cache.InvalidateAsync(ProfileKey.ForCustomer("user-2"), World.Stop);
        var after = _world.HasPremiumAsync();
        _world.Held.Release();
        await Task.WhenAll(before, after);
        await _world.HasPremiumAsync();

        Assert.Equal(1, _world.Calls);
    }

    [Fact]
    public async Task After_an_invalidation_an_outage_leaves_the_last_known_profile_as_stale()
    {
        _user.WithLifetimeAccess("premium");
        await _world.HasPremiumAsync();
        await _world.Cache.InvalidateAsync(World.User, World.Stop);
        _world.Adapty.FailNext(503);

        Assert.True((await _world.Cache.LookupAsync(World.User, World.Stop)).IsStale);
    }

    [Fact]
    public async Task An_invalidation_ends_the_pause_of_an_outage()
    {
        await _world.HasPremiumAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        _world.Adapty.FailNext(503);
        Assert.False(await _world.HasPremiumAsync());
        _user.WithLifetimeAccess("premium");
        await _world.Cache.InvalidateAsync(World.User, World.Stop);

        Assert.True(await _world.HasPremiumAsync());
    }
}
