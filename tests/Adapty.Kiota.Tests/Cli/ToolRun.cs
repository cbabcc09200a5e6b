using Adapty.Kiota.Cli;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>One run of the tool inside the test's process. What must hold for every run is asserted on the way.</summary>
internal sealed record ToolRun(int ExitCode, byte[] Bytes, string Output, string Error)
{
    /// <summary>Runs with a key in the environment.</summary>
    public static Task<ToolRun> OfAsync(HttpMessageHandler? network, params string[] arguments) => OfAsync(network, With(), arguments);

    public static async Task<ToolRun> OfAsync(
        HttpMessageHandler? network,
        Dictionary<string, string> environment,
        string[] arguments,
        TimeProvider? timeProvider = null,
        bool terminal = false,
        CancellationTokenSource? ctrlC = null,
        Func<string?>? typed = null,
        bool outputRedirected = false,
        bool readerHasGone = false)
    {
        using var bytes = new MemoryStream();
        await using var output = new StreamWriter(bytes) { AutoFlush = true };
        await using var error = new StringWriter();
        var host = new ToolHost
        {
            Output = output,
            OutputBytes = bytes,
            Error = error,
            Environment = environment.GetValueOrDefault,
            ReaderHasGone = () => readerHasGone,
            OutputIsTerminal = terminal && !outputRedirected,
            ErrorIsTerminal = terminal,
            InputIsTerminal = terminal,
            ReadLine = typed ?? (() => throw new InvalidOperationException("Nothing may be read.")),
            Network = network ?? new StubHandler(_ => throw new InvalidOperationException("Nothing may be sent.")),
            TimeProvider = timeProvider ?? TimeProvider.System,
        };
        var exitCode = await AdaptyTool.RunAsync(arguments, host, ctrlC?.Token ?? TestContext.Current.CancellationToken);

        var written = bytes.ToArray();
        var run = new ToolRun((int)exitCode, written, Lines(System.Text.Encoding.UTF8.GetString(written)), Lines(error.ToString()));
        run.AssertDiscreet(terminal);
        return run;
    }

    public static Dictionary<string, string> With(string key = TestData.Key, string? address = null)
    {
        var environment = new Dictionary<string, string> { ["ADAPTY_API_KEY"] = key };
        if (address is not null)
            environment["ADAPTY_BASE_ADDRESS"] = address;
        return environment;
    }

    /// <summary>Asserts that the run failed with one line that begins as given.</summary>
    public void AssertFailed(int exitCode, string beginning)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.Empty(Output);
        Assert.StartsWith($"adapty: {beginning}", Error, StringComparison.Ordinal);
        Assert.Equal(Error.Length - 1, Error.IndexOf('\n', StringComparison.Ordinal));
    }

    /// <summary>Asserts that the run did what it should, in silence, and gives what it printed.</summary>
    public string AssertPrinted(int exitCode = 0)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.Empty(Error);
        return Output;
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private void AssertDiscreet(bool terminal)
    {
        Assert.DoesNotContain(TestData.Key, Output + Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(TestData.CustomerId, Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', Error);
        if (ExitCode is not (0 or 1 or 130))
            Assert.NotEmpty(Error);
        // Neither a question nor progress is for a file.
        if (!terminal)
            Assert.DoesNotMatch(@"\[y/N\]|Waiting", Error);
    }
}
