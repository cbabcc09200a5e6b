using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary><c>adapty access check</c>: a script must be able to tell "no" from "don't know".</summary>
public sealed class AccessCheckTests
{
    private static readonly string[] Check = ["access", "check", "premium", "--customer-user-id", TestData.CustomerId];

    [Theory]
    [InlineData("\"expires_at\":null", 0, "premium: active for life")]
    [InlineData("\"expires_at\":\"2031-03-10T12:00:01Z\"", 0, "premium: active until 2031-03-10 12:00:01 UTC")]
    [InlineData("\"expires_at\":\"2031-03-10T12:00:00Z\"", 1, "premium: not active, expired 2031-03-10 12:00:00 UTC")]
    [InlineData("\"expires_at\":null,\"starts_at\":\"2031-03-11T00:00:00Z\"", 1, "premium: not active, starts 2031-03-11 00:00:00 UTC")]
    [InlineData("\"expires_at\":\"2031-03-20T00:00:00Z\",\"starts_at\":\"2031-04-01T00:00:00Z\"", 1, "premium: not active, it would end before it starts")]
    [InlineData("\"expires_at\":\"2031-03-09T00:00:00Z\",\"is_in_grace_period\":true", 1, "premium: not active, expired 2031-03-09 00:00:00 UTC")]
    [InlineData("\"expires_at\":null},{\"access_level_id\":\"premium\",\"expires_at\":\"2031-03-20T00:00:00Z\"", 0, "premium: active for life")]
    [InlineData("\"expires_at\":\"2031-03-01T00:00:00Z\"},{\"access_level_id\":\"premium\",\"expires_at\":\"2031-03-20T00:00:00Z\"", 0, "premium: active until 2031-03-20 00:00:00 UTC")]
    public async Task The_result_is_a_sentence_and_an_exit_code(string level, int exitCode, string sentence)
    {
        var run = await ToolRun.OfAsync(Wire.WithLevel(level), ToolRun.With(), Check, new FakeTimeProvider(TestData.Now));

        Assert.Equal(sentence + "\n", run.AssertPrinted(exitCode));
    }

    [Theory]
    [InlineData("premium2")]
    [InlineData("Premium")]
    public async Task Another_level_is_no_access(string level)
    {
        var run = await ToolRun.OfAsync(Wire.WithLevel(), ["access", "check", level, "--customer-user-id", TestData.CustomerId]);

        Assert.Equal($"{level}: not active, the profile does not have it\n", run.AssertPrinted(1));
    }

    [Fact]
    public async Task The_json_is_the_profile_with_the_same_exit_code()
    {
        var expired = "\"expires_at\":\"2001-03-10T12:00:00Z\"";

        Assert.Equal(TestData.BodyWithLevel(expired), (await ToolRun.OfAsync(Wire.WithLevel(expired), [.. Check, "--json"])).AssertPrinted(1));
    }

    [Theory]
    [InlineData(404, """{"errors":[{"source":null,"errors":["Profile not found"]}],"error_code":"profile_does_not_exist"}""", 1, "Adapty refused getProfile: 404 profile_does_not_exist: Profile not found")]
    [InlineData(404, "<html>", 3, "Adapty refused getProfile: 404.")]
    [InlineData(401, """{"errors":["Invalid API key"],"error_code":"unauthorized"}""", 3, "Adapty refused getProfile: 401 unauthorized")]
    [InlineData(200, """{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium"}]}}""", 4, "Adapty's response to getProfile cannot be read")]
    public async Task An_unknown_profile_is_a_no_and_a_failure_is_not(int status, string body, int exitCode, string beginning)
    {
        (await ToolRun.OfAsync(new Wire(body, status), Check)).AssertFailed(exitCode, beginning);
    }
}
