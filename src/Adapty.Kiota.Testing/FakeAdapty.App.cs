using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.State;

namespace Adapty.Kiota.Testing;

/// <content>The settings of Adapty's dashboard: access levels, products, paywalls, currencies.</content>
public sealed partial class FakeAdapty
{
    /// <summary>
    /// The access level of a product that <see cref="AddProduct"/> did not add: <c>premium</c>, as the newer of Adapty's pages
    /// says. Null for none, as the older one says.
    /// </summary>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public string? UnknownProductAccessLevel
    {
        get
        {
            lock (_state.Gate)
                return _state.App.UnknownProductAccessLevel;
        }

        set
        {
            if (value is not null)
                AddAccessLevel(value);
            SetUp(app => app.UnknownProductAccessLevel = value);
        }
    }

    /// <summary>
    /// Adds an access level to the app. <c>premium</c> is there from the start, as in every app of Adapty's. A level that a
    /// product or a user of the fake gets is added with it. A request that grants or revokes any other is refused
    /// (<see cref="AdaptyErrorCodes.PaidAccessLevelDoesNotExist"/>).
    /// </summary>
    /// <param name="accessLevelId">Its id, case-sensitive.</param>
    /// <exception cref="ArgumentException"><paramref name="accessLevelId"/> is null or empty.</exception>
    public FakeAdapty AddAccessLevel(string accessLevelId)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessLevelId);
        return SetUp(app => app.AccessLevels.Add(accessLevelId));
    }

    /// <summary>
    /// Adds a product, with the access level that its transactions give: a subscription until it expires, a one-time purchase
    /// for life. Replaces an existing product with the same id.
    /// </summary>
    /// <param name="storeProductId">The store's id of the product; for one base plan of Google Play <c>product:plan</c>.</param>
    /// <param name="accessLevelId">The access level; null for none.</param>
    /// <param name="isConsumable">Whether a one-time purchase of it is used up.</param>
    /// <exception cref="ArgumentException"><paramref name="storeProductId"/> is null, or one of the ids is empty.</exception>
    public FakeAdapty AddProduct(string storeProductId, string? accessLevelId = null, bool isConsumable = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(storeProductId);
        if (accessLevelId is not null)
            ArgumentException.ThrowIfNullOrEmpty(accessLevelId);
        return SetUp(app => app.SetProduct(storeProductId, new FakeProduct(accessLevelId, isConsumable)));
    }

    /// <summary>Adds a virtual currency. Without one the feature is off (<see cref="AdaptyErrorCodes.FeatureNotEnabled"/>).</summary>
    /// <param name="code">Its code: ASCII letters, digits, <c>_</c>.</param>
    /// <param name="name">Its human-readable name; the code when null.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code, or there is such a currency already.</exception>
    public FakeAdapty AddCurrency(string code, string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        if (!code.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
            throw new ArgumentException("A currency's code has ASCII letters, digits and '_'.", nameof(code));
        return SetUp(app =>
        {
            if (app.Currency(code) is not null)
                throw new ArgumentException("There is a currency with this code already.", nameof(code));
            app.Currencies.Add(new FakeCurrency(code, name ?? code));
        });
    }

    /// <summary>Adds a paywall: live, without products and remote configs unless the callback adds some.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="configure">Changes the rest: <c>paywall => paywall.RemoteConfigs = [new() { Locale = "en", Data = "{}" }]</c>.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="ArgumentException"><paramref name="title"/> is null, or the id that the callback gave is taken.</exception>
    public string AddPaywall(string title, Action<Paywall>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        var now = TimeProvider.GetUtcNow();
        var paywall = new Paywall
        {
            PaywallId = _state.Ids.NextUuid(),
            Title = title,
            State = PaywallStates.Live,
            UsePaywallBuilder = false,
            UsePaywallBuilderLegacy = false,
            IsDeleted = false,
            CreatedAt = now,
            UpdatedAt = now,
            Products = [],
            RemoteConfigs = [],
        };
        configure?.Invoke(paywall);
        ArgumentException.ThrowIfNullOrEmpty(paywall.PaywallId, nameof(configure));
        SetUp(app =>
        {
            if (app.Paywalls.Exists(other => other.PaywallId == paywall.PaywallId))
                throw new ArgumentException("There is a paywall with this id already.", nameof(configure));
            app.Paywalls.Add(paywall);
        });
        return paywall.PaywallId;
    }

    /// <summary>
    /// Sets up what the validation of a token of Stripe or Paddle brings:
    /// <c>fake.AddWebPurchase("sub_123", user => user.WithAccessLevel("premium", until))</c>. Any other token is accepted and
    /// brings only the profile; <see cref="FailNextWithCode"/> refuses one.
    /// </summary>
    /// <param name="token">The token. Replaces the earlier setup of the same one.</param>
    /// <param name="import">Called with the user at every validation.</param>
    /// <exception cref="ArgumentException"><paramref name="token"/> is null or empty, or <paramref name="import"/> is null.</exception>
    public FakeAdapty AddWebPurchase(string token, Action<FakeProfile> import)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        ArgumentNullException.ThrowIfNull(import);
        return SetUp(app => app.WebPurchases[token] = import);
    }

    /// <summary>Finds a user, such as one that the code under test created; null if there is none.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value.</exception>
    public FakeProfile? FindProfile(ProfileKey key)
    {
        var id = key.Require(nameof(key));
        lock (_state.Gate)
            return key.IsProfileId ? _state.FindProfile(id) : _state.FindCustomer(id);
    }

    private FakeAdapty SetUp(Action<FakeApp> change)
    {
        lock (_state.Gate)
            change(_state.App);
        return this;
    }
}
