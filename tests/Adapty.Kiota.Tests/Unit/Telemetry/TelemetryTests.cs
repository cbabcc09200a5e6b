using System.Diagnostics;
using Adapty.Kiota.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Tests.Unit.Telemetry;

/// <summary>What is recorded of a call, seen by the real OpenTelemetry SDK.</summary>
[Collection(ListenersRunAlone.Name)]
public sealed class TelemetryTests
{
    private static AdaptyClient Client(TelemetryProbe probe, ImpatientClock clock, params int[] statuses)
    {
        var sent = 0;
        return new StubHandler(_ =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            var status = statuses[sent++];
            return StubHandler.Response(status == 200 ? TestData.ProfileBody : "", status);
        }).Client(options => (options.BaseAddress, options.TimeProvider, options.MaxRetries) = (probe.Address, clock, 2));
    }

    private static async Task<Exception?> GetAsync(AdaptyClient client) =>
        await Record.ExceptionAsync(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));

    [Fact]
    public async Task One_span_for_a_call_that_succeeds()
    {
        using var probe = new TelemetryProbe();
        using var client = Client(probe, new ImpatientClock(), 200);

        await GetAsync(client);

        var span = Assert.Single(probe.Spans);
        Assert.Equal(("getProfile", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["adapty.operation"] = "getProfile",
                ["http.request.method"] = "GET",
                ["http.response.status_code"] = 200,
                ["server.address"] = probe.Address.Host,
                ["server.port"] = 8443,
            },
            span.TagObjects.OrderBy(tag => tag.Key, StringComparer.Ordinal).ToDictionary());
        Assert.Equal([("attempt", "http.request.resend_count=0,http.response.status_code=200")], Events(span));
    }

    [Fact]
    public async Task Attempts_are_events_of_the_one_span()
    {
        using var probe = new TelemetryProbe();
        using var client = Client(probe, new ImpatientClock(), 503, 429, 200);

        Assert.Null(await GetAsync(client));

        var span = Assert.Single(probe.Spans);
        Assert.Equal(2, span.GetTagItem("http.request.resend_count"));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal(
            [
                ("attempt", "http.request.resend_count=0,http.response.status_code=503,error.type=503"),
                ("attempt", "http.request.resend_count=1,http.response.status_code=429,error.type=429"),
                ("attempt", "http.request.resend_count=2,http.response.status_code=200"),
            ],
            Events(span));
    }

    [Fact]
    public async Task A_call_that_fails_is_a_span_with_an_error()
    {
        using var probe = new TelemetryProbe();
        using var client = Client(probe, new ImpatientClock(), 401);

        await GetAsync(client);

        var span = Assert.Single(probe.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal(("401", 401), (span.GetTagItem("error.type"), span.GetTagItem("http.response.status_code")));
    }

    [Fact]
    public async Task A_failure_without_an_answer_names_its_class()
    {
        using var probe = new TelemetryProbe();
        using var client = new StubHandler(_ => throw new HttpRequestException("lost")).Client(options => options.BaseAddress = probe.Address);

        await GetAsync(client);

        var span = Assert.Single(probe.Spans);
        Assert.Equal("Adapty.Kiota.AdaptyConnectionException", span.GetTagItem("error.type"));
        Assert.Null(span.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task The_span_is_the_parent_of_what_handlers_do_and_leaves_nothing_behind()
    {
        using var probe = new TelemetryProbe();
        Activity? seen = null;
        using var client = new StubHandler(_ =>
        {
            seen = Activity.Current;
            return StubHandler.Response(TestData.ProfileBody);
        }).Client(options => options.BaseAddress = probe.Address);
        var before = Activity.Current;

        await GetAsync(client);

        Assert.Equal("getProfile", seen?.DisplayName);
        Assert.Same(before, Activity.Current);
    }

    [Fact]
    public async Task Metrics_count_calls_retries_and_what_is_under_way()
    {
        using var probe = new TelemetryProbe();
        var clock = new ImpatientClock();
        using var good = Client(probe, clock, 503, 200);
        using var bad = Client(probe, clock, 401);

        await GetAsync(good);
        await GetAsync(bad);

        var points = probe.Points();
        var durations = points.Where(point => point.Instrument == "adapty.client.request.duration").OrderBy(point => point.Tags["http.response.status_code"]).ToList();
        Assert.All(durations, point => Assert.Equal(("s", 1L), (point.Unit, point.Count)));
        Assert.Equal([200, 401], durations.Select(point => point.Tags["http.response.status_code"]));
        Assert.Equal([null, "401"], durations.Select(point => point.Tags.GetValueOrDefault("error.type")));
        Assert.All(durations, point => Assert.Equal("getProfile", point.Tags["adapty.operation"]));
        // Two attempts of a second, and the wait between them, which is up to half a second long.
        Assert.InRange(durations[0].Sum, 2, 2.5);
        Assert.Equal(1, durations[1].Sum);
        var retries = Assert.Single(points, point => point.Instrument == "adapty.client.retries");
        Assert.Equal((1d, "503"), (retries.Sum, retries.Tags["error.type"]));
        var active = Assert.Single(points, point => point.Instrument == "adapty.client.active_requests");
        Assert.Equal(0, active.Sum);
    }

    [Fact]
    public async Task A_call_under_way_is_active()
    {
        using var probe = new TelemetryProbe();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        using var client = new StubHandler((_, _) => answer.Task).Client(options => options.BaseAddress = probe.Address);

        var call = GetAsync(client);
        Assert.Equal(1, Assert.Single(probe.Points(), point => point.Instrument == "adapty.client.active_requests").Sum);
        answer.SetResult(StubHandler.Response(TestData.ProfileBody));
        await call;

        Assert.Equal(0, Assert.Single(probe.Points(), point => point.Instrument == "adapty.client.active_requests").Sum);
    }

    [Theory]
    [InlineData(new[] { 200 }, new[] { "Debug Adapty.Kiota getProfile responded with 200 in 1000.0 ms, attempts: 1. " })]
    [InlineData(new[] { 503, 200 }, new[] { "Warning Adapty.Kiota getProfile failed with 503 at attempt 1, and is tried again in", "Debug Adapty.Kiota getProfile responded with 200 in" })]
    [InlineData(new[] { 401 }, new[] { "Debug Adapty.Kiota getProfile failed with 401 in 1000.0 ms, attempts: 1. " })]
    public async Task The_log_is_quiet(int[] statuses, string[] lines)
    {
        using var probe = new TelemetryProbe();
        using var logs = new CollectingLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        var clock = new ImpatientClock();
        var sent = 0;
        using var client = new StubHandler(_ =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            var status = statuses[sent++];
            return StubHandler.Response(status == 200 ? TestData.ProfileBody : "", status);
        }).Client(options => (options.LoggerFactory, options.TimeProvider, options.MaxRetries) = (factory, clock, 1));

        await GetAsync(client);

        Assert.Equal(lines.Length, logs.Lines.Count);
        Assert.All(logs.Lines.Zip(lines), pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registered_client_logs_to_the_application()
    {
        using var logs = new CollectingLoggerProvider();
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(logs));
        services.AddAdapty(options => options.ApiKey = TestData.Key).ConfigurePrimaryHttpMessageHandler(() => StubHandler.Returning(TestData.ProfileBody));
        await using var provider = services.BuildServiceProvider();

        await GetAsync(provider.GetRequiredService<AdaptyClient>());

        Assert.StartsWith("Debug Adapty.Kiota getProfile responded with 200", Assert.Single(logs.Lines), StringComparison.Ordinal);
    }

    /// <summary>As Serilog registers itself: a factory of its own, and no provider.</summary>
    [Fact]
    public async Task A_registered_client_logs_to_a_factory_of_the_applications()
    {
        using var logs = new CollectingLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(logs));
        var services = new ServiceCollection();
        services.AddAdapty(options => options.ApiKey = TestData.Key).ConfigurePrimaryHttpMessageHandler(() => StubHandler.Returning(TestData.ProfileBody));
        services.AddSingleton<ILoggerFactory>(factory);
        await using var provider = services.BuildServiceProvider();

        await GetAsync(provider.GetRequiredService<AdaptyClient>());

        Assert.StartsWith("Debug Adapty.Kiota getProfile responded with 200", Assert.Single(logs.Lines), StringComparison.Ordinal);
    }

    /// <summary>An application may add its log when everything else stands.</summary>
    [Fact]
    public async Task A_provider_that_comes_late_gets_the_lines()
    {
        using var logs = new CollectingLoggerProvider();
        var services = new ServiceCollection();
        services.AddAdapty(options => options.ApiKey = TestData.Key).ConfigurePrimaryHttpMessageHandler(() => StubHandler.Returning(TestData.ProfileBody));
        services.Configure<LoggerFilterOptions>(filter => filter.MinLevel = LogLevel.Debug);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<AdaptyClient>();
        provider.GetRequiredService<ILoggerFactory>().AddProvider(logs);

        await GetAsync(client);

        Assert.Contains(logs.Lines, line => line.StartsWith("Debug Adapty.Kiota getProfile responded with 200", StringComparison.Ordinal));
    }

    /// <summary>A grant that succeeded must not look as if it had failed.</summary>
    [Fact]
    public async Task A_hook_that_throws_does_not_take_the_result()
    {
        using var logs = new CollectingLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        using var client = StubHandler.Returning(TestData.ProfileBody).Client(options =>
        {
            options.OnResponse = _ => throw new InvalidOperationException("s3cr3t");
            options.LoggerFactory = factory;
        });

        var profile = await client.AccessLevels.GrantLifetimeAsync(TestData.Customer, "premium", TestContext.Current.CancellationToken);

        Assert.NotNull(profile.ProfileId);
        var line = Assert.Single(logs.Lines);
        Assert.StartsWith("Warning Adapty.Kiota", line, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", line, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_answer_says_beside_its_body()
    {
        var answers = new List<AdaptyResponseInfo>();
        var clock = new ImpatientClock();
        var sent = 0;
        using var client = new StubHandler(_ => sent++ == 0
            ? StubHandler.Response("", 503)
            : StubHandler.Response(TestData.ProfileBody, headers: [("x-request-id", "r-1"), ("X-RateLimit-Remaining", "41")]))
            .Client(options => (options.OnResponse, options.MaxRetries, options.TimeProvider) = (answers.Add, 1, clock));

        await GetAsync(client);

        var answer = Assert.Single(answers);
        Assert.Equal(("getProfile", 200, 2, "r-1"), (answer.Operation, answer.StatusCode, answer.Attempts, answer.RequestId));
        Assert.Equal(["41"], answer.Headers.GetValues("X-RateLimit-Remaining"));
    }

    [Fact]
    public async Task A_call_that_fails_has_no_answer()
    {
        var answers = new List<AdaptyResponseInfo>();
        using var client = StubHandler.Returning("{}").Client(options => options.OnResponse = answers.Add);

        Assert.IsType<AdaptyResponseException>(await GetAsync(client));
        Assert.Empty(answers);
    }

    private static IEnumerable<(string Name, string Tags)> Events(Activity span) =>
        span.Events.Select(attempt => (attempt.Name, string.Join(',', attempt.Tags.Select(tag => $"{tag.Key}={tag.Value}"))));
}
