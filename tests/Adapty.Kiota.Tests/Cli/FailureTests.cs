using System.Security.Authentication;
using Adapty.Kiota.Cli;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>Runs that end without a profile: one line, an exit code, and nothing secret (<see cref="ToolRun"/> asserts that).</summary>
public sealed class FailureTests
{
    private static readonly string[] OfCustomer = ["profile", "get", "--customer-user-id", TestData.CustomerId];
    private static readonly string[] AsJson = [.. OfCustomer, "--json"];

    [Theory]
    [InlineData(404, """{"errors":[{"source":null,"errors":["Profile not found"]}],"error_code":"profile_does_not_exist","status_code":404}""", 1, "Adapty refused getProfile: 404 profile_does_not_exist: Profile not found")]
    [InlineData(400, """{"errors":["No"],"error_code":"profile_does_not_exist"}""", 1, "Adapty refused getProfile: 400 profile_does_not_exist: No")]
    [InlineData(404, "<html>Not found</html>", 3, "Adapty refused getProfile: 404.")]
    [InlineData(401, """{"errors":["Invalid API key"],"error_code":"unauthorized","status_code":401}""", 3, "Adapty refused getProfile: 401 unauthorized: Invalid API key. ADAPTY_API_KEY must hold the app's secret key")]
    [InlineData(403, """{"errors":["Off"],"error_code":"feature_not_enabled"}""", 3, "Adapty refused getProfile: 403 feature_not_enabled: Off")]
    [InlineData(429, "", 3, "Adapty refused getProfile: 429.")]
    [InlineData(500, "<html>\r\n\u001b[31mOops</html>", 3, "Adapty failed at getProfile: 500.")]
    [InlineData(200, "", 4, "Adapty's response to getProfile cannot be read")]
    [InlineData(200, "<html>", 4, "Adapty's response to getProfile cannot be read")]
    [InlineData(200, """{"data":{"profile_id":"p"}}""", 4, "Adapty's response to getProfile cannot be read")]
    [InlineData(200, """{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium"}]}}""", 4, "Adapty's response to getProfile cannot be read")]
    [InlineData(302, "", 4, "Adapty's response to getProfile cannot be read")]
    [InlineData(204, "", 4, "Adapty's response to getProfile cannot be read")]
    public async Task Each_response_has_its_exit_code(int status, string body, int exitCode, string beginning)
    {
        // The tool would wait longer than it may: no second attempt.
        var network = StubHandler.Returning(body, status, headers: ("Retry-After", "3600"));

        (await ToolRun.OfAsync(network, OfCustomer)).AssertFailed(exitCode, beginning);
        (await ToolRun.OfAsync(network, AsJson)).AssertFailed(exitCode, beginning);
    }

    [Fact]
    public async Task What_the_server_repeats_is_not_repeated()
    {
        var echo = $"Key {TestData.Key}, user {TestData.CustomerId}\\r\\nsecond line\\u001b[0m";
        var network = StubHandler.Returning($$"""{"errors":[{"source":"{{echo}}","errors":["{{echo}}"]}],"error_code":"odd"}""", 400);

        (await ToolRun.OfAsync(network, OfCustomer)).AssertFailed(3, "Adapty refused getProfile: 400 odd: Key ***, user ***");
    }

    [Fact]
    public async Task The_request_id_is_there_for_the_support()
    {
        var network = StubHandler.Returning("", 403, headers: ("Request-Id", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"));

        (await ToolRun.OfAsync(network, OfCustomer)).AssertFailed(3, "Adapty refused getProfile: 403. Request id 0f1e2d3c4b5a69788796a5b4c3d2e1f0.");
    }

    [Fact]
    public async Task No_connection()
    {
        var network = new StubHandler(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, $"{TestData.Key} {TestData.CustomerId}"));

        var run = await ToolRun.OfAsync(network, ToolRun.With(), OfCustomer, new ImpatientClock());

        run.AssertFailed(4, "Adapty could not be reached for getProfile: no connection could be made. Check the network, and ADAPTY_BASE_ADDRESS");
        Assert.Equal(4, network.Requests.Count);
    }

    [Fact]
    public async Task No_secure_connection()
    {
        var network = new StubHandler(_ => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "TLS", new AuthenticationException()));

        (await ToolRun.OfAsync(network, OfCustomer)).AssertFailed(4, "Adapty could not be reached for getProfile: no secure connection could be made.");
    }

    [Fact]
    public async Task No_response_in_time()
    {
        var clock = new FakeTimeProvider(TestData.Now);
        var network = new StubHandler(async (_, cancellationToken) =>
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null!;
        });

        (await ToolRun.OfAsync(network, ToolRun.With(), OfCustomer, clock)).AssertFailed(4, "Adapty did not respond to getProfile in time");
    }

    [Fact]
    public async Task A_response_cut_off_in_its_middle_is_not_printed()
    {
        // Fails while the tool, not the SDK, reads the body.
        var network = new StubHandler(_ => new HttpResponseMessage { Content = new StreamContent(new BrokenStream(TestData.ProfileBody)) });

        var run = await ToolRun.OfAsync(network, ToolRun.With(), AsJson, new ImpatientClock());

        run.AssertFailed(4, "Adapty could not be reached for getProfile: the connection failed.");
    }

    [Fact]
    public async Task A_response_without_end_is_refused()
    {
        var network = new StubHandler(_ => new HttpResponseMessage { Content = new StreamContent(new EndlessStream()) });

        (await ToolRun.OfAsync(network, AsJson)).AssertFailed(4, "Adapty's response to getProfile cannot be read: it is larger than");
    }

    [Fact]
    public async Task Cancelling_ends_the_run_without_a_word()
    {
        using var ctrlC = new CancellationTokenSource();
        var network = new StubHandler(async (_, cancellationToken) =>
        {
            await ctrlC.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null!;
        });

        var run = await ToolRun.OfAsync(network, ToolRun.With(), OfCustomer, ctrlC: ctrlC);

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(run.Output + run.Error);
    }

    [Fact]
    public void A_bug_is_told_without_what_it_says_about_itself()
    {
        var failure = Failure.Of(new InvalidOperationException(TestData.Key));

        Assert.Equal(ExitCode.Unexpected, failure.ExitCode);
        Assert.Equal("Unexpected InvalidOperationException. This is a bug in the tool; please report it with the command, without the ids.", failure.Message);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_an_error()
    {
        Assert.Equal(new Failure(ExitCode.Unexpected, "The output could not be written."), Failure.Of(new IOException("No space left on device")));
    }
}
