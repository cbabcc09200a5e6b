using Adapty.Kiota.Calls;

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
    private readonly HttpClient? _ownHttpClient;
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
    /// <exception cref="ArgumentException">The key is empty, or not fit for a header.</exception>
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
    /// Its handler should not follow redirects: one would carry the user's id to another place. Its base address is not used.
    /// Null for connections of the client's own.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is missing or out of its range; the message names it.</exception>
    public AdaptyClient(AdaptyClientOptions options, HttpClient? httpClient)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems().FirstOrDefault() is { } problem)
            throw new ArgumentException(problem, nameof(options));

        _ownHttpClient = httpClient is null ? Connections.CreateClient() : null;
        var adapter = new RequestAdapter(new CallRunner(options.Copy(), httpClient ?? _ownHttpClient!));
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
    public virtual AdaptyApiClient Api => _api;

    /// <summary>Closes the client's own connections. An <see cref="HttpClient"/> that was handed in stays open.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _ownHttpClient?.Dispose();
    }
}
