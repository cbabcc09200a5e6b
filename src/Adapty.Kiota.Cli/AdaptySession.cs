using Adapty.Kiota.Cli.Demo;
using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Cli.Terminal;

namespace Adapty.Kiota.Cli;

/// <summary>What one command works with: the client, and the way to print a response.</summary>
internal sealed class AdaptySession : IDisposable
{
    private const string MissingKey =
        $"{SettingNames.ApiKey} is not set. It must hold the secret key from the App settings of the Adapty dashboard; "
        + "--demo works without it.";

    private readonly ToolHost _host;
    private readonly bool _demo;
    private readonly BodyRecorder? _recorder;
    private readonly HttpClient _http;
    private int _printedBodies;

    private AdaptySession(
        ToolHost host, AdaptyClientOptions options, HttpMessageHandler? network, bool demo, bool json, Func<HttpMessageHandler, HttpMessageHandler>? through)
    {
        _host = host;
        _demo = demo;
        Progress = new Progress(host);
        options.TimeProvider = host.TimeProvider;
        var handler = network ?? CreateNetwork();
        handler = through?.Invoke(handler) ?? handler;
        _recorder = json ? new BodyRecorder(handler, options.MaxResponseBytes) : null;
        // The client has time limits of its own.
        _http = new HttpClient(_recorder ?? handler, disposeHandler: network is null) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            Adapty = new AdaptyClient(options, _http);
        }
        catch (ArgumentException exception)
        {
            _http.Dispose();
            throw new ToolException(ExitCode.Usage, WithNamesOfVariables(exception));
        }
    }

    public AdaptyClient Adapty { get; }

    public Progress Progress { get; }

    /// <summary>How the run ends, unless it fails.</summary>
    public ExitCode ExitCode { get; set; }

    public DateTimeOffset Now => _host.TimeProvider.GetUtcNow();

    /// <param name="host">The process.</param>
    /// <param name="demo">Whether an Adapty in memory answers.</param>
    /// <param name="json">Whether bodies are printed as Adapty sent them.</param>
    /// <param name="through">Puts a handler between the client and the network; null for none.</param>
    /// <exception cref="ToolException">The environment lacks the API key, or a variable cannot be used.</exception>
    public static async Task<AdaptySession> OpenAsync(
        ToolHost host, bool demo, bool json, Func<HttpMessageHandler, HttpMessageHandler>? through = null)
    {
        if (demo)
        {
            var adapty = await DemoAdapty.CreateAsync(host.TimeProvider);
            return new AdaptySession(host, new AdaptyClientOptions { ApiKey = adapty.ApiKey }, adapty, demo, json, through);
        }

        if (host.Environment(SettingNames.ApiKey) is not { Length: > 0 } apiKey)
            throw new ToolException(ExitCode.Usage, MissingKey);
        var options = new AdaptyClientOptions { ApiKey = apiKey };
        // Scripts unset a variable by making it empty.
        if (host.Environment(SettingNames.BaseAddress) is { Length: > 0 } address)
        {
            options.BaseAddress = Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var uri)
                ? uri
                : throw new ToolException(
                    ExitCode.Usage, $"{SettingNames.BaseAddress} must be an absolute address such as https://api.adapty.io.");
        }

        return new AdaptySession(host, options, host.Network, demo, json, through);
    }

    /// <summary>
    /// Prints the result of a call: with --json the body as Adapty sent it, otherwise the summary. Call it after the SDK has
    /// accepted the response, so that an unreadable body is never printed.
    /// </summary>
    public void Print(Action<TextWriter> writeSummary)
    {
        if (_recorder is not null)
        {
            Progress.Write(() => WriteBodies(_recorder, end: true));
            return;
        }

        // Written at once: half a summary in a pipe would be misleading.
        using var summary = new StringWriter();
        WriteDemo(summary);
        writeSummary(summary);
        Progress.Write(() => _host.Output.Write(summary.ToString()));
    }

    /// <summary>
    /// Prints a list while it arrives: row by row, or with --json page by page, with a line break between the pages. It asks for no
    /// more after <paramref name="limit"/> rows, or when nobody reads the output any more.
    /// </summary>
    public async Task PrintListAsync<T>(
        IAsyncEnumerable<T> items, RowFormat format, Func<T, string?[]> cells, string none, int limit = int.MaxValue)
    {
        var rows = 0;
        await foreach (var item in items)
        {
            rows++;
            Action write = _recorder is null
                ? () => WriteRow(format, cells(item), first: rows == 1)
                : () => WriteBodies(_recorder, end: false);
            Progress.Write(write, rows: 1);
            if (rows == limit || _host.ReaderHasGone())
                break;
        }

        // With --json also the last page, if it has no items.
        if (_recorder is not null || rows == 0)
            Print(output => output.WriteLine(none));
    }

    /// <summary>A remark that is no part of the response.</summary>
    public void Note(string note) => Progress.Write(() => _host.Error.WriteLine(Text.Safe($"Note: {note}")));

    public void Dispose()
    {
        Progress.Dispose();
        Adapty.Dispose();
        _http.Dispose();
    }

    private void WriteRow(RowFormat format, string?[] cells, bool first)
    {
        if (first)
        {
            WriteDemo(_host.Output);
            _host.Output.WriteLine(format.Headings);
        }

        _host.Output.WriteLine(format.Row(cells));
        _host.Output.Flush();
    }

    private void WriteBodies(BodyRecorder recorder, bool end)
    {
        foreach (var body in recorder.TakeBodies())
        {
            if (_printedBodies++ > 0)
                _host.OutputBytes.Write("\n"u8);
            _host.OutputBytes.Write(body.Span);
        }

        _host.OutputBytes.Flush();
        // The prompt gets a line of its own.
        if (end && _printedBodies > 0 && _host.OutputIsTerminal)
            _host.Output.WriteLine();
    }

    private void WriteDemo(TextWriter output)
    {
        if (_demo)
            output.WriteLine($"Demo: an Adapty in memory responds. Nothing was sent.{Environment.NewLine}");
    }

    /// <summary>As the SDK's own: a redirect would carry the user's id to another host, and cookies would tie calls together.</summary>
    private static SocketsHttpHandler CreateNetwork() => new() { AllowAutoRedirect = false, UseCookies = false };

    /// <summary>The SDK names the option that is wrong, and never its value; the user of the tool has set a variable.</summary>
    private static string WithNamesOfVariables(ArgumentException exception) => exception.Message
        .Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal)
        .Replace(nameof(AdaptyClientOptions.ApiKey), SettingNames.ApiKey, StringComparison.Ordinal)
        .Replace(nameof(AdaptyClientOptions.BaseAddress), SettingNames.BaseAddress, StringComparison.Ordinal);
}
