using Adapty.Kiota.Calls;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota;

/// <summary>
/// Adapty's server-side API: who is this user, and what have they paid for? Safe for use from many threads at once; make
/// one for the lifetime of the application (<see cref="AdaptyServiceCollectionExtensions">AddAdapty</see> does).
/// </summary>
/// <remarks>
/// Every call throws exceptions of the <see cref="AdaptyException"/> family only, <see cref="ArgumentException"/> for
/// arguments that are wrong (before anything is sent), and <see cref="OperationCanceledException"/> for your own token.
/// The members are virtual and there is a protected constructor, so that any mocking library can take its place.
/// </remarks>
public class AdaptyClient : IDisposable
{
    private readonly Connections? _connections;
    private readonly CallRunner _runner = null!;
    private readonly RequestAdapter _adapter = null!;
    private readonly AdaptyApiClient _api = null!;
    private readonly ProfilesClient _profiles = null!;
    private readonly AccessLevelsClient _accessLevels = null!;
    private readonly PurchasesClient _purchases = null!;
    private readonly RefundSaverClient _refundSaver = null!;
    private readonly IntegrationsClient _integrations = null!;
    private readonly PaywallsClient _paywalls = null!;
    private readonly VirtualCurrencyClient _virtualCurrency = null!;

    /// <summary>A client with the default options.</summary>
    /// <param name="apiKey">The app's secret key, see <see cref="AdaptyClientOptions.ApiKey"/>.</param>
    /// <exception cref="ArgumentException">The API key is empty, or not fit for a header.</exception>
    public AdaptyClient(string apiKey) : this(new AdaptyClientOptions { ApiKey = apiKey })
    {
    }

    /// <summary>A client with connections of its own, which are closed when it is disposed.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is missing or out of its range; the message names it.</exception>
    public AdaptyClient(AdaptyClientOptions options) : this(options, httpClient: null)
    {
    }

    /// <summary>A client that sends through an <see cref="HttpClient"/> of yours, which is not disposed with it.</summary>
    /// <param name="options">The settings. Their time limits count in addition to those of the HTTP client.</param>
    /// <param name="httpClient">
    /// Its handlers should not follow redirects (one would carry the user's id to another host) and not send a request again
    /// (a write would be repeated): the SDK cannot see them. Its default headers are held to the same rules as those of a
    /// request. Its base address is not used. Null for connections of the client's own.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is missing or out of its range; the message names it.</exception>
    public AdaptyClient(AdaptyClientOptions options, HttpClient? httpClient)
        : this(options, httpClient is null ? Connections.Own : () => Connections.Given(httpClient))
    {
    }

