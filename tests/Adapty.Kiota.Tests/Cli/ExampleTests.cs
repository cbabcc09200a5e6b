using System.CommandLine;
using System.Text.RegularExpressions;
using Adapty.Kiota.Cli.Commands;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>What the help texts show works, and the demo responds to every command.</summary>
public sealed partial class ExampleTests
{
    /// <summary>Those that call Adapty. The others have tests of their own.</summary>
    public static TheoryData<string> Commands => [.. Leaves(Tool()).OfType<ApiCommand>().Select(PathOf)];

    public static TheoryData<string> Examples => [.. Leaves(Tool()).SelectMany(ExamplesOf), .. Tool().Subcommands.SelectMany(ExamplesOf), .. ExamplesOf(Tool())];

    [Fact]
    public void There_is_a_command_for_each_operation_for_many_profiles_and_for_webhooks()
    {
        Assert.Equal(
            [
                "access check", "access grant", "access revoke", "currency add", "currency balances", "currency history", "identifiers get", "identifiers set",
                "paywall get", "paywall list", "paywall update", "profile create", "profile delete", "profile export", "profile get", "profile update",
                "purchase set", "purchase validate-paddle", "purchase validate-stripe", "refund-saver get", "refund-saver set",
                "webhook list", "webhook trigger", "webhook verify",
            ],
            Leaves(Tool()).Select(PathOf).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Each_command_has_help_with_an_example_for_the_demo_and_options_with_descriptions(string path)
    {
        var run = await ToolRun.OfAsync(null, [], [.. path.Split(' '), "--help"]);

        var help = run.AssertPrinted();
        Assert.Matches($@"Examples?:\n(  .*\n)*  adapty {path} (.*\n)*.*--demo", help);
        foreach (var option in new[] { "--json", "--demo" })
            Assert.Contains($"\n  {option} ", help, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Each_example_is_a_command_line_and_the_demo_responds_to_it(string example)
    {
        var words = Words(example);
        Assert.Empty(Tool().Parse(words).Errors);
        if (!words.Contains("--demo"))
            return;

        // Neither key nor network.
        var run = await ToolRun.OfAsync(null, [], words);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Demo: an Adapty in memory responds. Nothing was sent.\n\n", run.Output, StringComparison.Ordinal);

        var json = await ToolRun.OfAsync(null, [], [.. words, "--json"]);
        Assert.Equal(0, json.ExitCode);
        if (json.Output.Length > 0)
            System.Text.Json.JsonDocument.Parse(json.Output).Dispose();
    }

    [Theory]
    [InlineData("coins", "currency", "balances")]
    [InlineData("reason=exchange", "currency", "history")]
    [InlineData("amplitude-42", "identifiers", "get")]
    [InlineData("decline", "refund-saver", "get")]
    public async Task The_demo_has_something_to_show(string text, params string[] command)
    {
        Assert.Contains(text, (await ToolRun.OfAsync(null, [], [.. command, "--customer-user-id", "user-42", "--demo"])).AssertPrinted(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("premium", 0)]
    [InlineData("plus", 1)]
    public async Task The_demo_knows_who_has_access(string level, int exitCode)
    {
        (await ToolRun.OfAsync(null, [], ["access", "check", level, "--customer-user-id", "user-42", "--demo"])).AssertPrinted(exitCode);
    }

    [Theory]
    [InlineData("access grant premium --l", "--lifetime", "--limit")]
    [InlineData("refund-saver set --preference ", "decline", "--json")]
    [InlineData("purchase set --store ", "app_store", "premium")]
    [InlineData("purchase ", "validate-stripe", "get")]
    public async Task Completion_knows_options_and_their_values(string typed, string expected, string unexpected)
    {
        var suggestions = (await ToolRun.OfAsync(null, [], [$"[suggest:{typed.Length}]", typed])).Output.Split('\n');

        Assert.Contains(expected, suggestions);
        Assert.DoesNotContain(unexpected, suggestions);
    }

    internal static ToolCommand Tool() => new(new Adapty.Kiota.Cli.ToolHost
    {
        Output = TextWriter.Null,
        OutputBytes = Stream.Null,
        Error = TextWriter.Null,
        Environment = _ => null,
    });

    internal static IEnumerable<Command> Leaves(Command command) => command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);

    private static string PathOf(Command command) => $"{command.Parents.Single().Name} {command.Name}";

    internal static IEnumerable<string> ExamplesOf(Command command) =>
        ((IHelpNotes)command).HelpNotes.Replace("\\\n", "", StringComparison.Ordinal).Split('\n').Where(line => line.StartsWith("  adapty ", StringComparison.Ordinal)).Select(line => line.Trim());

    /// <summary>As a shell splits them, up to what comes after the command.</summary>
    internal static string[] Words(string example) =>
        [.. Word().Matches(example.Split(" && ")[0].Split(" | ")[0]).Skip(1).Select(word => word.Value.Replace("'", "", StringComparison.Ordinal))];

    [GeneratedRegex(@"(?:'[^']*'|[^\s'])+")]
    private static partial Regex Word();
}
