using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.State;

/// <summary>
/// The purchases that one user's transactions made. A subscription is a chain of transactions with one original id: the
/// transaction that was set last says what it is now.
/// </summary>
internal sealed class Purchases
{
    private readonly Dictionary<(string Store, string TransactionId), decimal> _revenue = [];
    private readonly List<GracePeriod> _gracePeriods = [];

    public void SetSubscription(Profile profile, Purchase purchase, FakeProduct product)
    {
        var subscription = new Subscription
        {
            Store = purchase.Store,
            StoreProductId = purchase.Product.Id,
            StoreBasePlanId = purchase.Product.BasePlan,
            StoreTransactionId = purchase.TransactionId,
            StoreOriginalTransactionId = purchase.OriginalTransactionId,
            Offer = purchase.Offer,
            Environment = purchase.Environment,
            PurchasedAt = purchase.PurchasedAt,
            OriginallyPurchasedAt = purchase.OriginallyPurchasedAt,
            ExpiresAt = purchase.End,
            RenewalCancelledAt = purchase.RenewalCancelledAt,
            BillingIssueDetectedAt = purchase.BillingIssueDetectedAt,
            IsInGracePeriod = false,
            CancellationReason = purchase.CancellationReason,
        };
        Replace(profile.Subscriptions!, subscription, other => other.Store == purchase.Store && other.StoreOriginalTransactionId == purchase.OriginalTransactionId);
        var level = SetAccess(profile, purchase, product);
        SetGracePeriod(purchase, subscription, level);
        Count(profile, purchase);
    }

    public void SetOneTimePurchase(Profile profile, Purchase purchase, FakeProduct product, Ids ids)
    {
        bool IsTheSame(NonSubscription other) => other.Store == purchase.Store && other.StoreTransactionId == purchase.TransactionId;

        Replace(
            profile.NonSubscriptions!,
            new NonSubscription
            {
                PurchaseId = profile.NonSubscriptions!.Find(IsTheSame)?.PurchaseId ?? ids.NextUuid(),
                Store = purchase.Store,
                StoreProductId = purchase.Product.Id,
                StoreBasePlanId = purchase.Product.BasePlan,
                StoreTransactionId = purchase.TransactionId,
                StoreOriginalTransactionId = purchase.OriginalTransactionId,
                PurchasedAt = purchase.PurchasedAt,
                Environment = purchase.Environment,
                IsRefund = purchase.IsRefund,
                IsConsumable = product.IsConsumable,
            },
            IsTheSame);
        SetAccess(profile, purchase, product);
        Count(profile, purchase);
    }

    /// <summary>Grace periods come to their end by the clock alone.</summary>
    public void Refresh(DateTimeOffset now)
    {
        foreach (var period in _gracePeriods)
        {
            var runs = now < period.End;
            period.Subscription.IsInGracePeriod = runs;
            if (period.Level is { } level)
                level.IsInGracePeriod = runs;
        }
    }

    private static AccessLevel? SetAccess(Profile profile, Purchase purchase, FakeProduct product)
    {
        AccessLevels.EndChain(profile, purchase, except: product.AccessLevelId);
        if (product.AccessLevelId is not { } id)
            return null;

        var level = new AccessLevel
        {
            AccessLevelId = id,
            Store = purchase.Store,
            StoreProductId = purchase.Product.Id,
            StoreBasePlanId = purchase.Product.BasePlan,
            StoreTransactionId = purchase.TransactionId,
            StoreOriginalTransactionId = purchase.OriginalTransactionId,
            Offer = purchase.Offer,
            PurchasedAt = purchase.PurchasedAt,
            OriginallyPurchasedAt = purchase.OriginallyPurchasedAt ?? purchase.PurchasedAt,
            ExpiresAt = purchase.End,
            RenewalCancelledAt = purchase.RenewalCancelledAt,
            BillingIssueDetectedAt = purchase.BillingIssueDetectedAt,
            IsInGracePeriod = false,
            CancellationReason = purchase.CancellationReason,
        };
        AccessLevels.Buy(profile, level);
        return level;
    }

    private void SetGracePeriod(Purchase purchase, Subscription subscription, AccessLevel? level)
    {
        _gracePeriods.RemoveAll(period =>
            period.Subscription.Store == subscription.Store && period.Subscription.StoreOriginalTransactionId == subscription.StoreOriginalTransactionId);
        if (purchase is { IsRefund: false, GracePeriodExpiresAt: { } end })
            _gracePeriods.Add(new GracePeriod(subscription, level, end));
    }

    /// <summary>Each transaction counts once, and not when it is refunded.</summary>
    private void Count(Profile profile, Purchase purchase)
    {
        var key = (purchase.Store, purchase.TransactionId);
        var revenue = purchase.IsRefund ? 0 : purchase.PriceUsd;
        profile.TotalRevenueUsd = (profile.TotalRevenueUsd ?? 0) + revenue - _revenue.GetValueOrDefault(key);
        _revenue[key] = revenue;
    }

    private static void Replace<T>(List<T> items, T item, Predicate<T> isTheSame)
    {
        var index = items.FindIndex(isTheSame);
        if (index < 0)
            items.Add(item);
        else
            items[index] = item;
    }

    private sealed record GracePeriod(Subscription Subscription, AccessLevel? Level, DateTimeOffset End);
}
