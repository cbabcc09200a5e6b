using System.Collections.Concurrent;
using System.Net;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Tests.Unit.Areas;

/// <summary>Many profiles at once: how many calls are made at a time and in a second, and what one failure does to the others.</summary>
public sealed class GetManyTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongerThanTheTest = TimeSpan.FromMinutes(30);

    private readonly CountingClock _clock = new();
    private readonly ConcurrentQueue<(string User, DateTimeOffset At)> _calls = new();
    private readonly CollectingLoggerProvider _logs = new();
    private readonly ILoggerFactory _loggers;
    private readonly HeldHandler _adapty;
    private readonly AdaptyClient _client;

    public GetManyTests()
    {
        _adapty = new HeldHandler(request => _calls.Enqueue((UserOf(request), _clock.GetUtcNow())));
        _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        _client = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key, MaxRetries = 1, TimeProvider = _clock, Timeout = LongerThanTheTest, AttemptTimeout = LongerThanTheTest, LoggerFactory = _loggers }, new HttpClient(_adapty));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _loggers.Dispose();
        _adapty.Dispose();
    }

    [Fact]
    public async Task Each_key_has_its_result()
    {
        _adapty.Answer = request => UserOf(request) switch
        {
            "user-1" => NotFound(),
            "user-2" => StubHandler.Response("{}", 401),
            "user-3" => StubHandler.Response("not JSON"),
            _ => StubHandler.Response(TestData.ProfileBody),
        };

        var results = (await ToListAsync(Many(Keys(5)))).ToDictionary(result => result.Key);

        Assert.Equal(5, results.Count);
        Assert.Equal((true, true), (results[Key(1)].Profile is null, results[Key(1)].Error is null));
        Assert.IsType<AdaptyAuthenticationException>(results[Key(2)].Error);
        Assert.IsType<AdaptyResponseException>(results[Key(3)].Error);
        Assert.All([Key(0), Key(4)], key => Assert.NotNull(results[key].Profile));
    }

    [Fact]
    public async Task No_more_calls_are_made_at_a_time_than_allowed_and_no_more_keys_are_taken()
    {
        _adapty.Hold();
        var taken = 0;
        await using var results = Many(Keys(100).Select(key => (Taken: taken++, key).key), new ProfileBatchOptions { MaxConcurrency = 3 }).GetAsyncEnumerator(Token);
        var first = results.MoveNextAsync();

        Assert.Equal(3, _calls.Count);
        Assert.Equal(3, taken);
        _adapty.Release();
        Assert.True(await first);
    }

    [Fact]
    public async Task Results_that_nobody_takes_stop_the_calls()
    {
        await using var results = Many(Keys(1000), new ProfileBatchOptions { MaxConcurrency = 3 }).GetAsyncEnumerator(Token);

        Assert.True(await results.MoveNextAsync());

        // The one that was taken, the one that waits to be, and what each worker holds.
        Assert.InRange(_calls.Count, 1, 5);
    }

    [Fact]
    public async Task No_more_calls_begin_in_any_second_than_allowed()
    {
        var all = ToListAsync(Many(Keys(50), new ProfileBatchOptions { MaxConcurrency = 8, MaxPerSecond = 5 }));

        await AdvanceUntilAsync(all, TimeSpan.FromMilliseconds(100));

        Assert.Equal(50, _calls.Count);
        Assert.True(_clock.GetUtcNow() - _calls.First().At >= 9 * Second);
    }

    [Fact]
    public async Task A_call_begins_one_second_after_the_one_whose_permit_it_gets()
    {
        using var pace = new BatchPace(8, 2, _clock, Token);
        await pace.BeginAsync();
        _clock.Advance(Second / 2);
        await pace.BeginAsync();
        Task third = pace.BeginAsync(), fourth = pace.BeginAsync();

        _clock.Advance((Second / 2) - TimeSpan.FromTicks(10_000));
        Assert.False(third.IsCompleted);
        _clock.Advance(TimeSpan.FromTicks(10_000));
        await third;
        Assert.False(fourth.IsCompleted);
        _clock.Advance(Second / 2);
        await fourth;
    }

    [Fact]
    public async Task After_a_refusal_fewer_calls_begin_in_a_second_too()
    {
        using var pace = new BatchPace(8, 1, _clock, Token);
        pace.Refused(Second);
        var first = pace.BeginAsync();
        Assert.False(first.IsCompleted);
        _clock.Advance(Second);
        await first;
        var second = pace.BeginAsync();
        _clock.Advance(2 * Second - TimeSpan.FromTicks(10_000));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromTicks(10_000));
        await second;
    }

    [Fact]
    public async Task A_429_has_all_wait_as_long_as_it_asks_and_is_no_failure_when_the_retry_succeeds()
    {
        var refused = 0;
        var other = new TaskCompletionSource();
        _adapty.Answer = request => UserOf(request) == "user-1" && Interlocked.Exchange(ref refused, 1) == 0
            ? StubHandler.Response("{}", 429, headers: ("Retry-After", "30"))
            : StubHandler.Response(TestData.ProfileBody);
        _adapty.HoldUser("user-0", other.Task);
        var all = ToListAsync(Many(Keys(20), new ProfileBatchOptions { MaxConcurrency = 2 }));
        // The SDK says so when it has read the refusal; from then on nobody begins.
        await HeldHandler.UntilAsync(() => _logs.Lines.Any(line => line.Contains("429", StringComparison.Ordinal)));
        other.SetResult();
        await HeldHandler.UntilAsync(() => _adapty.UnderWay == 0);
        Assert.Equal(2, _calls.Count);
        _clock.Advance(TimeSpan.FromSeconds(29));
        await HeldHandler.UntilAsync(() => true);
        Assert.Equal(2, _calls.Count);
        await AdvanceUntilAsync(all, Second);

        Assert.All(await all, result => Assert.NotNull(result.Profile));
        Assert.Equal(21, _calls.Count);
    }

    [Fact]
    public async Task After_a_429_half_as_many_calls_are_made_at_a_time_and_more_again_when_they_pass()
    {
        var limited = true;
        _adapty.Answer = _ => limited ? StubHandler.Response("{}", 429, headers: ("Retry-After", "7200")) : StubHandler.Response(TestData.ProfileBody);
        _adapty.Hold();
        var all = ToListAsync(Many(Keys(100), new ProfileBatchOptions { MaxConcurrency = 8 }));
        Assert.Equal(8, _adapty.UnderWay);

        // All eight are refused together: one reason to go slower. What they ask for is longer than a call may take.
        await _adapty.ReleaseAndHoldAsync(8);
        limited = false;
        // The half of them, who may begin again, wait.
        await HeldHandler.UntilAsync(() => _clock.Waits == 4);
        Assert.Equal(0, _adapty.UnderWay);
        _clock.Advance(TimeSpan.FromSeconds(7199));
        Assert.Equal(0, _adapty.UnderWay);
        _clock.Advance(Second);
        await _adapty.UntilUnderWayAsync(4);
        Assert.Equal(4, _adapty.UnderWay);

        await _adapty.ReleaseAndHoldAsync(4);
        await _adapty.UntilUnderWayAsync(5);
        Assert.Equal(5, _adapty.UnderWay);
        _adapty.Release();
        var results = await all;
        Assert.Equal(8, results.Count(result => result.Error is AdaptyRateLimitException));
        Assert.Equal(92, results.Count(result => result.Profile is not null));
    }

    [Fact]
    public async Task A_cancellation_ends_all_calls_at_once()
    {
        _adapty.Hold();
        using var stop = new CancellationTokenSource();
        var all = ToListAsync(_client.Profiles.GetManyAsync(Keys(100), null, stop.Token));
        Assert.Equal(8, _adapty.UnderWay);
        await stop.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => all);
        Assert.Equal(stop.Token, cancelled.CancellationToken);
        Assert.Equal(0, _adapty.UnderWay);
        Assert.Equal(8, _calls.Count);
    }

    [Fact]
    public async Task A_cancellation_ends_a_wait_for_the_next_second()
    {
        using var stop = new CancellationTokenSource();
        var all = ToListAsync(_client.Profiles.GetManyAsync(Keys(100), new ProfileBatchOptions { MaxPerSecond = 2 }, stop.Token));
        Assert.Equal(2, _calls.Count);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => all);
        Assert.Equal(2, _calls.Count);
    }

    [Fact]
    public async Task Leaving_the_loop_ends_the_calls_that_are_under_way_and_the_keys()
    {
        var ended = false;
        _adapty.Answer = _ => StubHandler.Response(TestData.ProfileBody);
        await foreach (var result in _client.Profiles.GetManyAsync(KeysAsync(), null, Token))
        {
            Assert.NotNull(result.Profile);
            _adapty.Hold();
            break;
        }

        Assert.True(ended);
        Assert.Equal(0, _adapty.UnderWay);

        async IAsyncEnumerable<ProfileKey> KeysAsync()
        {
            try
            {
                for (var number = 0; ; number++)
                {
                    await Task.Yield();
                    yield return Key(number);
                }
            }
            finally
            {
                ended = true;
            }
        }
    }

    [Fact]
    public async Task A_default_key_is_named_by_its_index_and_ends_it()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => ToListAsync(Many([Key(0), Key(1), default, Key(3)])));

        Assert.Equal("keys[2]", exception.ParamName);
        Assert.DoesNotContain(_calls, call => call.User == "user-3");
    }

    [Fact]
    public async Task What_the_keys_throw_comes_out()
    {
        IEnumerable<ProfileKey> Broken()
        {
            yield return Key(0);
            throw new InvalidDataException("line 2");
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => ToListAsync(Many(Broken())));
    }

    [Theory]
    [InlineData(0, null, "options.MaxConcurrency must be 1 or more")]
    [InlineData(-1, 5, "options.MaxConcurrency must be 1 or more")]
    [InlineData(8, 0, "options.MaxPerSecond must be 1 or more")]
    public void A_bad_option_is_refused_at_the_call(int maxConcurrency, int? maxPerSecond, string rule)
    {
        var options = new ProfileBatchOptions { MaxConcurrency = maxConcurrency, MaxPerSecond = maxPerSecond };

        Assert.Contains(rule, Assert.Throws<ArgumentException>(() => { Many([], options); }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_keys_are_no_results() => Assert.Empty(await ToListAsync(Many([])));

    private IAsyncEnumerable<ProfileResult> Many(IEnumerable<ProfileKey> keys, ProfileBatchOptions? options = null) =>
        _client.Profiles.GetManyAsync(keys, options, Token);

    private static ProfileKey Key(int number) => ProfileKey.ForCustomer($"user-{number}");

    private static IEnumerable<ProfileKey> Keys(int count) => Enumerable.Range(0, count).Select(Key);

    private static string UserOf(HttpRequestMessage request) => request.Headers.GetValues("adapty-customer-user-id").Single();

    private static HttpResponseMessage NotFound() => StubHandler.Response(
        """{"errors":[{"source":null,"errors":["no"]}],"error_code":"profile_does_not_exist","status_code":404}""", (int)HttpStatusCode.NotFound);

    private static async Task<List<ProfileResult>> ToListAsync(IAsyncEnumerable<ProfileResult> results)
    {
        var list = new List<ProfileResult>();
#pragma warning disable xUnit1051 // The enumerations have their tokens already; two of them would be one of neither.
        await foreach (var result in results)
            list.Add(result);
#pragma warning restore xUnit1051
        return list;
    }

    /// <summary>Moves the clock on, in steps, until something is done.</summary>
    private async Task AdvanceUntilAsync(Task done, TimeSpan step)
    {
        for (var steps = 0; !done.IsCompleted; steps++)
        {
            Assert.True(steps < 10_000, "It never ends.");
            // What the step before has set off runs first.
            for (var turn = 0; turn < 20; turn++)
                await Task.Yield();
            _clock.Advance(step);
        }

        await done;
    }

    /// <summary>Counts the waits that have begun; the time limits of calls are none.</summary>
    private sealed class CountingClock() : FakeTimeProvider(new DateTimeOffset(2031, 5, 1, 12, 0, 0, TimeSpan.Zero))
    {
        private int _waits;

        public int Waits => Volatile.Read(ref _waits);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (state is not CancellationTokenSource && dueTime != Timeout.InfiniteTimeSpan)
                Interlocked.Increment(ref _waits);
            return timer;
        }
    }

    /// <summary>Responds at once, or when the test lets it.</summary>
    private sealed class HeldHandler(Action<HttpRequestMessage> seen) : HttpMessageHandler
    {
        private TaskCompletionSource _gate = Open();
        private int _underWay;
        private int _ended;
        private (string User, Task Until) _held = ("", Task.CompletedTask);

        public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = _ => StubHandler.Response(TestData.ProfileBody);

        public int UnderWay => Volatile.Read(ref _underWay);

        /// <summary>Holds the calls about one user.</summary>
        public void HoldUser(string user, Task until) => _held = (user, until);

        public void Hold() => Volatile.Write(ref _gate, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

        public void Release() => Volatile.Read(ref _gate).TrySetResult();

        /// <summary>Lets those go that are under way, and holds those that come after them.</summary>
        public async Task ReleaseAndHoldAsync(int count)
        {
            Assert.Equal(count, UnderWay);
            var gate = Volatile.Read(ref _gate);
            Hold();
            var ended = _ended + count;
            gate.TrySetResult();
            await UntilAsync(() => Volatile.Read(ref _ended) >= ended);
        }

        public Task UntilUnderWayAsync(int count) => UntilAsync(() => UnderWay >= count);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen(request);
            Interlocked.Increment(ref _underWay);
            try
            {
                await Volatile.Read(ref _gate).Task.WaitAsync(cancellationToken);
                if (UserOf(request) == _held.User)
                    await _held.Until.WaitAsync(cancellationToken);
                return Answer(request);
            }
            finally
            {
                Interlocked.Decrement(ref _underWay);
                Interlocked.Increment(ref _ended);
            }
        }

        private static TaskCompletionSource Open()
        {
            var open = new TaskCompletionSource();
            open.SetResult();
            return open;
        }

        /// <summary>Waits for work of other threads; a minute without it is a failure.</summary>
        public static async Task UntilAsync(Func<bool> condition)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (!condition())
            {
                limit.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }

            // And for what it sets off.
            for (var turn = 0; turn < 100; turn++)
                await Task.Yield();
        }
    }
}