    internal AdaptyClient(AdaptyClientOptions options, Func<Connections> connect)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems().FirstOrDefault() is { } problem)
            throw new ArgumentException(problem, nameof(options));

        _connections = connect();
        _runner = new CallRunner(options.Copy(), _connections);
        var adapter = _adapter = new RequestAdapter(_runner);
        _api = new AdaptyApiClient(adapter);
        _profiles = new ProfilesClient(adapter, _api);
        _accessLevels = new AccessLevelsClient(adapter, _api);
        _purchases = new PurchasesClient(adapter, _api);
        _refundSaver = new RefundSaverClient(adapter, _api);
        _integrations = new IntegrationsClient(adapter, _api);
        _paywalls = new PaywallsClient(adapter, _api);
        _virtualCurrency = new VirtualCurrencyClient(adapter, _api);
    }

    /// <summary>For mocking libraries: nothing but what is overridden works.</summary>
    protected AdaptyClient()
    {
    }

    /// <summary>What runs its calls; null for a mock.</summary>
    internal CallRunner? Runner => _runner;

    /// <summary>What ends with the client.</summary>
    internal IDisposable? Companion { get; init; }

    /// <summary>Users and what they may use.</summary>
    public virtual ProfilesClient Profiles => _profiles;

    /// <summary>Giving and taking access without a purchase.</summary>
    public virtual AccessLevelsClient AccessLevels => _accessLevels;

    /// <summary>Telling Adapty of purchases that it does not see by itself.</summary>
    public virtual PurchasesClient Purchases => _purchases;

    /// <summary>How Adapty answers Apple when a user asks for a refund.</summary>
    public virtual RefundSaverClient RefundSaver => _refundSaver;

    /// <summary>Under which ids a user is known to other services.</summary>
    public virtual IntegrationsClient Integrations => _integrations;

    /// <summary>The app's paywalls and their remote configs.</summary>
    public virtual PaywallsClient Paywalls => _paywalls;

    /// <summary>Balances of the app's virtual currencies.</summary>
    public virtual VirtualCurrencyClient VirtualCurrency => _virtualCurrency;

    /// <summary>
    /// The generated client: the whole API as Adapty describes it, with this client's key, errors, retries and reading.
    /// The user's id goes into the headers <c>adapty-customer-user-id</c> or <c>adapty-profile-id</c>.
    /// </summary>
    /// <remarks>
    /// Kiota's options of one call are honoured, or refused with a <see cref="NotSupportedException"/> that names the way to
    /// the same thing; none is ignored.
    /// <list type="table">
    /// <listheader><term>Option</term><description>What it does</description></listheader>
    /// <item>
    /// <term><c>HeadersInspectionHandlerOption</c></term>
    /// <description>Honoured: the headers as they are sent and as they come.</description>
    /// </item>
    /// <item>
    /// <term><c>RetryHandlerOption</c></term>
    /// <description>
    /// Honoured: number, delay, time limit. <c>ShouldRetry</c> may only forbid what the API allows to be sent again.
    /// </description>
    /// </item>
    /// <item>
    /// <term><c>UserAgentHandlerOption</c></term>
    /// <description>
    /// Honoured: the product stands behind <c>Adapty.Kiota/&lt;version&gt;</c>; <c>Enabled = false</c> sends none.
    /// </description>
    /// </item>
    /// <item>
    /// <term><c>ResponseHandlerOption</c></term>
    /// <description>Honoured for a success; a refusal is an exception as ever.</description>
    /// </item>
    /// <item>
    /// <term><c>RedirectHandlerOption</c>, <c>UriReplacementHandlerOption</c></term>
    /// <description>Refused: the API key and the user's id go to one host.</description>
    /// </item>
    /// <item>
    /// <term><c>BodyInspectionHandlerOption</c></term>
    /// <description>Refused: <c>SendPrimitiveAsync&lt;Stream&gt;</c> gives the body.</description>
    /// </item>
    /// <item>
    /// <term><c>ChaosHandlerOption</c></term>
    /// <description>Refused: <c>FakeAdapty</c> of Adapty.Kiota.Testing simulates failures.</description>
    /// </item>
    /// <item>
    /// <term><c>ObservabilityOptions</c>, <c>TelemetryHandlerOption</c>, <c>ParametersNameDecodingOption</c></term>
    /// <description>Refused, with the way.</description>
    /// </item>
    /// </list>
    /// </remarks>
    public virtual AdaptyApiClient Api => _api;

    /// <summary>
    /// Kiota's interface to this client, for an operation that the SDK does not have yet: requests to any path below the base
    /// address, with this client's API key, retries and errors. A response is read by <c>SendPrimitiveAsync</c> of
    /// <see cref="Stream"/> or <see cref="string"/>, or ignored by <c>SendNoContentAsync</c>. Only reads (GET, HEAD) are retried
    /// after failures that leave open whether the request was carried out.
    /// </summary>
    public virtual IRequestAdapter RequestAdapter => _adapter;

    /// <summary>Changes the API key, after it was rotated: every attempt that begins from now on carries the new one.</summary>
    /// <param name="apiKey">The new secret key, see <see cref="AdaptyClientOptions.ApiKey"/>.</param>
    /// <remarks>Safe from any thread. A client of <c>AddAdapty(section)</c> follows its section by itself.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="apiKey"/> is null.</exception>
    /// <exception cref="ArgumentException">The API key is empty, or not fit for a header. The old one stays.</exception>
    public virtual void UpdateApiKey(string apiKey) => _runner.BaseAddress.ApiKey = HeaderValue.Check(apiKey, "An API key", nameof(apiKey));

    /// <summary>Closes the client's own connections. An <see cref="HttpClient"/> that was handed in stays open.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;

        Companion?.Dispose();
        _connections?.Dispose();
    }
}
