using Adapty.Kiota.Caching.Tests.Support;
using Adapty.Kiota.Testing;
using StackExchange.Redis;

namespace Adapty.Kiota.Caching.Tests.Redis;

/// <summary>Two nodes over one Redis.</summary>
public sealed class RedisNodesTests(RedisServer redis) : IClassFixture<RedisServer>, IDisposable
{
    private readonly World _world = new(options => options.Redis = redis.ConnectionString);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_node_reads_what_another_has_asked_for()
    {
        var user = _world.Adapty.AddProfile($"user-{Guid.NewGuid():N}").WithLifetimeAccess("premium");
        var key = ProfileKey.ForProfile(user.ProfileId);
        using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var first = await _world.Cache.LookupAsync(key, World.Stop);
        await EntryNameAsync(connection, user.CustomerUserId!);

        var second = await _world.AddNode().LookupAsync(key, World.Stop);

        Assert.Equal(1, _world.Calls);
        Assert.Equal(first.AsOf, second.AsOf);
        Assert.Equal(AdaptyJson.Serialize(first.Profile), AdaptyJson.Serialize(second.Profile));
        Assert.True(second.Profile!.HasAccess("premium"));
    }

    [Fact]
    public async Task A_node_whose_profile_is_too_old_reads_what_another_has_asked_for_since()
    {
        var user = _world.Adapty.AddProfile($"user-{Guid.NewGuid():N}");
        var key = ProfileKey.ForProfile(user.ProfileId);
        using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        await _world.Cache.LookupAsync(key, World.Stop);
        await EntryNameAsync(connection, user.CustomerUserId!);
        var other = _world.AddNode();
        await other.LookupAsync(key, World.Stop);
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await _world.Cache.LookupAsync(key, World.Stop);
        await EntryNameAsync(connection, user.CustomerUserId!, second.AsOf);

        Assert.Equal(second.AsOf, (await other.LookupAsync(key, World.Stop)).AsOf);
        Assert.Equal(2, _world.Calls);
    }

    [Fact]
    public async Task An_invalidation_reaches_the_other_node()
    {
        var (user, other) = await TwoNodesAsync();
        var key = ProfileKey.ForProfile(user.ProfileId);
        Assert.False(await _world.HasPremiumAsync(other, key));
        user.WithLifetimeAccess("premium");
        await _world.Cache.InvalidateAsync(key, World.Stop);

        await Eventually.TrueAsync(() => _world.HasPremiumAsync(other, key));
    }

    [Fact]
    public async Task An_invalidation_on_another_node_wins_over_a_load_under_way()
    {
        var (user, other) = await TwoNodesAsync();
        var key = ProfileKey.ForProfile(user.ProfileId);
        var made = _world.Held.HoldNext();
        var before = _world.HasPremiumAsync(other, key);
        await made;
        user.WithLifetimeAccess("premium");
        await _world.Cache.InvalidateAsync(key, World.Stop);
        _world.Held.Release();
        await before;

        await Eventually.TrueAsync(() => _world.HasPremiumAsync(other, key));
        using var third = _world.AddNode();
        Assert.True(await _world.HasPremiumAsync(third, key));
    }

    [Fact]
    public async Task A_damaged_entry_is_a_miss()
    {
        var (user, other) = await TwoNodesAsync();
        var key = ProfileKey.ForProfile(user.ProfileId);
        using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        await _world.HasPremiumAsync(key: key);
        var name = await EntryNameAsync(connection, user.CustomerUserId!);
        await connection.GetDatabase().HashSetAsync(name, "data", "damaged");
        user.WithLifetimeAccess("premium");

        Assert.True(await _world.HasPremiumAsync(other, key));
    }

    [Fact]
    public async Task No_id_stands_in_Redis_but_in_the_profile_itself()
    {
        var (user, _) = await TwoNodesAsync("someone@example.com");
        using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        await _world.HasPremiumAsync(key: ProfileKey.ForCustomer("someone@example.com"));
        await _world.Cache.InvalidateAsync(ProfileKey.ForCustomer("someone@example.com"), World.Stop);
        await EntryNameAsync(connection, user.CustomerUserId!);

        var keys = await KeysAsync(connection);
        Assert.DoesNotContain(keys, key => key.Contains("someone", StringComparison.Ordinal) || key.Contains(user.ProfileId, StringComparison.Ordinal));
        foreach (var key in keys)
            Assert.NotNull(await connection.GetDatabase().KeyTimeToLiveAsync(key));
    }

