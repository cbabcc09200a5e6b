using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>More than a second of silence on a terminal.</summary>
public sealed class ProgressTests
{
    private const string Two = """{"data":[{"paywall_id":"p-1"}],"meta":{"pagination":{"count":2,"page":PAGE,"pages":2}}}""";

    [Theory]
    [InlineData(999, 0)]
    [InlineData(1000, 1)]
    [InlineData(3500, 3)]
    public async Task A_second_of_silence_shows_that_it_waits_and_the_response_erases_it(int milliseconds, int seconds)
    {
        var run = await RunAsync(TimeSpan.FromMilliseconds(milliseconds), terminal: true);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(string.Concat(Enumerable.Range(1, seconds).Select(second => $"WAIT{second} s")) + (seconds > 0 ? "ERASED" : ""), Lines(run.Error));
        Assert.DoesNotContain("Waiting", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_shown_when_standard_error_is_redirected()
    {
        (await RunAsync(TimeSpan.FromMinutes(5), terminal: false)).AssertPrinted();
    }

    [Fact]
    public async Task A_failure_is_told_on_a_line_of_its_own()
    {
        var clock = new FakeTimeProvider(TestData.Now);
        using var wire = new Wire("", 403) { OnRequest = () => clock.Advance(TimeSpan.FromSeconds(1)) };

        var run = await ToolRun.OfAsync(wire, ToolRun.With(), ["paywall", "get", "p-1"], clock, terminal: true);

        Assert.Equal("WAIT1 sERASEDadapty: Adapty refused getPaywall: 403.\n", Lines(run.Error));
    }

    [Fact]
    public async Task Each_row_on_the_terminal_breaks_the_silence()
    {
        var run = await ListAsync(TimeSpan.FromMilliseconds(1500), outputRedirected: false);

        Assert.Equal("WAIT1 sERASEDWAIT1 s, rows so far: 1ERASED", Lines(run.Error));
    }

    [Fact]
    public async Task Rows_that_go_elsewhere_do_not_break_it_and_are_counted()
    {
        var run = await ListAsync(TimeSpan.FromMilliseconds(1500), outputRedirected: true);

        Assert.Equal("WAIT1 sERASEDWAIT2 s, rows so far: 1WAIT3 s, rows so far: 1ERASED", Lines(run.Error));
    }

    [Fact]
    public async Task A_question_is_no_silence()
    {
        var clock = new FakeTimeProvider(TestData.Now);

        var run = await ToolRun.OfAsync(new Wire("", 204), ToolRun.With(), ["profile", "delete", "--customer-user-id", TestData.CustomerId], clock, terminal: true, typed: () =>
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            return "y";
        });

        Assert.Equal("Delete this profile and its data for good? [y/N] ", run.Error);
    }

    private static Task<ToolRun> RunAsync(TimeSpan silence, bool terminal)
    {
        var clock = new FakeTimeProvider(TestData.Now);
        var wire = new Wire("""{"paywall_id":"p-1"}""") { OnRequest = () => Pass(clock, silence < TimeSpan.FromSeconds(10) ? silence : TimeSpan.FromSeconds(9)) };
        return ToolRun.OfAsync(wire, ToolRun.With(), ["paywall", "get", "p-1"], clock, terminal);
    }

    private static Task<ToolRun> ListAsync(TimeSpan silence, bool outputRedirected)
    {
        var clock = new FakeTimeProvider(TestData.Now);
        var wire = new Wire([.. new[] { "1", "2" }.Select(page => StubHandler.Response(Two.Replace("PAGE", page, StringComparison.Ordinal)))]) { OnRequest = () => Pass(clock, silence) };
        return ToolRun.OfAsync(wire, ToolRun.With(), ["paywall", "list"], clock, terminal: true, outputRedirected: outputRedirected);
    }

    /// <summary>Step by step, as a clock does: who looks at it each second sees each second.</summary>
    private static void Pass(FakeTimeProvider clock, TimeSpan time)
    {
        var step = TimeSpan.FromMilliseconds(500);
        for (; time > step; time -= step)
            clock.Advance(step);
        clock.Advance(time);
    }

    /// <summary>What a terminal is told, made readable: the tool writes over a line by going back to its beginning.</summary>
    private static string Lines(string error) =>
        System.Text.RegularExpressions.Regex.Replace(error.Replace("\r\n", "\n", StringComparison.Ordinal), "\\n? +\\n", "ERASED").Replace("\nWaiting for Adapty … ", "WAIT", StringComparison.Ordinal);
}
