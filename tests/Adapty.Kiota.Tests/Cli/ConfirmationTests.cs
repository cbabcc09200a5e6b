using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>What cannot be undone asks first: a person on a terminal, and nobody else.</summary>
public sealed class ConfirmationTests
{
    private static readonly string[] Delete = ["profile", "delete", "--customer-user-id", TestData.CustomerId];
    private static readonly string[] Lifetime = ["access", "grant", "premium", "--customer-user-id", TestData.CustomerId, "--lifetime"];

    public static TheoryData<string[], string> Questions => new()
    {
        { Delete, "Delete this profile and its data for good?" },
        { Lifetime, "Grant premium for life?" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_yes_on_the_terminal_lets_it_go(string[] command, string question)
    {
        foreach (var yes in new[] { "y", "Y", "yes", " YES " })
        {
            using var wire = Response(command);

            var run = await ToolRun.OfAsync(wire, ToolRun.With(), command, terminal: true, typed: () => yes);

            Assert.Equal(0, run.ExitCode);
            Assert.Equal($"{question} [y/N] ", run.Error);
            wire.Only();
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Anything_else_sends_nothing(string[] command, string question)
    {
        foreach (var no in new[] { "", "n", "no", "yep", "ja", null })
        {
            var run = await ToolRun.OfAsync(null, ToolRun.With(), command, terminal: true, typed: () => no);

            Assert.Equal(130, run.ExitCode);
            Assert.Equal($"{question} [y/N] {(no is null ? "\n" : "")}adapty: Nothing was sent.\n", run.Error);
            Assert.Empty(run.Output);
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Without_a_terminal_it_is_refused_at_once(string[] command, string question)
    {
        (await ToolRun.OfAsync(null, command)).AssertFailed(2, $"This needs a yes, and without a terminal there is nobody to ask: {question} Add --yes to do it. Nothing was sent.");
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Yes_in_advance_asks_nothing(string[] command, string question)
    {
        using var wire = Response(command);

        var output = (await ToolRun.OfAsync(wire, [.. command, "--yes"])).AssertPrinted();

        Assert.DoesNotContain(question, output, StringComparison.Ordinal);
        wire.Only();
    }

    [Fact]
    public async Task What_ends_is_granted_without_a_question()
    {
        (await ToolRun.OfAsync(Wire.WithLevel(), ["access", "grant", "premium", "--customer-user-id", TestData.CustomerId, "--for", "1d"])).AssertPrinted();
    }

    [Fact]
    public async Task A_wrong_environment_is_told_before_the_question()
    {
        (await ToolRun.OfAsync(null, [], Delete, terminal: true)).AssertFailed(2, "ADAPTY_API_KEY is not set.");
    }

    [Fact]
    public async Task Ctrl_C_at_the_question_ends_the_run()
    {
        using var ctrlC = new CancellationTokenSource();
        using var typed = new ManualResetEventSlim();
        var run = await ToolRun.OfAsync(null, ToolRun.With(), Delete, terminal: true, ctrlC: ctrlC, typed: () =>
        {
            ctrlC.Cancel();
            typed.Wait(TestContext.Current.CancellationToken);
            return "y";
        });
        typed.Set();

        Assert.Equal(130, run.ExitCode);
    }

    private static Wire Response(string[] command) => command.SequenceEqual(Delete) ? new Wire("", 204) : Wire.WithLevel();
}
