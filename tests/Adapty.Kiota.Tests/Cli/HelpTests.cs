namespace Adapty.Kiota.Tests.Cli;

/// <summary>What the tool says about itself.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task The_tool_alone_shows_its_help(params string[] arguments)
    {
        var run = await ToolRun.OfAsync(null, [], arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("  profile       Users and what they may use.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  ADAPTY_API_KEY ", run.Output, StringComparison.Ordinal);
        Assert.Contains("  ADAPTY_BASE_ADDRESS ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_names_every_exit_code()
    {
        var run = await ToolRun.OfAsync(null, [], []);

        foreach (var code in Enum.GetValues<Adapty.Kiota.Cli.ExitCode>())
            Assert.Matches($@"\n  {(int)code} +\w", run.Output);
    }

    [Theory]
    [InlineData("profile")]
    [InlineData("profile", "--help")]
    public async Task A_group_shows_its_commands_and_an_example(params string[] arguments)
    {
        var run = await ToolRun.OfAsync(null, [], arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("  get     Shows a profile", run.Output, StringComparison.Ordinal);
        Assert.Contains("Example:\n  adapty profile get ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("profile", "get", "--help")]
    [InlineData("profile", "get", "--profile-id", "wrong", "--help")]
    public async Task A_command_shows_its_options_and_examples_however_wrong_the_rest_is(params string[] arguments)
    {
        var run = await ToolRun.OfAsync(null, [], arguments);

        Assert.Equal(0, run.ExitCode);
        foreach (var option in new[] { "--customer-user-id <id>", "--profile-id <guid>", "--json", "--demo" })
            Assert.Contains($"\n  {option} ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:\n  adapty profile get --customer-user-id user-42\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completions_are_System_CommandLines()
    {
        var run = await ToolRun.OfAsync(null, [], ["[suggest:14]", "profile get --"]);

        Assert.Equal(["--customer-user-id", "--demo", "--help", "--json", "--profile-id"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
