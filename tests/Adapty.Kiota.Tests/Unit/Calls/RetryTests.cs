using Adapty.Kiota.Calls;
using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Calls;

/// <summary>Which calls are sent again, after which wait. The clock is moved by the test; nothing sleeps.</summary>
public sealed class RetryTests
{
    private const double Jitter = 0.5;

    /// <summary>Runs a call whose waits pass at once, and returns them.</summary>
    private static async Task<(Profile? Profile, AdaptyException? Failure, IReadOnlyList<double> Waits, int Requests)> RunAsync(
        Action<AdaptyClientOptions>? configure, params Func<HttpResponseMessage>[] answers)
    {
        var clock = new ImpatientClock();
        var requests = new List<HttpRequestMessage>();
        var options = new AdaptyClientOptions { ApiKey = TestData.Key, TimeProvider = clock };
        configure?.Invoke(options);
        using var http = new HttpClient(new StubHandler(request =>
        {
            Assert.DoesNotContain(request, requests);
            requests.Add(request);
            return answers[Math.Min(requests.Count, answers.Length) - 1]();
        }));
        var adapter = new RequestAdapter(new CallRunner(options, Connections.Given(http), () => Jitter));
        var profiles = new ProfilesClient(adapter, new AdaptyApiClient(adapter));
        try
        {
            return (await profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken), null, clock.Waits, requests.Count);
        }
        catch (AdaptyException failure)
        {
            return (null, failure, clock.Waits, requests.Count);
        }
    }

    private static HttpResponseMessage Ok() => StubHandler.Response(TestData.ProfileBody);

    private static Func<HttpResponseMessage> Status(int status, params (string, string)[] headers) => () => StubHandler.Response("", status, headers: headers);

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(520)]
    [InlineData(521)]
    [InlineData(522)]
    [InlineData(523)]
    [InlineData(524)]
    [InlineData(530)]
    public async Task A_read_is_tried_again_after_a_status_that_passes(int status)
    {
        var (profile, _, waits, requests) = await RunAsync(null, Status(status), Ok);

        Assert.NotNull(profile);
        Assert.Equal(2, requests);
        Assert.Equal([0.25], waits);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(501)]
    [InlineData(505)]
    [InlineData(525)]
    [InlineData(201)]
    [InlineData(302)]
    public async Task A_read_is_not_tried_again_after_another(int status)
    {
        var (_, failure, waits, requests) = await RunAsync(null, Status(status), Ok);

        Assert.Equal(1, failure!.Attempts);
        Assert.Equal(1, requests);
        Assert.Empty(waits);
    }

    [Fact]
    public async Task An_unreadable_answer_is_not_tried_again()
    {
        var (_, failure, _, requests) = await RunAsync(null, () => StubHandler.Response("{}"), Ok);

        Assert.IsType<AdaptyResponseException>(failure);
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task A_lost_connection_is()
    {
        var (profile, _, _, requests) = await RunAsync(null, () => throw new HttpRequestException("reset", new IOException()), Ok);

        Assert.NotNull(profile);
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task The_window_doubles_up_to_its_cap_and_the_last_error_is_thrown()
    {
        var (_, failure, waits, requests) = await RunAsync(
            options => (options.MaxRetries, options.Timeout) = (7, TimeSpan.FromMinutes(5)), Status(500), Status(500), Status(500), Status(500), Status(500), Status(500), Status(500), Status(503));

        Assert.Equal([0.25, 0.5, 1, 2, 4, 4, 4], waits);
        Assert.Equal((8, 8, 503), (requests, failure!.Attempts, ((AdaptyServerException)failure).StatusCode));
    }

    [Fact]
    public async Task No_retries_when_they_are_turned_off()
    {
        var (_, failure, waits, requests) = await RunAsync(options => options.MaxRetries = 0, Status(503), Ok);

        Assert.Equal((1, 1), (requests, failure!.Attempts));
        Assert.Empty(waits);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Mon, 10 Mar 2031 12:00:05 GMT", 5)]
    [InlineData("Mon, 10 Mar 2031 11:00:00 GMT", 0)]
    [InlineData("-5", 0.25)]
    [InlineData("soon", 0.25)]
    public async Task Retry_after_decides_where_it_can_be_read(string value, double wait)
    {
        var (profile, _, waits, _) = await RunAsync(null, Status(429, ("Retry-After", value)), Ok);

        Assert.NotNull(profile);
        // A wait of nothing starts no timer.
        Assert.Equal(wait, waits.Sum());
    }

    [Theory]
    [InlineData("30")]
    [InlineData("86400")]
    [InlineData("999999999999")]
    public async Task A_wait_that_the_whole_call_has_no_time_for_is_not_begun(string value)
    {
        var (_, failure, waits, requests) = await RunAsync(null, Status(503, ("Retry-After", value)), Ok);

        Assert.IsType<AdaptyServerException>(failure);
        Assert.Equal(1, requests);
        Assert.Empty(waits);
    }

    /// <summary>A machine that slept, or is overloaded, wakes up late.</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(30.001)]
    [InlineData(3600)]
    public async Task A_wait_that_took_longer_than_the_whole_call_may_ends_with_the_last_error(double seconds)
    {
        var clock = new OversleepingClock(TimeSpan.FromSeconds(seconds));
        var handler = StubHandler.Returning("", 503, headers: ("Retry-After", "5"));
        using var client = handler.Client(options => (options.TimeProvider, options.MaxRetries) = (clock, 3));

        var failure = await Assert.ThrowsAsync<AdaptyServerException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));

        Assert.Equal(1, failure.Attempts);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task The_last_attempt_has_what_is_left_of_the_whole_calls_time()
    {
        var clock = new ImpatientClock();
        using var client = new StubHandler((_, token) =>
        {
            clock.Advance(TimeSpan.FromSeconds(9));
            token.ThrowIfCancellationRequested();
            return Task.FromResult(StubHandler.Response("", 503, headers: ("Retry-After", "0")));
        }).Client(options => (options.MaxRetries, options.TimeProvider) = (10, clock));

        // After three attempts of nine seconds there are three left of thirty.
        var exception = await Assert.ThrowsAsync<AdaptyTimeoutException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));

        Assert.Equal("Adapty did not respond to getProfile in time: Timeout ran out.", exception.Message);
        Assert.Equal(4, exception.Attempts);
    }

    [Fact]
    public async Task A_cancellation_ends_a_wait_at_once()
    {
        using var source = new CancellationTokenSource();
        var clock = new FakeTimeProvider(TestData.Now);
        var handler = StubHandler.Returning("", 503, headers: ("Retry-After", "5"));
        using var client = handler.Client(options => (options.TimeProvider, options.MaxRetries) = (clock, 3));

        var call = client.Profiles.GetAsync(TestData.Customer, source.Token);
        Assert.False(call.IsCompleted);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public void Jitter_covers_the_whole_window()
    {
        Assert.Equal(TimeSpan.Zero, Retries.Backoff(1, 0));
        Assert.Equal(0.5, Retries.Backoff(1, 1).TotalSeconds);
        Assert.Equal(8, Retries.Backoff(5, 1).TotalSeconds);
        Assert.Equal(8, Retries.Backoff(1000, 1).TotalSeconds);
    }

    [Fact]
    public async Task The_waits_of_a_real_client_are_random()
    {
        var clock = new ImpatientClock();
        using var client = StubHandler.Returning("", 503).Client(options => (options.MaxRetries, options.TimeProvider, options.Timeout) = (10, clock, TimeSpan.FromMinutes(5)));

        await Assert.ThrowsAsync<AdaptyServerException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));

        // Ten random numbers: two may be alike, and one of nothing starts no timer.
        Assert.InRange(clock.Waits.Distinct().Count(), 6, 10);
        Assert.All(clock.Waits, wait => Assert.InRange(wait, 0, 8));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task A_transaction_that_may_have_been_carried_out_is_sent_again_only_when_asked_for(bool optIn, int expected)
    {
        var sent = 0;
        using var client = new StubHandler(_ => ++sent == 1 ? StubHandler.Response("", 503) : StubHandler.Response(TestData.ProfileBody))
            .Client(options => (options.MaxRetries, options.RetrySetTransaction, options.TimeProvider) = (3, optIn, new ImpatientClock()));
        var purchase = new OneTimePurchaseTransaction
        {
            Store = Stores.Stripe,
            StoreProductId = "p",
            StoreTransactionId = "t",
            StoreOriginalTransactionId = "t",
            PurchasedAt = DateTimeOffset.UnixEpoch,
            Price = new Price { Country = "DE", Currency = "EUR", Value = 0 },
        };

        var failure = await Record.ExceptionAsync(() => client.Purchases.SetTransactionAsync(TestData.Customer, purchase, TestContext.Current.CancellationToken));
        var grant = await Record.ExceptionAsync(() => client.AccessLevels.GrantLifetimeAsync(TestData.Customer, "premium", TestContext.Current.CancellationToken));

        Assert.Equal(optIn, failure is null);
        // Other writes are as before.
        Assert.Null(grant);
        Assert.Equal(expected + 1, sent);
    }

    [Fact]
    public async Task A_discarded_answer_leaves_its_connection_to_the_next_attempt()
    {
        var connections = new HashSet<string>();
        var sent = 0;
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            lock (connections)
                connections.Add(context.Connection.Id);
            context.Response.StatusCode = ++sent < 3 ? 503 : 200;
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(sent < 3 ? new string('x', 5000) : TestData.ProfileBody));
        });
        using var client = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key, BaseAddress = server.Address, TimeProvider = new ImpatientClock() });

        await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);

        Assert.Equal(3, sent);
        Assert.Single(connections);
    }

    [Fact]
    public async Task A_cancellation_ends_a_body_at_once()
    {
        using var source = new CancellationTokenSource();
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync("{\"data\":"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key, BaseAddress = server.Address, TimeProvider = new FakeTimeProvider(TestData.Now) });

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Profiles.GetAsync(TestData.Customer, source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(503)]
    [InlineData(302)]
    public async Task A_cancellation_within_the_body_of_a_refusal_wins_over_it(int status)
    {
        using var source = new CancellationTokenSource();
        var handler = new StubHandler(_ => new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StreamContent(new CancelledStream(source)) });
        using var client = handler.Client();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Profiles.GetAsync(TestData.Customer, source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Single(handler.Requests);
    }

    /// <summary>A body within which the caller loses patience.</summary>
    private sealed class CancelledStream(CancellationTokenSource caller) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await caller.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException("never here");
        }
    }

    /// <summary>Every wait passes at once, and is found to have taken longer than it should have.</summary>
    private sealed class OversleepingClock(TimeSpan wakesAfter) : FakeTimeProvider(TestData.Now)
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (state is not CancellationTokenSource && dueTime != Timeout.InfiniteTimeSpan)
                Advance(wakesAfter);
            return timer;
        }
    }
}
