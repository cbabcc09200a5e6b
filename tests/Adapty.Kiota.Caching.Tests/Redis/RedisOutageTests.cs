using System.Collections.Concurrent;
using System.Diagnostics;
using Adapty.Kiota.Caching.Tests.Support;

namespace Adapty.Kiota.Caching.Tests.Redis;

/// <summary>Redis killed, and started again. A server for each test.</summary>
public sealed class RedisOutageTests : IDisposable
{
    private readonly RedisServer _redis = new();

    public void Dispose() => _redis.Dispose();

    [Fact]
    public async Task Killed_and_started_again_under_load_no_question_fails_and_nodes_agree_again()
    {
        using var world = new World(options => options.Redis = _redis.ConnectionString, TimeProvider.System);
        var other = world.AddNode();
        var users = Enumerable.Range(0, 200).Select(index => world.Adapty.AddProfile($"user-{index}").WithLifetimeAccess("premium")).ToList();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(World.Stop);
        var times = new ConcurrentQueue<TimeSpan>();
        var (taken, failed) = (0, 0);
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            var random = new Random(caller);
            while (!end.IsCancellationRequested)
            {
                var user = users[random.Next(users.Count)];
                var start = Stopwatch.GetTimestamp();
                Assert.True(await world.HasPremiumAsync(caller % 2 == 0 ? world.Cache : other, user.Key));
                times.Enqueue(Stopwatch.GetElapsedTime(start));
                // Most questions need no Redis: some are made to.
                if (random.Next(20) > 0)
                    await Task.Yield();
                else if (await SucceedsAsync(world.Cache.InvalidateAsync(user.Key, World.Stop)))
                    Interlocked.Increment(ref taken);
                else
                    Interlocked.Increment(ref failed);
            }
        })).ToList();

        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref taken) > 50));
        _redis.Kill();
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref failed) > 50));
        _redis.Start();
        var before = Volatile.Read(ref taken);
        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref taken) > before + 50));
        await end.CancelAsync();
        await Task.WhenAll(callers);
        var ordered = times.Order().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{ordered.Count} questions; p99.9 {ordered[(int)(ordered.Count * 0.999)].TotalMilliseconds:0} ms, slowest {ordered[^1].TotalMilliseconds:0} ms");

        // What changes now is seen on the other node.
        Assert.True(await world.HasPremiumAsync(other, users[0].Key));
        users[0].WithAccessLevel("premium", world.Now.AddDays(-1));
        await Eventually.TrueAsync(() => SucceedsAsync(world.Cache.InvalidateAsync(users[0].Key, World.Stop)));
        await Eventually.TrueAsync(async () => !await world.HasPremiumAsync(other, users[0].Key));
    }

    [Fact]
    public async Task While_Redis_is_away_an_invalidation_fails_and_still_counts_on_its_node()
    {
        using var world = new World(options => options.Redis = _redis.ConnectionString, TimeProvider.System);
        var user = world.Adapty.AddProfile("user-1");
        Assert.False(await world.HasPremiumAsync());
        _redis.Kill();
        user.WithLifetimeAccess("premium");

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Cache.InvalidateAsync(World.User, World.Stop));
        Assert.True(await world.HasPremiumAsync());
    }

    [Fact]
    public async Task A_node_that_starts_before_Redis_answers_and_joins_later()
    {
        _redis.Kill();
        using var world = new World(options => options.Redis = _redis.ConnectionString, TimeProvider.System);
        var other = world.AddNode();
        var user = world.Adapty.AddProfile("user-1");
        Assert.False(await world.HasPremiumAsync(other));
        _redis.Start();
        user.WithLifetimeAccess("premium");
        await Eventually.TrueAsync(() => SucceedsAsync(world.Cache.InvalidateAsync(World.User, World.Stop)));

        await Eventually.TrueAsync(() => world.HasPremiumAsync(other));
        user.WithAccessLevel("premium", world.Now.AddDays(-1));
        await world.Cache.InvalidateAsync(World.User, World.Stop);
        await Eventually.TrueAsync(async () => !await world.HasPremiumAsync(other));
    }

    private static async Task<bool> SucceedsAsync(Task task)
    {
        try
        {
            await task;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
