using System.Diagnostics;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.Bodies;
using Adapty.Kiota.Testing.State;

namespace Adapty.Kiota.Testing;

/// <summary>
/// A user of a <see cref="FakeAdapty"/>. What is said of it here counts from the next request on; safe for use from many
/// threads at once.
/// </summary>
/// <remarks>
/// Each <c>With…</c> fills in what the test doesn't say (App Store, production, bought now by the fake's clock) and takes a
/// callback for what it does: <c>WithAccessLevel("premium", until, level => level.IsInGracePeriod = true)</c>. Fields that
/// the models don't name go into their <c>AdditionalData</c>, as string, bool, int, long, decimal or JsonElement.
/// </remarks>
[DebuggerDisplay("{ProfileId}")]
public sealed class FakeProfile
{
    private readonly FakeState _state;
    private readonly Profile _model;
    private readonly Purchases _purchases = new();

    /// <summary>The answer as it was handed in, for as long as nothing is changed.</summary>
    private byte[]? _given;

    internal FakeProfile(FakeState state, Profile model, ProfileKey key, byte[]? given = null)
    {
        _state = state;
        _model = model;
        _given = given;
        Key = key;
    }

    /// <summary>What the code under test asks with: by <see cref="CustomerUserId"/>, or by <see cref="ProfileId"/> for an anonymous user.</summary>
    public ProfileKey Key { get; }

    /// <summary>Adapty's id of the profile: a UUID, the same in every run unless it was given.</summary>
    public string ProfileId => _model.ProfileId!;

    /// <summary>Your own id of the user; null for an anonymous one.</summary>
    public string? CustomerUserId => _model.CustomerUserId;

    /// <summary>Gives an access level that ends, or has ended: at <paramref name="expiresAt"/> the access is over. Takes the place of one with the same id. An id that the app lacks is added to it.</summary>
    /// <param name="accessLevelId">The id from the dashboard, such as <c>premium</c>.</param>
    /// <param name="expiresAt">The end, with any offset; in the past for an expired one. See <see cref="WithLifetimeAccess"/> for none.</param>
    /// <param name="configure">Changes the rest: a start in the future, a grace period, a cancellation…</param>
    /// <exception cref="ArgumentException"><paramref name="accessLevelId"/> is null or empty.</exception>
    public FakeProfile WithAccessLevel(string accessLevelId, DateTimeOffset expiresAt, Action<AccessLevel>? configure = null) =>
        WithLevel(accessLevelId, expiresAt, configure);

    /// <summary>Gives an access level that never ends. Takes the place of one with the same id. An id that the app lacks is added to it.</summary>
    /// <param name="accessLevelId">The id from the dashboard, such as <c>premium</c>.</param>
    /// <param name="configure">Changes the rest.</param>
    /// <exception cref="ArgumentException"><paramref name="accessLevelId"/> is null or empty.</exception>
    public FakeProfile WithLifetimeAccess(string accessLevelId, Action<AccessLevel>? configure = null) =>
        WithLevel(accessLevelId, expiresAt: null, configure);

    /// <summary>Adds a subscription. It says what was bought and gives no access: that is <see cref="WithAccessLevel"/>.</summary>
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

    /// <summary>Sets a custom attribute to a text.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is null or empty, or <paramref name="value"/> is null.</exception>
    public FakeProfile WithCustomAttribute(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return WithAttribute(key, new CustomAttributeValue { String = value });
    }

    /// <summary>Sets a custom attribute to a number.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is null or empty.</exception>
    public FakeProfile WithCustomAttribute(string key, decimal value) => WithAttribute(key, new CustomAttributeValue { Decimal = value });

    /// <summary>
    /// Sets the balance of a virtual currency; 0 until then. The difference is a transaction of the dashboard's in the history.
    /// </summary>
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
                Wallet.Apply(_state.Ids.NextUuid(), TransactionTypes.DashboardTransaction, [(currencyCode, difference)], metadata: null, _state.Clock.GetUtcNow());
        }

        return this;
    }

    /// <summary>Sets the revenue of this profile, in USD; 0 until then.</summary>
    public FakeProfile WithRevenue(decimal totalRevenueUsd) => Change(profile => profile.TotalRevenueUsd = totalRevenueUsd);

    /// <summary>The ids, as a test's output may show them.</summary>
    public override string ToString() => CustomerUserId is null ? $"profile {ProfileId}" : $"profile {ProfileId} of {CustomerUserId}";

    /// <summary>Virtual currency. As all state, touched only under the gate.</summary>
    internal Wallet Wallet { get; } = new();

    internal RefundSaverSettings RefundSaver { get; } = new();

    /// <summary>The ids in other services, by the name of the field.</summary>
    internal Dictionary<string, string> Identifiers { get; } = new(StringComparer.Ordinal);

    /// <summary>The answer of the operations that return this profile.</summary>
    internal byte[] Body()
    {
        lock (_state.Gate)
        {
            var now = _state.Clock.GetUtcNow();
            _purchases.Refresh(now);
            return _given ?? ProfileBody.Write(_model, now);
        }
    }

    internal FakeProfile Change(Action<Profile> change)
    {
        lock (_state.Gate)
        {
            change(_model);
            _given = null;
        }

        return this;
    }

    internal void Change(Action<Profile, Purchases> change) => Change(profile => change(profile, _purchases));

    internal T Read<T>(Func<Profile, T> read)
    {
        lock (_state.Gate)
            return read(_model);
    }

    internal static void SetAttribute(Profile profile, string key, CustomAttributeValue value) =>
        Set(profile.CustomAttributes!, new CustomAttribute { Key = key, Value = value }, other => other.Key == key);

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
            // A level that somebody has is one of the app's.
            if (level.AccessLevelId is { } id)
                _state.App.AccessLevels.Add(id);
            Set(profile.AccessLevels!, level, other => other.AccessLevelId == level.AccessLevelId);
        });
    }

    private FakeProfile WithAttribute(string key, CustomAttributeValue value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return Change(profile => SetAttribute(profile, key, value));
    }

    /// <summary>Now, or the end of what has ended: nothing is bought after it is over.</summary>
    private DateTimeOffset BoughtBefore(DateTimeOffset? expiresAt)
    {
        var now = _state.Clock.GetUtcNow();
        return expiresAt < now ? expiresAt.Value : now;
    }

    private static void Set<T>(List<T> items, T item, Predicate<T> isTheSame)
    {
        var index = items.FindIndex(isTheSame);
        if (index < 0)
            items.Add(item);
        else
            items[index] = item;
    }
}
