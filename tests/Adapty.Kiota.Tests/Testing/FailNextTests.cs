using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Tests.Testing;

public sealed class FailNextTests : IDisposable
{
    private static readonly ProfileKey User = ProfileKey.ForCustomer("user-42");

    private readonly FakeAdapty _fake = new();

    public FailNextTests() => _fake.AddProfile("user-42").WithLifetimeAccess("premium");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task An_answer_is_given_once_and_to_the_letter()
    {
        _fake.FailNext(503, "<h1>No</h1>", "text/html; charset=utf-8", [new("Retry-After", "7"), new("Content-Language", "en")]);

        using var failed = await _fake.AskAsync(RawClient.Request());
        using var next = await _fake.AskAsync(RawClient.Request(headers: ("adapty-customer-user-id", "user-42")));

        Assert.Equal(503, (int)failed.StatusCode);
        Assert.Equal("<h1>No</h1>", await failed.TextAsync());
        Assert.Equal("text/html; charset=utf-8", failed.Content.Headers.ContentType?.ToString());
        Assert.Equal(["en"], failed.Content.Headers.ContentLanguage);
        Assert.Equal("7", Assert.Single(failed.Headers).Value.Single());
        Assert.Equal(200, (int)next.StatusCode);
        Assert.Equal(2, _fake.Requests.Count);
    }

    [Fact]
    public async Task Without_a_body_there_is_none()
    {
        _fake.FailNext(500);

        using var response = await _fake.AskAsync(RawClient.Request());

        Assert.Empty(await response.TextAsync());
        Assert.Null(response.Content.Headers.ContentType);
        Assert.Empty(response.Headers);
    }

    [Fact]
    public async Task Failures_come_in_the_order_in_which_they_were_asked_for()
    {
        _fake.FailNext(429, headers: [new("Retry-After", "30")]);
        _fake.FailNext(new HttpRequestException("reset"));
        _fake.FailNextWithCode(403, AdaptyErrorCodes.FeatureNotEnabled);
        using var adapty = _fake.CreateClient(options => options.MaxRetries = 0);

        var limited = await Assert.ThrowsAsync<AdaptyRateLimitException>(() => adapty.Profiles.GetAsync(User, Token));
        Assert.Equal(TimeSpan.FromSeconds(30), limited.RetryAfter);
        await Assert.ThrowsAsync<AdaptyConnectionException>(() => adapty.Profiles.GetAsync(User, Token));
        var forbidden = await Assert.ThrowsAsync<AdaptyForbiddenException>(() => adapty.Profiles.GetAsync(User, Token));
        Assert.Equal(AdaptyErrorCodes.FeatureNotEnabled, forbidden.ErrorCode);
        Assert.Equal(403, forbidden.StatusCode);
        Assert.True((await adapty.Profiles.GetAsync(User, Token)).HasAccess("premium"));
        Assert.Equal(4, _fake.Requests.Count);
    }

    [Fact]
    public async Task Retries_are_requests_of_their_own()
    {
        _fake.FailNext(500, headers: [new("Retry-After", "0")]);
        _fake.FailNext(429, headers: [new("Retry-After", "0")]);
        using var adapty = _fake.CreateClient();

        Assert.True((await adapty.Profiles.GetAsync(User, Token)).HasAccess("premium"));
        Assert.Equal(3, _fake.Requests.Count);
    }

    [Fact]
    public async Task A_slow_request_is_a_time_out()
    {
        _fake.FailNext(new TaskCanceledException("slow", new TimeoutException()));
        using var adapty = _fake.CreateClient(options => options.MaxRetries = 0);

        await Assert.ThrowsAsync<AdaptyTimeoutException>(() => adapty.Profiles.GetAsync(User, Token));
    }

    [Fact]
    public async Task A_success_that_cannot_be_read_is_a_failure_too()
    {
        _fake.FailNext(200, "{}");
        using var adapty = _fake.CreateClient();

        await Assert.ThrowsAsync<AdaptyResponseException>(() => adapty.Profiles.FindAsync(User, Token));
    }

    [Fact]
    public void Wrong_arguments_are_refused_at_once()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _fake.FailNext(99));
        Assert.Throws<ArgumentOutOfRangeException>(() => _fake.FailNext(1000));
        Assert.Throws<ArgumentException>(() => _fake.FailNext(500, headers: [new("not a name", "x")]));
        Assert.Throws<ArgumentException>(() => _fake.FailNextWithCode(400, ""));
        Assert.Throws<ArgumentNullException>(() => _fake.FailNext(null!));
    }

    [Fact]
    public async Task A_cancelled_request_is_neither_recorded_nor_answered()
    {
        _fake.FailNext(500);
        using var adapty = _fake.CreateClient();
        using var http = _fake.CreateHttpClient();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => adapty.Profiles.GetAsync(User, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => http.SendAsync(RawClient.Request(), cancelled.Token));
        Assert.Empty(_fake.Requests);
    }

    [Fact]
    public async Task One_failure_meets_one_of_many_requests()
    {
        _fake.FailNext(500);
        using var http = _fake.CreateHttpClient();

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(
            () => http.SendAsync(RawClient.Request(headers: ("adapty-customer-user-id", "user-42")), Token), Token)));

        Assert.Single(responses, response => (int)response.StatusCode == 500);
        Assert.Equal(49, responses.Count(response => (int)response.StatusCode == 200));
    }
}
