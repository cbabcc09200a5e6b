using System.Diagnostics;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.Server;
using Adapty.Kiota.Testing.State;
using Adapty.Kiota.Testing.Webhooks;

namespace Adapty.Kiota.Testing;

/// <summary>
/// A user of a <see cref="FakeAdapty"/>. A change is seen by the next request. Safe for use from many threads at once.
/// </summary>
/// <remarks>
/// Each <c>With…</c> has defaults for the other fields (App Store, production, bought now by the fake's clock). Its callback
/// changes them: <c>WithAccessLevel("premium", until, level => level.IsInGracePeriod = true)</c>. Fields that the models
/// don't have go into their <c>AdditionalData</c>, with the types that it takes in a request.
/// </remarks>
[DebuggerDisplay("{ProfileId}")]
public sealed class FakeProfile
{
    private readonly FakeState _state;

    /// <summary>The response of <see cref="FakeAdapty.AddProfileJson"/>, until something changes.</summary>
    private byte[]? _given;

    internal FakeProfile(FakeState state, Profile model, ProfileKey key, byte[]? given = null)
    {
        _state = state;
        Model = model;
        _given = given;
        Key = key;
    }

    /// <summary>The key for the code under test: <see cref="CustomerUserId"/>, or <see cref="ProfileId"/> for an anonymous user.</summary>
    public ProfileKey Key { get; }

    /// <summary>Adapty's id of the profile: the one that the test gave, or else a UUID, the same in every run.</summary>
    public string ProfileId => Model.ProfileId!;

    /// <summary>Your own id of the user; null for an anonymous one.</summary>
    public string? CustomerUserId => Model.CustomerUserId;

    /// <summary>
    /// Gives an access level that ends, or has ended: at <paramref name="expiresAt"/> the access is over. Replaces an existing one
    /// with the same id. An id that the app lacks is added to it.
    /// </summary>
    /// <param name="accessLevelId">The id from the dashboard, such as <c>premium</c>.</param>
    /// <param name="expiresAt">The end, with any offset; in the past for an expired one.</param>
    /// <param name="configure">Changes the rest: a start in the future, a grace period, a cancellation…</param>
    /// <exception cref="ArgumentException"><paramref name="accessLevelId"/> is null or empty.</exception>
    public FakeProfile WithAccessLevel(string accessLevelId, DateTimeOffset expiresAt, Action<AccessLevel>? configure = null) =>
        WithLevel(accessLevelId, expiresAt, configure);

    /// <summary>Gives an access level that never ends, in the same way as <see cref="WithAccessLevel"/>.</summary>
    /// <param name="accessLevelId">The id from the dashboard, such as <c>premium</c>.</param>
    /// <param name="configure">Changes the rest.</param>
    /// <exception cref="ArgumentException"><paramref name="accessLevelId"/> is null or empty.</exception>
    public FakeProfile WithLifetimeAccess(string accessLevelId, Action<AccessLevel>? configure = null) =>
        WithLevel(accessLevelId, expiresAt: null, configure);

    /// <summary>Adds a subscription. It gives no access: see <see cref="WithAccessLevel"/>.</summary>
    /// <param name="storeProductId">The store's id of the product, such as <c>premium.monthly</c>.</param>
    /// <param name="expiresAt">The end of the paid period, with any offset.</param>
    /// <param name="configure">Changes the rest: the store, a trial, a cancelled renewal…</param>
    /// <exception cref="ArgumentException"><paramref name="storeProductId"/> is null or empty.</exception>
    public FakeProfile WithSubscription(string storeProductId, DateTimeOffset expiresAt, Action<Subscription>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(storeProductId);
        var transaction = _state.Ids.NextTransaction();
        var boughtAt = BoughtBefore(expiresAt);
        var subscription = new Subscription
        {
            Store = Stores.AppStore,
            StoreProductId = storeProductId,
            StoreTransactionId = transaction,
            StoreOriginalTransactionId = transaction,
            Environment = Environments.Production,
            PurchasedAt = boughtAt,
            OriginallyPurchasedAt = boughtAt,
            ExpiresAt = expiresAt,
            IsInGracePeriod = false,
        };
        configure?.Invoke(subscription);
        return Change(profile => profile.Subscriptions!.Add(subscription));
    }

    /// <summary>Adds a one-time purchase, not consumable and not refunded. It gives no access level.</summary>
    /// <param name="storeProductId">The store's id of the product, such as <c>coins.100</c>.</param>
    /// <param name="configure">Changes the rest: consumable, refunded, the store…</param>
    /// <exception cref="ArgumentException"><paramref name="storeProductId"/> is null or empty.</exception>
    public FakeProfile WithPurchase(string storeProductId, Action<NonSubscription>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(storeProductId);
        var transaction = _state.Ids.NextTransaction();
        var purchase = new NonSubscription
        {
            PurchaseId = _state.Ids.NextUuid(),
            Store = Stores.AppStore,
            StoreProductId = storeProductId,
            StoreTransactionId = transaction,
            StoreOriginalTransactionId = transaction,
            PurchasedAt = _state.Clock.GetUtcNow(),
            Environment = Environments.Production,
            IsRefund = false,
            IsConsumable = false,
        };
        configure?.Invoke(purchase);
        return Change(profile => profile.NonSubscriptions!.Add(purchase));
    }

