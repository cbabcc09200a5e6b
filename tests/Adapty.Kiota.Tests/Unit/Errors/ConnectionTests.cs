using System.Net.Sockets;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Errors;

/// <summary>No answer, half an answer, no answer in time, and the caller's own wish.</summary>
public sealed class ConnectionTests
{
    private static Task<Models.Profile> GetAsync(AdaptyClient client, CancellationToken? token = null) =>
        client.Profiles.GetAsync(TestData.Customer, token ?? TestContext.Current.CancellationToken);

    [Fact]
    public async Task Refused()
    {
        // Taken, so that no other test's server can be there; nobody listens.
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        var address = new Uri($"http://{taken.LocalEndPoint}");
        using var client = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key, BaseAddress = address, MaxRetries = 0 });

        var exception = await Assert.ThrowsAsync<AdaptyConnectionException>(() => GetAsync(client));

        Assert.True(exception.IsTransient);
        Assert.Equal(1, exception.Attempts);
        Assert.Contains("no connection could be made", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "the host's name did not resolve")]
    [InlineData(HttpRequestError.ConnectionError, "no connection could be made")]
    [InlineData(HttpRequestError.SecureConnectionError, "no secure connection could be made")]
    [InlineData(HttpRequestError.ResponseEnded, "the connection was closed before the response was complete")]
    [InlineData(HttpRequestError.HttpProtocolError, "the connection failed")]
    public async Task What_failed_is_said_and_may_pass(HttpRequestError error, string words)
    {
        var cause = new HttpRequestException(error, "cause");

        var exception = await FailAsync(cause);

        Assert.Equal($"Adapty could not be reached for getProfile: {words}.", exception.Message);
        Assert.True(exception.IsTransient);
        Assert.Same(cause, exception.InnerException);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_does_not_pass()
    {
        var exception = await FailAsync(new HttpRequestException(HttpRequestError.SecureConnectionError, "cause", new System.Security.Authentication.AuthenticationException("not trusted")));

        Assert.False(exception.IsTransient);
    }

    [Fact]
    public async Task A_connection_that_breaks_without_a_word_of_the_http_client()
    {
        Assert.Equal("Adapty could not be reached for getProfile: the connection failed.", (await FailAsync(new IOException("cause"))).Message);
        Assert.Equal(
            "Adapty could not be reached for getProfile: the connection was closed before the response was complete.",
            (await FailAsync(new HttpIOException(HttpRequestError.ResponseEnded, "cause"))).Message);
    }

    private static async Task<AdaptyConnectionException> FailAsync(Exception cause)
    {
        using var client = new StubHandler(_ => throw cause).Client();
        return await Assert.ThrowsAsync<AdaptyConnectionException>(() => GetAsync(client));
    }

    [Fact]
    public async Task Cut_off_within_the_body()
    {
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 10_000;
            await context.Response.Body.WriteAsync("{\"data\":"u8.ToArray());
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var client = server.Client();

        var exception = await Assert.ThrowsAsync<AdaptyConnectionException>(() => GetAsync(client));

        Assert.True(exception.IsTransient);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long()
    {
        var clock = new FakeTimeProvider(TestData.Now);
        using var client = new StubHandler(async (_, token) =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("never here");
        }).Client(options => options.TimeProvider = clock);

        var exception = await Assert.ThrowsAsync<AdaptyTimeoutException>(() => GetAsync(client));

        Assert.Equal("Adapty did not respond to getProfile in time: AttemptTimeout ran out.", exception.Message);
        Assert.IsAssignableFrom<OperationCanceledException>(exception.InnerException);
        Assert.True(exception.IsTransient);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task A_call_that_takes_too_long()
    {
        var clock = new FakeTimeProvider(TestData.Now);
        using var client = new StubHandler(async (_, token) =>
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("never here");
        }).Client(options => (options.TimeProvider, options.Timeout) = (clock, TimeSpan.FromSeconds(5)));

        var exception = await Assert.ThrowsAsync<AdaptyTimeoutException>(() => GetAsync(client));

        Assert.Equal("Adapty did not respond to getProfile in time: Timeout ran out.", exception.Message);
    }

    [Fact]
    public async Task A_body_that_takes_too_long()
    {
        var clock = new FakeTimeProvider(TestData.Now);
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync("{\"data\":"u8.ToArray());
            await context.Response.Body.FlushAsync();
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key, BaseAddress = server.Address, MaxRetries = 0, TimeProvider = clock });

        await Assert.ThrowsAsync<AdaptyTimeoutException>(() => GetAsync(client));
    }

    [Fact]
    public async Task The_limit_of_the_callers_own_http_client()
    {
        using var http = new HttpClient(new StubHandler(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("never here");
        }))
        { Timeout = TimeSpan.FromMilliseconds(1) };
        using var client = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key, MaxRetries = 0 }, http);

        var exception = await Assert.ThrowsAsync<AdaptyTimeoutException>(() => GetAsync(client));

        Assert.Equal("Adapty did not respond to getProfile in time: the HTTP client's own limit ran out.", exception.Message);
    }

    [Fact]
    public async Task The_callers_cancellation_is_the_only_one_that_escapes()
    {
        using var source = new CancellationTokenSource();
        using var client = new StubHandler(async (_, token) =>
        {
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException("never here");
        }).Client();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GetAsync(client, source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_before_sends_nothing()
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var client = handler.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GetAsync(client, new CancellationToken(canceled: true)));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task What_a_handler_of_the_callers_throws_stays_in_the_family()
    {
        using var client = new StubHandler(_ => throw new InvalidOperationException("a broken circuit")).Client(options => options.MaxRetries = 3);

        var exception = await Assert.ThrowsAsync<AdaptyConnectionException>(() => GetAsync(client));

        Assert.Equal("Adapty could not be reached for getProfile: a handler of the HTTP client failed.", exception.Message);
        Assert.IsType<InvalidOperationException>(exception.InnerException);
        Assert.False(exception.IsTransient);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task An_error_page_that_is_cut_off_still_tells_its_status()
    {
        using var client = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable)
        {
            Content = new StreamContent(new BrokenStream()),
        }).Client();

        Assert.Equal(503, (await Assert.ThrowsAsync<AdaptyServerException>(() => GetAsync(client))).StatusCode);
    }

    [Fact]
    public async Task An_error_page_that_is_too_large_still_tells_its_status()
    {
        using var client = StubHandler.Returning(new string('x', 1001), 503).Client(options => options.MaxResponseBytes = 1000);

        var exception = await Assert.ThrowsAsync<AdaptyServerException>(() => GetAsync(client));

        Assert.Equal((503, null), (exception.StatusCode, exception.BodyExcerpt));
    }

    [Fact]
    public async Task A_client_that_is_disposed_says_so()
    {
        var client = new AdaptyClient(TestData.Key);
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => GetAsync(client));
    }

    [Fact]
    public async Task A_redirect_that_the_callers_http_client_followed_is_no_answer_of_Adaptys()
    {
        await using var elsewhere = await RecordingServer.StartAsync(TestData.ProfileBody);
        await using var server = await RecordingServer.StartAsync(context =>
        {
            context.Response.Redirect(elsewhere.Address.AbsoluteUri);
            return Task.CompletedTask;
        });
        using var http = new HttpClient();
        using var client = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key, BaseAddress = server.Address }, http);

        var exception = await Assert.ThrowsAsync<AdaptyResponseException>(() => GetAsync(client));

        Assert.Contains("redirect", exception.Message, StringComparison.Ordinal);
        Assert.All(elsewhere.Requests, request => Assert.DoesNotContain("Authorization", request.Headers.Keys));
    }

    [Fact]
    public async Task A_client_of_its_own_follows_no_redirect()
    {
        await using var elsewhere = await RecordingServer.StartAsync(TestData.ProfileBody);
        await using var server = await RecordingServer.StartAsync(context =>
        {
            context.Response.Redirect(elsewhere.Address.AbsoluteUri);
            return Task.CompletedTask;
        });
        using var client = server.Client();

        Assert.Equal(302, (await Assert.ThrowsAsync<AdaptyResponseException>(() => GetAsync(client))).StatusCode);
        Assert.Empty(elsewhere.Requests);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("reset");
    }
}
