using Adapty.Kiota.Cli.Demo;
using Adapty.Kiota.Cli.Http;

namespace Adapty.Kiota.Cli;

/// <summary>What one command works with: the client, and the way to print its answer.</summary>
internal sealed class AdaptySession : IDisposable
{
    private readonly ToolHost _host;
    private readonly bool _demo;
    private readonly bool _json;
    private readonly BodyRecorder _recorder;
    private readonly HttpClient _http;

    private AdaptySession(ToolHost host, AdaptyClientOptions options, HttpMessageHandler? network, bool demo, bool json)
    {
        _host = host;
        _json = json;
        _demo = demo;
        options.TimeProvider = host.TimeProvider;
        _recorder = new BodyRecorder(network ?? CreateNetwork(), options.MaxResponseBytes);
        // The client has time limits of its own.
        _http = new HttpClient(_recorder, disposeHandler: network is null) { Timeout = Timeout.InfiniteTimeSpan };
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

    public DateTimeOffset Now => _host.TimeProvider.GetUtcNow();

    /// <exception cref="ToolException">The environment lacks the key, or holds something unusable.</exception>
    public static AdaptySession Open(ToolHost host, bool demo, bool json)
    {
        if (demo)
        {
            var adapty = DemoAdapty.Create(host.TimeProvider);
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
    /// Prints what the last call gave: the body as Adapty sent it with --json, otherwise the summary. For after the SDK has
    /// accepted the answer, so that nothing unreadable is ever printed as if it were an answer.
    /// </summary>
    public async Task PrintAsync(Action<TextWriter> writeSummary, CancellationToken cancellationToken)
    {
        if (_json)
        {
            await _host.OutputBytes.WriteAsync(_recorder.LastBody, cancellationToken);
            await _host.OutputBytes.FlushAsync(cancellationToken);
            if (_host.OutputIsTerminal)
                await _host.Output.WriteLineAsync();
            return;
        }

        // Written at once: half a summary in a pipe says something else.
        using var summary = new StringWriter();
        if (_demo)
            summary.WriteLine($"Demo: the example of Adapty's documentation. Nothing was sent.{Environment.NewLine}");
        writeSummary(summary);
        await _host.Output.WriteAsync(summary.ToString().AsMemory(), cancellationToken);
    }

    public void Dispose()
    {
        Adapty.Dispose();
        _http.Dispose();
    }

    /// <summary>As the SDK's own: a redirect would carry the user's id to another place, and cookies would tie calls together.</summary>
    private static SocketsHttpHandler CreateNetwork() => new() { AllowAutoRedirect = false, UseCookies = false };

    /// <summary>The SDK names the option that is wrong, and never its value; the user of the tool has set a variable.</summary>
    private static string InWordsOfTheEnvironment(ArgumentException exception) => exception.Message
        .Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal)
        .Replace(nameof(AdaptyClientOptions.ApiKey), SettingNames.ApiKey, StringComparison.Ordinal)
        .Replace(nameof(AdaptyClientOptions.BaseAddress), SettingNames.BaseAddress, StringComparison.Ordinal);
}
