using Adapty.Kiota.Cli.Demo;
using Adapty.Kiota.Cli.Http;
using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Cli.Terminal;

namespace Adapty.Kiota.Cli;

/// <summary>What one command works with: the client, and the way to print its answer.</summary>
internal sealed class AdaptySession : IDisposable
{
    private readonly ToolHost _host;
    private readonly bool _demo;
    private readonly BodyRecorder? _recorder;
    private readonly HttpClient _http;

    private AdaptySession(ToolHost host, AdaptyClientOptions options, HttpMessageHandler? network, bool demo, bool json)
    {
        _host = host;
        _demo = demo;
        Progress = new Progress(host);
        options.TimeProvider = host.TimeProvider;
        _recorder = json ? new BodyRecorder(network ?? CreateNetwork(), options.MaxResponseBytes) : null;
        // The client has time limits of its own.
        _http = new HttpClient(_recorder ?? network ?? CreateNetwork(), disposeHandler: network is null) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            Adapty = new AdaptyClient(options, _http);
        }
        catch (ArgumentException exception)
        {
            _http.Dispose();
            throw new ToolException(ExitCode.Usage, InWordsOfTheEnvironment(exception));
        }
    }

    public AdaptyClient Adapty { get; }

    public Progress Progress { get; }

    public DateTimeOffset Now => _host.TimeProvider.GetUtcNow();

    /// <exception cref="ToolException">The environment lacks the key, or holds something unusable.</exception>
    public static async Task<AdaptySession> OpenAsync(ToolHost host, bool demo, bool json)
    {
        if (demo)
        {
            var adapty = await DemoAdapty.CreateAsync(host.TimeProvider);
            return new AdaptySession(host, new AdaptyClientOptions { ApiKey = adapty.ApiKey }, adapty, demo, json);
        }

        var options = new AdaptyClientOptions { ApiKey = host.Environment(SettingNames.ApiKey) };
        if (string.IsNullOrEmpty(options.ApiKey))
            throw new ToolException(ExitCode.Usage, $"{SettingNames.ApiKey} is not set. It must hold the secret key from the App settings of the Adapty dashboard; --demo works without it.");

        // Set but empty is how scripts unset a variable.
        if (host.Environment(SettingNames.BaseAddress) is { Length: > 0 } address)
        {
            options.BaseAddress = Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var uri)
                ? uri
                : throw new ToolException(ExitCode.Usage, $"{SettingNames.BaseAddress} must be an absolute address such as https://api.adapty.io.");
        }

        return new AdaptySession(host, options, host.Network, demo, json);
    }

    /// <summary>
    /// Prints what a call gave: the body as Adapty sent it with --json, otherwise the summary. For after the SDK has
    /// accepted the answer, so that nothing unreadable is ever printed as if it were an answer.
    /// </summary>
    public void Print(Action<TextWriter> writeSummary)
    {
        if (_recorder is not null)
        {
            Progress.Write(() =>
            {
                if (WriteBodies(_recorder, first: true) && _host.OutputIsTerminal)
                    _host.Output.WriteLine();
            });
            return;
        }

        // Written at once: half a summary in a pipe says something else.
        using var summary = new StringWriter();
        WriteDemo(summary);
        writeSummary(summary);
        Progress.Write(() => _host.Output.Write(summary.ToString()));
    }

    /// <summary>
    /// Prints a list while it arrives: row by row, or with --json page by page, with a line break between the pages. After
    /// <paramref name="limit"/> rows it asks for no more.
    /// </summary>
    public async Task PrintListAsync<T>(IAsyncEnumerable<T> items, RowFormat format, Func<T, string?[]> cells, string none, int limit = int.MaxValue)
    {
        var rows = 0;
        await foreach (var item in items)
        {
            Progress.Write(() => WriteItem(format, rows == 0, () => cells(item)), rows: 1);
            if (++rows == limit)
                break;
        }

        if (_recorder is null && rows == 0)
            Print(output => output.WriteLine(none));
        else if (_recorder is not null)
            Progress.Write(() => WriteEndOfPages(_recorder, rows == 0));
    }

    /// <summary>Something to know that is no part of the answer.</summary>
    public void Note(string note) => Progress.Write(() => _host.Error.WriteLine(SafeText.Of($"Note: {note}")));

    public void Dispose()
    {
        Progress.Dispose();
        Adapty.Dispose();
        _http.Dispose();
    }

    private void WriteItem(RowFormat format, bool first, Func<string?[]> cells)
    {
        if (_recorder is not null)
        {
            WriteBodies(_recorder, first);
            return;
        }

        if (first)
        {
            WriteDemo(_host.Output);
            _host.Output.WriteLine(format.Headings);
        }

        _host.Output.WriteLine(format.Row(cells()));
        _host.Output.Flush();
    }

    /// <summary>The last page, if it had no items; and the prompt gets a line of its own.</summary>
    private void WriteEndOfPages(BodyRecorder recorder, bool first)
    {
        WriteBodies(recorder, first);
        if (_host.OutputIsTerminal)
            _host.Output.WriteLine();
    }

    private bool WriteBodies(BodyRecorder recorder, bool first)
    {
        var any = false;
        foreach (var body in recorder.TakeBodies())
        {
            if (!first || any)
                _host.OutputBytes.Write("\n"u8);
            _host.OutputBytes.Write(body.Span);
            any = true;
        }

        _host.OutputBytes.Flush();
        return any;
    }

    private void WriteDemo(TextWriter output)
    {
        if (_demo)
            output.WriteLine($"Demo: an Adapty in memory answers. Nothing was sent.{Environment.NewLine}");
    }

    /// <summary>As the SDK's own: a redirect would carry the user's id to another place, and cookies would tie calls together.</summary>
    private static SocketsHttpHandler CreateNetwork() => new() { AllowAutoRedirect = false, UseCookies = false };

    /// <summary>The SDK names the option that is wrong, and never its value; the user of the tool has set a variable.</summary>
    private static string InWordsOfTheEnvironment(ArgumentException exception) => exception.Message
        .Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal)
        .Replace(nameof(AdaptyClientOptions.ApiKey), SettingNames.ApiKey, StringComparison.Ordinal)
        .Replace(nameof(AdaptyClientOptions.BaseAddress), SettingNames.BaseAddress, StringComparison.Ordinal);
}