    /// <summary>Sets a custom attribute to a string.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is null or empty, or <paramref name="value"/> is null.</exception>
    public FakeProfile WithCustomAttribute(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return SetAttribute(key, new CustomAttributeValue { String = value });
    }

    /// <summary>Sets a custom attribute to a number.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is null or empty.</exception>
    public FakeProfile WithCustomAttribute(string key, decimal value) => SetAttribute(key, new CustomAttributeValue { Decimal = value });

    /// <summary>Sets the balance of a virtual currency; 0 until then. The history shows a change in the dashboard.</summary>
    /// <param name="currencyCode">A currency of <see cref="FakeAdapty.AddCurrency"/>.</param>
    /// <param name="balance">The balance.</param>
    /// <exception cref="ArgumentException">There is no such currency, or the balance is below 0.</exception>
    public FakeProfile WithBalance(string currencyCode, int balance)
    {
        ArgumentNullException.ThrowIfNull(currencyCode);
        ArgumentOutOfRangeException.ThrowIfNegative(balance);
        lock (_state.Gate)
        {
            if (_state.App.Currency(currencyCode) is null)
                throw new ArgumentException("There is no such currency: add it with FakeAdapty.AddCurrency first.", nameof(currencyCode));
            if (balance - Wallet.Balance(currencyCode) is not 0 and var difference)
            {
                Wallet.Apply(
                    _state.Ids.NextUuid(),
                    TransactionTypes.DashboardTransaction,
                    [new() { CurrencyCode = currencyCode, Amount = difference }],
                    metadata: null,
                    _state.Clock.GetUtcNow());
            }
        }

        return this;
    }

    /// <summary>Sets the revenue of this profile, in USD; 0 until then.</summary>
    public FakeProfile WithRevenue(decimal totalRevenueUsd) => Change(profile => profile.TotalRevenueUsd = totalRevenueUsd);

    /// <summary>The ids, for the output of a test.</summary>
    public override string ToString() => CustomerUserId is null ? $"profile {ProfileId}" : $"profile {ProfileId} of {CustomerUserId}";

    // Read and written under the state's gate, as all state.
    internal Profile Model { get; }

    internal PurchaseHistory Purchases { get; } = new();

    internal Wallet Wallet { get; } = new();

    internal RefundSaverSettings RefundSaver { get; } = new();

    internal IntegrationIdentifiers Identifiers { get; } = new();

    /// <summary>What the events so far have told of.</summary>
    internal IReadOnlyList<PurchaseState> Seen { get; set; } = [];

    /// <summary>What events tell of, as it is now.</summary>
    internal List<PurchaseState> Look(DateTimeOffset now)
    {
        Purchases.Refresh(now);
        return PurchaseState.Of(Model, now);
    }

    /// <summary>The body of every response that is this profile.</summary>
    internal byte[] Body()
    {
        lock (_state.Gate)
        {
            var now = _state.Clock.GetUtcNow();
            Purchases.Refresh(now);
            // The time of the response, not of the last change.
            Model.Timestamp = now.ToUnixTimeMilliseconds();
            Model.TotalRevenueUsd ??= 0;
            return _given ?? FakeJson.Write(new ProfileResponse { Data = Model });
        }
    }

    internal FakeProfile Change(Action<Profile> change)
    {
        lock (_state.Gate)
        {
            // First what has expired: the change must not hide it.
            _state.Webhooks.Observe(this);
            change(Model);
            _given = null;
            _state.Webhooks.Observe(this);
        }

        return this;
    }

    /// <summary>Sets a custom attribute; null deletes it.</summary>
    internal FakeProfile SetAttribute(string key, CustomAttributeValue? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return Change(profile =>
        {
            if (value is null)
                profile.CustomAttributes!.RemoveAll(attribute => attribute.Key == key);
            else
                profile.CustomAttributes!.Set(new CustomAttribute { Key = key, Value = value }, other => other.Key == key);
        });
    }

    private FakeProfile WithLevel(string accessLevelId, DateTimeOffset? expiresAt, Action<AccessLevel>? configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessLevelId);
        var transaction = _state.Ids.NextTransaction();
        var boughtAt = BoughtBefore(expiresAt);
        var level = new AccessLevel
        {
            AccessLevelId = accessLevelId,
            Store = Stores.AppStore,
            StoreProductId = accessLevelId + ".product",
            StoreTransactionId = transaction,
            StoreOriginalTransactionId = transaction,
            PurchasedAt = boughtAt,
            OriginallyPurchasedAt = boughtAt,
            ExpiresAt = expiresAt,
            IsInGracePeriod = false,
        };
        configure?.Invoke(level);
        return Change(profile =>
        {
            // The app has every access level that a user has.
            if (level.AccessLevelId is { } id)
                _state.App.AccessLevels.Add(id);
            profile.AccessLevels!.Set(level, other => other.AccessLevelId == level.AccessLevelId);
        });
    }

    /// <summary>Now, or the end if that is in the past: nothing is bought after its end.</summary>
    private DateTimeOffset BoughtBefore(DateTimeOffset? expiresAt)
    {
        var now = _state.Clock.GetUtcNow();
        return expiresAt < now ? expiresAt.Value : now;
    }
}
