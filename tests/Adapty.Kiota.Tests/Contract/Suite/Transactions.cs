using Adapty.Kiota.Models;

namespace Adapty.Kiota.Tests.Contract.Suite;

/// <summary>The purchases of the suite, good and bad ones.</summary>
internal static class Transactions
{
    public static SubscriptionTransaction Subscription(DateTimeOffset now) => new()
    {
        Store = Stores.AppStore,
        Environment = Environments.Sandbox,
        StoreProductId = World.Product,
        StoreTransactionId = "410000698711204",
        StoreOriginalTransactionId = "410000698711204",
        Price = new Price { Country = "BE", Currency = "EUR", Value = 39.99m },
        PurchasedAt = now.AddDays(-1),
        OriginallyPurchasedAt = now.AddDays(-1),
        ExpiresAt = now.AddDays(30),
        RenewStatus = true,
    };

    public static SubscriptionTransaction Renewal(DateTimeOffset now)
    {
        var renewal = Subscription(now);
        renewal.StoreTransactionId = "410000732198855";
        renewal.PurchasedAt = now.AddMinutes(-1);
        renewal.ExpiresAt = now.AddDays(60);
        return renewal;
    }

    public static OneTimePurchaseTransaction OneTimePurchase(DateTimeOffset now) => new()
    {
        Store = Stores.AppStore,
        Environment = Environments.Sandbox,
        StoreProductId = World.OneTimeProduct,
        StoreTransactionId = "410000700451339",
        StoreOriginalTransactionId = "410000700451339",
        Price = new Price { Country = "BE", Currency = "EUR", Value = 2.99m },
        PurchasedAt = now.AddDays(-1),
    };

    /// <summary>Each with the code that names what is wrong with it.</summary>
    public static IReadOnlyList<(string Code, object Transaction)> Refused(DateTimeOffset now) =>
    [
        (AdaptyErrorCodes.ExpiresDateError, Subscription(now, it => it.ExpiresAt = it.PurchasedAt!.Value.AddSeconds(-1))),
        (AdaptyErrorCodes.OriginallyPurchasedDateError, Subscription(now, it => it.OriginallyPurchasedAt = it.PurchasedAt!.Value.AddSeconds(1))),
        (AdaptyErrorCodes.RenewStatusChangedDateError, Subscription(now, it => it.RenewStatusChangedAt = it.PurchasedAt!.Value.AddSeconds(-1))),
        (AdaptyErrorCodes.BillingIssueDetectedAtDateComparisonError, Subscription(now, it => it.BillingIssueDetectedAt = it.PurchasedAt!.Value.AddSeconds(-1))),
        (AdaptyErrorCodes.GracePeriodBillingError, Subscription(now, it => it.GracePeriodExpiresAt = it.ExpiresAt!.Value.AddDays(1))),
        (AdaptyErrorCodes.GracePeriodExpiresDateError, Subscription(now, it => (it.BillingIssueDetectedAt, it.GracePeriodExpiresAt) = (it.PurchasedAt!.Value.AddHours(1), it.ExpiresAt!.Value.AddDays(-1)))),
        (AdaptyErrorCodes.FamilySharePriceError, Subscription(now, it => it.IsFamilyShared = true)),
        (AdaptyErrorCodes.FreeTrialPriceError, Subscription(now, it => it.Offer = new Offer { Category = OfferCategories.Introductory, Type = OfferTypes.FreeTrial })),
        (AdaptyErrorCodes.MissingOfferId, Subscription(now, it => it.Offer = new Offer { Category = OfferCategories.Promotional, Type = OfferTypes.PayUpFront })),
        (AdaptyErrorCodes.RefundFieldsError, Subscription(now, it => it.RefundedAt = it.PurchasedAt!.Value.AddHours(1))),
        (AdaptyErrorCodes.RefundDateError, Subscription(now, it => (it.RefundedAt, it.CancellationReason) = (it.PurchasedAt!.Value.AddSeconds(-1), CancellationReasons.Refund))),
        (AdaptyErrorCodes.OneTimePurchaseTrialError, FreeTrial(now)),
    ];

    private static SubscriptionTransaction Subscription(DateTimeOffset now, Action<SubscriptionTransaction> change)
    {
        var subscription = Subscription(now);
        change(subscription);
        return subscription;
    }

    private static OneTimePurchaseTransaction FreeTrial(DateTimeOffset now)
    {
        var purchase = OneTimePurchase(now);
        purchase.Price!.Value = 0;
        purchase.Offer = new Offer { Category = OfferCategories.Introductory, Type = OfferTypes.FreeTrial };
        return purchase;
    }
}
