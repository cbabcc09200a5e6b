using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.State;

/// <summary>
/// What the transactions of one user made of the profile. A subscription is a chain of transactions with one original id; the
/// transaction that was set last gives its state.
/// </summary>
internal sealed class PurchaseHistory
{
    private readonly Dictionary<(string Store, string TransactionId), PurchaseTransaction> _transactions = [];
    private readonly List<GracePeriod> _gracePeriods = [];

    /// <summary>Sets a transaction that has passed all checks.</summary>
    public void Set(Profile profile, PurchaseTransaction purchase, FakeState state, DateTimeOffset now)
    {
        var (productId, basePlanId) = SplitProduct(purchase);
        var product = state.App.Product(purchase.StoreProductId!, productId);
        var subscription = purchase as SubscriptionTransaction;
        var level = new AccessLevel
        {
            AccessLevelId = product.AccessLevelId,
            Store = purchase.Store,
            StoreProductId = productId,
            StoreBasePlanId = basePlanId,
            StoreTransactionId = purchase.StoreTransactionId,
            StoreOriginalTransactionId = purchase.StoreOriginalTransactionId,
            Offer = purchase.Offer,
            PurchasedAt = purchase.PurchasedAt,
            OriginallyPurchasedAt = subscription?.OriginallyPurchasedAt ?? purchase.PurchasedAt,
            ExpiresAt = End(purchase),
            RenewalCancelledAt = subscription is { RenewStatus: false } ? subscription.RenewStatusChangedAt ?? now : null,
            BillingIssueDetectedAt = subscription?.BillingIssueDetectedAt,
            IsInGracePeriod = false,
            CancellationReason = purchase.CancellationReason,
        };

        if (subscription is null)
            SetOneTimePurchase(profile, purchase, level, product.IsConsumable, state.Ids);
        else
            SetSubscription(profile, subscription, level);
        AccessLevelEntries.EndChain(profile, purchase, except: product.AccessLevelId);
        if (product.AccessLevelId is not null)
            AccessLevelEntries.Buy(profile, level);
        AddRevenue(profile, purchase);
    }

    /// <summary>Grace periods end by the clock alone.</summary>
    public void Refresh(DateTimeOffset now)
    {
        foreach (var period in _gracePeriods)
            period.Subscription.IsInGracePeriod = period.Level.IsInGracePeriod = now < period.End;
    }

    /// <summary>A transaction as it was set last; null for one that was never set.</summary>
    public PurchaseTransaction? Transaction(string? store, string? id) => _transactions.GetValueOrDefault((store ?? "", id ?? ""));

    /// <summary>How many transactions of a chain were paid.</summary>
    public int Payments(string? store, string? originalId) => _transactions.Values.Count(transaction =>
        transaction.Store == store && transaction.StoreOriginalTransactionId == originalId && transaction.Price!.Value > 0);

    private void SetSubscription(Profile profile, SubscriptionTransaction purchase, AccessLevel level)
    {
        bool IsOfChain(Subscription other) =>
            other.Store == purchase.Store && other.StoreOriginalTransactionId == purchase.StoreOriginalTransactionId;

        var subscription = new Subscription
        {
            Store = level.Store,
            StoreProductId = level.StoreProductId,
            StoreBasePlanId = level.StoreBasePlanId,
            StoreTransactionId = level.StoreTransactionId,
            StoreOriginalTransactionId = level.StoreOriginalTransactionId,
            Offer = level.Offer,
            Environment = purchase.Environment,
            PurchasedAt = level.PurchasedAt,
            OriginallyPurchasedAt = level.OriginallyPurchasedAt,
            ExpiresAt = level.ExpiresAt,
            RenewalCancelledAt = level.RenewalCancelledAt,
            BillingIssueDetectedAt = level.BillingIssueDetectedAt,
            IsInGracePeriod = false,
            CancellationReason = level.CancellationReason,
        };
        profile.Subscriptions!.Set(subscription, IsOfChain);
        _gracePeriods.RemoveAll(period => IsOfChain(period.Subscription));
        if (purchase is { RefundedAt: null, GracePeriodExpiresAt: { } end })
            _gracePeriods.Add(new GracePeriod(subscription, level, end));
    }

    private static void SetOneTimePurchase(Profile profile, PurchaseTransaction purchase, AccessLevel level, bool isConsumable, Ids ids)
    {
        bool IsTheSame(NonSubscription other) => other.Store == purchase.Store && other.StoreTransactionId == purchase.StoreTransactionId;

        var purchases = profile.NonSubscriptions!;
        purchases.Set(
            new NonSubscription
            {
                PurchaseId = purchases.Find(IsTheSame)?.PurchaseId ?? ids.NextUuid(),
                Store = level.Store,
                StoreProductId = level.StoreProductId,
                StoreBasePlanId = level.StoreBasePlanId,
                StoreTransactionId = level.StoreTransactionId,
                StoreOriginalTransactionId = level.StoreOriginalTransactionId,
                PurchasedAt = level.PurchasedAt,
                Environment = purchase.Environment,
                IsRefund = purchase.RefundedAt is not null,
                IsConsumable = isConsumable,
            },
            IsTheSame);
    }

    /// <summary>A transaction counts once, and not if it is refunded. Currencies other than USD would need exchange rates.</summary>
    private void AddRevenue(Profile profile, PurchaseTransaction purchase)
    {
        var earlier = Transaction(purchase.Store, purchase.StoreTransactionId);
        profile.TotalRevenueUsd = (profile.TotalRevenueUsd ?? 0) + Revenue(purchase) - (earlier is null ? 0 : Revenue(earlier));
        _transactions[(purchase.Store!, purchase.StoreTransactionId!)] = purchase;
    }

    private static decimal Revenue(PurchaseTransaction purchase) =>
        purchase is { RefundedAt: null, Price: { Currency: "USD", Value: { } value } } ? value : 0;

    /// <summary>The product, and for Google Play its base plan, which follows a colon.</summary>
    private static (string Id, string? BasePlan) SplitProduct(PurchaseTransaction purchase)
    {
        var id = purchase.StoreProductId!;
        return purchase.Store == Stores.PlayStore && id.IndexOf(':') is > 0 and var colon ? (id[..colon], id[(colon + 1)..]) : (id, null);
    }

    /// <summary>The end of the grace period, or else of the paid time; null for never. A refund ends the access earlier.</summary>
    private static DateTimeOffset? End(PurchaseTransaction purchase)
    {
        var subscription = purchase as SubscriptionTransaction;
        var end = subscription?.GracePeriodExpiresAt ?? subscription?.ExpiresAt;
        return purchase.RefundedAt is { } refund && !(refund > end) ? refund : end;
    }

    private sealed record GracePeriod(Subscription Subscription, AccessLevel Level, DateTimeOffset End);
}
