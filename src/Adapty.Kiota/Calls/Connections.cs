using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Adapty.Kiota.Calls;

/// <summary>How requests reach Adapty: an <see cref="HttpClient"/>, and the handlers below it or, where it is the application's, above it.</summary>
internal sealed class Connections : IDisposable
{
    /// <summary>What Adapty's support and firewall know the SDK by, such as <c>Adapty.Kiota/0.2.0</c>.</summary>
    public const string UserAgent = $"{ProductName}/{PackageVersion.Value}";

    private const string ProductName = "Adapty.Kiota";

    private readonly bool _ownsClient;
    private readonly HttpMessageInvoker _withKiotaHandlers;

    private Connections(HttpClient http, bool ownsClient, bool hasKiotaHandlers, bool countsOnTheWire)
    {
        Http = http;
        _ownsClient = ownsClient;
        _withKiotaHandlers = hasKiotaHandlers ? http : new HttpMessageInvoker(Chain(new SendThrough(http)));
        CountsOnTheWire = countsOnTheWire;
    }

    public HttpClient Http { get; }

    /// <summary>Whether a <see cref="WireCounter"/> stands below everything that could send a message again.</summary>
    public bool CountsOnTheWire { get; }

    /// <summary>Connections of a client's own.</summary>
    public static Connections Own() => new(Configure(new HttpClient(Chain(CreateHandler()))), ownsClient: true, hasKiotaHandlers: true, countsOnTheWire: false);

    /// <summary>The HTTP client of <c>AddAdapty</c>, with the SDK's handlers as its last ones.</summary>
    public static Connections Registered(HttpClient http) => new(http, ownsClient: false, hasKiotaHandlers: true, countsOnTheWire: true);

    /// <summary>An application's HTTP client: its handlers cannot be seen.</summary>
    public static Connections Given(HttpClient http) => new(http, ownsClient: false, hasKiotaHandlers: false, countsOnTheWire: false);

    /// <summary>
    /// No redirects: one would carry the user's id elsewhere and lose a body. No cookies: nothing may tie two calls together.
    /// Connections are renewed, so that a client that lives as long as the process follows DNS.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>
    /// Kiota's own handlers for what its users may set on a call: a product in the user agent, and headers to look at. Its other
    /// handlers follow redirects, resend writes, or compress.
    /// </summary>
    public static DelegatingHandler[] CreateKiotaHandlers() =>
    [
        new UserAgentHandler(new UserAgentHandlerOption { ProductName = ProductName, ProductVersion = PackageVersion.Value }),
        new HeadersInspectionHandler(),
    ];

    /// <summary>The SDK's own time limits count, attempt by attempt.</summary>
    public static HttpClient Configure(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }

    /// <param name="message">The message.</param>
    /// <param name="wantsKiotaHandlers">Whether an option of the call is for one of Kiota's handlers.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, bool wantsKiotaHandlers, CancellationToken cancellationToken) =>
        wantsKiotaHandlers && _withKiotaHandlers != Http
            ? _withKiotaHandlers.SendAsync(message, cancellationToken)
            : Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose()
    {
        if (_ownsClient)
            Http.Dispose();
    }

    private static HttpMessageHandler Chain(HttpMessageHandler innermost)
    {
        var handlers = CreateKiotaHandlers();
        for (var index = handlers.Length - 1; index >= 0; index--)
        {
            handlers[index].InnerHandler = innermost;
            innermost = handlers[index];
        }

        return innermost;
    }

    private sealed class SendThrough(HttpClient http) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}

/// <summary>How often one message went out. Copies of the message share it.</summary>
internal sealed class WireCount
{
    public static readonly HttpRequestOptionsKey<WireCount> Key = new("Adapty.Kiota.WireCount");

    private int _value;

    public int Value => Volatile.Read(ref _value);

    public void Increment() => Interlocked.Increment(ref _value);
}

/// <summary>Stands below all other handlers, so that the number of attempts is that of the wire.</summary>
internal sealed class WireCounter : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(WireCount.Key, out var count))
            count.Increment();
        return base.SendAsync(request, cancellationToken);
    }
}
