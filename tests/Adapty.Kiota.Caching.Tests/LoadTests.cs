using Adapty.Kiota.Caching.Tests.Support;

namespace Adapty.Kiota.Caching.Tests;

/// <summary>How many calls go to Adapty, and whose they are.</summary>
public sealed class LoadTests : IDisposable
{
    private readonly World _world = new();

    public LoadTests() => _world.Adapty.AddProfile("user-1").WithLifetimeAccess("premium");

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_thousand_callers_make_one_call()
    {
        var made = _world.Held.HoldNext();
        var callers = Enumerable.Range(0, 1000).Select(_ => _world.HasPremiumAsync()).ToList();
        await made;
        _world.Held.Release();

        Assert.All(await Task.WhenAll(callers), Assert.True);
        Assert.Equal(1, _world.Calls);
    }

    [Fact]
    public async Task A_thousand_callers_of_a_failing_Adapty_make_one_call_and_get_its_exception()
    {
        var made = _world.Held.HoldNext();
        _world.Adapty.FailNext(503);
        var callers = Enumerable.Range(0, 1000).Select(_ => _world.HasPremiumAsync()).ToList();
        await made;
        _world.Held.Release();

        foreach (var caller in callers)
            await Assert.ThrowsAsync<AdaptyServerException>(() => caller);
        Assert.Equal(1, _world.Calls);
    }

    [Fact]
    public async Task A_caller_who_loses_patience_takes_the_call_from_nobody_else()
    {
        using var patience = new CancellationTokenSource();
        var made = _world.Held.HoldNext();
        var impatient = _world.Cache.HasAccessAsync(World.User, "premium", patience.Token);
        var patient = _world.HasPremiumAsync();
        await made;
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        _world.Held.Release();
        Assert.True(await patient);
        Assert.Equal(1, _world.Calls);
    }

    [Fact]
    public async Task A_cancelled_token_is_heeded_even_when_the_profile_is_known()
    {
        await _world.HasPremiumAsync();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _world.Cache.HasAccessAsync(World.User, "premium", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _world.Cache.FindAsync(World.User, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _world.Cache.LookupAsync(World.User, cancelled));
    }

    [Fact]
    public async Task A_disposed_cache_ends_its_calls_and_takes_no_more_questions()
    {
        var made = _world.Held.HoldNext();
        var caller = _world.HasPremiumAsync();
        await made;
        _world.Cache.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => caller);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _world.HasPremiumAsync());
    }

    [Fact]
    public async Task A_default_key_and_an_empty_access_level_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _world.Cache.HasAccessAsync(default, "premium", World.Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => _world.Cache.HasAccessAsync(World.User, "", World.Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => _world.Cache.FindAsync(default, World.Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => _world.Cache.LookupAsync(default, World.Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => _world.Cache.InvalidateAsync(default, World.Stop));
        Assert.Equal(0, _world.Calls);
    }

    [Fact]
    public async Task More_profiles_than_MaxProfiles_are_answered_and_not_all_kept()
    {
        using var world = new World(options => options.MaxProfiles = 10);
        for (var index = 0; index < 100; index++)
            world.Adapty.AddProfile($"many-{index}").WithLifetimeAccess("premium");

        for (var index = 0; index < 100; index++)
            Assert.True(await world.HasPremiumAsync(key: ProfileKey.ForCustomer($"many-{index}")));
        for (var index = 0; index < 100; index++)
            Assert.True(await world.HasPremiumAsync(key: ProfileKey.ForCustomer($"many-{index}")));

        Assert.InRange(world.Calls, 180, 200);
    }
}
