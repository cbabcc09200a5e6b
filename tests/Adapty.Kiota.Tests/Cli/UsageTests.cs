using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>Mistakes on the command line and in the environment. Nothing is sent: <see cref="ToolRun"/>'s own network would fail the run otherwise.</summary>
public sealed class UsageTests
{
    private const string Id = TestData.CustomerId;
    private const string Guid = "5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603";

    [Theory]
    [InlineData("Say whose profile: --customer-user-id or --profile-id is missing. Try 'adapty profile get --help'.", "profile", "get")]
    [InlineData("Give only one of --customer-user-id and --profile-id.", "profile", "get", "--customer-user-id", Id, "--profile-id", Guid)]
    [InlineData("--profile-id must be a GUID such as ", "profile", "get", "--profile-id", Id)]
    [InlineData("--profile-id must be a GUID such as ", "profile", "get", "--profile-id", "")]
    [InlineData("--profile-id must be a GUID such as ", "profile", "get", "--profile-id", "00000000-0000-0000-0000-000000000000")]
    [InlineData("--customer-user-id must be printable ASCII", "profile", "get", "--customer-user-id", "")]
    [InlineData("--customer-user-id must be printable ASCII", "profile", "get", "--customer-user-id", " " + Id)]
    [InlineData("--customer-user-id must be printable ASCII", "profile", "get", "--customer-user-id", Id + "\nx: y")]
    [InlineData("--customer-user-id must be printable ASCII", "profile", "get", "--customer-user-id", Id + "ë")]
    [InlineData("Required argument missing for option: '--customer-user-id'.", "profile", "get", "--customer-user-id")]
    [InlineData("--customer-user-id has no value.", "profile", "get", "--customer-user-id", "--json")]
    [InlineData("Option '--customer-user-id' expects a single argument but 2 were provided.", "profile", "get", "--customer-user-id", Id, "--customer-user-id", Id)]
    [InlineData("There is no option --customer-userid. Did you mean --customer-user-id?", "profile", "get", "--customer-userid", Id)]
    [InlineData("There is no option --jsn. Did you mean --json?", "profile", "get", "--customer-user-id", Id, "--jsn")]
    [InlineData("There is no option --idfx. Did you mean --idfa or --idfv? Try", "profile", "create", "--customer-user-id", Id, "--idfx", "x")]
    [InlineData("There is no option --jnos. Did you mean --json? Try", "profile", "get", "--customer-user-id", Id, "--jnos")]
    [InlineData("There is no option --emails. Try", "profile", "get", "--customer-user-id", Id, "--emails")]
    [InlineData("There is no option --api-key.", "profile", "get", "--customer-user-id", Id, "--api-key=" + TestData.Key)]
    [InlineData("There is no option --api-key.", "profile", "get", "--customer-user-id", Id, "--api-key", TestData.Key)]
    [InlineData("Unexpected argument.", "profile", "get", Id)]
    [InlineData("Unexpected argument.", "profile", "get", "--customer-user-id", "x", Id, "y")]
    [InlineData("Unexpected argument.", "profile", "get", "--json=" + TestData.Key)]
    [InlineData("Unexpected argument.", "profile", "get", "--demo", TestData.Key)]
    [InlineData("There is no such command. Did you mean profile? Try 'adapty --help'.", "proflie", "get")]
    [InlineData("There is no such command. Did you mean get? Try 'adapty profile --help'.", "profile", "gett", "--customer-user-id", Id)]
    [InlineData("There is no such command. Try 'adapty --help'.", TestData.Key)]
    public async Task A_wrong_command_line_is_told_in_one_line(string beginning, params string[] arguments)
    {
        (await ToolRun.OfAsync(null, arguments)).AssertFailed(2, beginning);
    }

    [Theory]
    [InlineData("", null, "ADAPTY_API_KEY is not set.")]
    [InlineData(TestData.Key + "\r", null, "ADAPTY_API_KEY must not contain control characters (line breaks, tabs).")]
    [InlineData(" " + TestData.Key, null, "ADAPTY_API_KEY must not begin or end with a space.")]
    [InlineData("»" + TestData.Key + "«", null, "ADAPTY_API_KEY must be ASCII")]
    [InlineData(TestData.Key, "api.adapty.io", "ADAPTY_BASE_ADDRESS must be an absolute address such as https://api.adapty.io.")]
    [InlineData(TestData.Key, "https://", "ADAPTY_BASE_ADDRESS must be an absolute address such as https://api.adapty.io.")]
    [InlineData(TestData.Key, "http://api.adapty.io", "ADAPTY_BASE_ADDRESS must begin with https://")]
    [InlineData(TestData.Key, "ftp://api.adapty.io", "ADAPTY_BASE_ADDRESS must begin with https://")]
    [InlineData(TestData.Key, "https://" + Id + ":" + TestData.Key + "@api.adapty.io", "ADAPTY_BASE_ADDRESS must not contain a user name or password.")]
    public async Task A_wrong_environment_is_told_in_its_own_words(string key, string? address, string beginning)
    {
        var run = await ToolRun.OfAsync(null, ToolRun.With(key, address), ["profile", "get", "--customer-user-id", Id]);

        run.AssertFailed(2, beginning);
        Assert.DoesNotContain("Parameter", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_key_is_told_with_what_works_without()
    {
        (await ToolRun.OfAsync(null, [], ["profile", "get", "--customer-user-id", Id])).AssertFailed(2, "ADAPTY_API_KEY is not set. It must hold the secret key from the App settings of the Adapty dashboard; --demo works without it.");
    }
}