    [Fact]
    public async Task Apps_in_one_Redis_share_nothing()
    {
        var user = _world.Adapty.AddProfile($"user-{Guid.NewGuid():N}");
        var key = ProfileKey.ForProfile(user.ProfileId);
        using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        Assert.False(await _world.HasPremiumAsync(key: key));
        await EntryNameAsync(connection, user.CustomerUserId!);
        user.WithLifetimeAccess("premium");
        using var named = _world.AddNode("eu-app");
        _world.Adapty.ApiKey = "secret_live_another";
        using var client = _world.CreateClient("secret_live_another");
        using var ofAnotherKey = _world.AddNode(client: client);

        Assert.True(await _world.HasPremiumAsync(ofAnotherKey, key));
        await named.InvalidateAsync(key, World.Stop);
        Assert.False(await _world.HasPremiumAsync(key: key));
    }

    [Fact]
    public async Task The_apps_own_connection_is_used_and_stays_open()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        using (var world = new World(options => options.ConnectionMultiplexer = connection))
        {
            var user = world.Adapty.AddProfile($"user-{Guid.NewGuid():N}");
            await world.HasPremiumAsync(key: ProfileKey.ForProfile(user.ProfileId));
            await EntryNameAsync(connection, user.CustomerUserId!);
        }

        Assert.True(connection.IsConnected);
        await connection.GetDatabase().PingAsync();
    }

    [Fact]
    public async Task Redis_is_one_connection_string_or_one_connection()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var options = new ProfileCacheOptions { Redis = redis.ConnectionString, ConnectionMultiplexer = connection };

        var exception = Assert.Throws<ArgumentException>(() => new ProfileCache(_world.Client, options));

        Assert.Contains("Redis must not be set together with ConnectionMultiplexer.", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Both have subscribed.</summary>
    private async Task<(FakeProfile User, ProfileCache Other)> TwoNodesAsync(string? id = null)
    {
        var other = _world.AddNode();
        var probe = ProfileKey.ForCustomer($"probe-{Guid.NewGuid():N}");
        var user = _world.Adapty.AddProfile(id ?? $"user-{Guid.NewGuid():N}");
        foreach (var (one, another) in new[] { (_world.Cache, other), (other, _world.Cache) })
        {
            var before = await another.LookupAsync(probe, World.Stop);
            await Eventually.TrueAsync(async () =>
            {
                try
                {
                    await one.InvalidateAsync(probe, World.Stop);
                }
                catch (InvalidOperationException)
                {
                    // It has not connected yet.
                    return false;
                }

                return !ReferenceEquals(before, await another.LookupAsync(probe, World.Stop));
            });
        }

        return (user, other);
    }

    /// <summary>The key under which a profile stands, which is written in the background. Profile ids are the same in every fake.</summary>
    private static async Task<string> EntryNameAsync(ConnectionMultiplexer connection, string customerUserId, DateTimeOffset? asOf = null)
    {
        string? name = null;
        await Eventually.TrueAsync(async () =>
        {
            foreach (var key in await KeysAsync(connection))
            {
                var data = key.Contains(":p:", StringComparison.Ordinal) ? (string?)await connection.GetDatabase().HashGetAsync(key, "data") : null;
                if (data?.Contains(customerUserId, StringComparison.Ordinal) is true && data.Contains($"{asOf?.UtcTicks}", StringComparison.Ordinal))
                    name = key;
            }

            return name is not null;
        });
        return name!;
    }

    private static async Task<List<string>> KeysAsync(ConnectionMultiplexer connection)
    {
        var keys = new List<string>();
        await foreach (var key in connection.GetServers()[0].KeysAsync(pattern: "*"))
            keys.Add(key.ToString());
        return keys;
    }
}
