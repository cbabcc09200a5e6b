using Adapty.Kiota.Webhooks;
using static Adapty.Kiota.Webhooks.WebhookEventTypes;

namespace Adapty.Kiota.Cli.Commands.Webhooks;

/// <summary>An event of each type, with the fields that Adapty documents for it. All values are invented.</summary>
internal static class SampleEvent
{
    public const string CustomerUserId = "user-42";

    private const string ProfileId = "4e0b7a52-9c1d-4f3a-8b66-21f0d5c7e913";

    public static WebhookEvent Create(string type, string? customerUserId, DateTimeOffset now)
    {
        var properties = new WebhookEventProperties
        {
            ProfileEventId = Guid.NewGuid().ToString(),
            ProfileId = ProfileId,
            EventDatetime = now,
            Environment = Environments.Production,
            StoreCountry = "DE",
            ProfileCountry = "DE",
            ProfileHasAccessLevel = true,
            ProfileTotalRevenueUsd = 27.14m,
        };
        if (type is NonSubscriptionPurchase or NonSubscriptionPurchaseRefunded)
            AddOneTimePurchase(properties, now);
        else
            AddSubscription(properties, type, now);
        if (type == AccessLevelUpdated)
            AddAccessLevel(properties, now);
        else if (type is SubscriptionStarted or SubscriptionRenewed or SubscriptionRefunded or TrialConverted
            or NonSubscriptionPurchase or NonSubscriptionPurchaseRefunded)
            AddPrice(properties);
        if (type.StartsWith("trial_", StringComparison.Ordinal) && type != TrialConverted)
            AddTrial(properties, now);
        properties.CancellationReason = type switch
        {
            SubscriptionRenewalCancelled or TrialRenewalCancelled or TrialExpired => CancellationReasons.VoluntarilyCancelled,
            SubscriptionExpired => CancellationReasons.BillingError,
            SubscriptionRefunded or NonSubscriptionPurchaseRefunded => CancellationReasons.Refund,
            _ => null,
        };

        return new WebhookEvent(type, ProfileId)
        {
            CustomerUserId = customerUserId ?? CustomerUserId,
            OccurredAt = now,
            ProfileInstallDatetime = now.AddMonths(-5),
            UserAgent = "Reader/5.1 (iPhone; iOS 20.1)",
            Properties = properties,
            EventApiVersion = 1,
        };
    }

    private static void AddSubscription(WebhookEventProperties properties, string type, DateTimeOffset now)
    {
        // Only Google pauses and defers.
        var isGoogle = type is SubscriptionPaused or SubscriptionDeferred;
        var isFirst = type is SubscriptionStarted or TrialStarted;
        var isOver = type is SubscriptionExpired or TrialExpired or SubscriptionRefunded;
        var boughtAt = isOver ? now.AddMonths(-1) : now;
        properties.Store = isGoogle ? Stores.PlayStore : Stores.AppStore;
        properties.VendorProductId = isGoogle ? "reader_monthly" : "reader.monthly";
        properties.BasePlanId = isGoogle ? "monthly" : null;
        var (first, later) = isGoogle
            ? ("GPA.3311-2200-1199-44556", "GPA.3311-2200-1199-44556..3")
            : ("730001100000001", "730001122334455");
        properties.OriginalTransactionId = first;
        properties.TransactionId = isFirst ? first : later;
        properties.PurchaseDate = boughtAt;
        properties.OriginalPurchaseDate = isFirst ? boughtAt : boughtAt.AddMonths(-5);
        properties.SubscriptionExpiresAt = isOver ? now : now.AddMonths(1);
        properties.ConsecutivePayments = isFirst ? 1 : 6;
        properties.RateAfterFirstYear = false;
        properties.ProfileHasAccessLevel = !isOver;
        properties.PaywallName = "Spring";
        properties.PaywallRevision = "3";
        properties.DeveloperId = "main";
        properties.CohortName = "All Users";
    }

    private static void AddOneTimePurchase(WebhookEventProperties properties, DateTimeOffset now)
    {
        properties.Store = Stores.AppStore;
        properties.VendorProductId = "reader.gems.500";
        properties.TransactionId = properties.OriginalTransactionId = "730001155667788";
        properties.PurchaseDate = properties.OriginalPurchaseDate = now;
        properties.ConsecutivePayments = 1;
        properties.RateAfterFirstYear = false;
        properties.ProfileHasAccessLevel = false;
    }

    private static void AddAccessLevel(WebhookEventProperties properties, DateTimeOffset now)
    {
        properties.ConsecutivePayments = null;
        properties.RateAfterFirstYear = null;
        properties.AccessLevelId = "premium";
        properties.IsActive = properties.WillRenew = true;
        properties.IsLifetime = properties.IsRefund = properties.IsInGracePeriod = false;
        properties.ExpiresAt = properties.SubscriptionExpiresAt;
        properties.ActivatedAt = properties.OriginalPurchaseDate;
        properties.RenewedAt = now;
    }

    private static void AddPrice(WebhookEventProperties properties)
    {
        properties.Currency = "EUR";
        (properties.PriceLocal, properties.PriceUsd) = (3.99m, 4.31m);
        (properties.OriginalPriceLocal, properties.OriginalPriceUsd) = (3.99m, 4.31m);
        (properties.DiscountAmountLocal, properties.DiscountAmountUsd) = (0, 0);
        (properties.ProceedsLocal, properties.ProceedsUsd) = (2.85m, 3.08m);
        (properties.TaxAmountLocal, properties.TaxAmountUsd) = (0.64m, 0.69m);
        (properties.NetRevenueLocal, properties.NetRevenueUsd) = (2.85m, 3.08m);
    }

    private static void AddTrial(WebhookEventProperties properties, DateTimeOffset now)
    {
        var hasEnded = properties.SubscriptionExpiresAt <= now;
        properties.PurchaseDate = properties.OriginalPurchaseDate = hasEnded ? now.AddDays(-7) : now;
        properties.SubscriptionExpiresAt = hasEnded ? now : now.AddDays(7);
        properties.TransactionId = properties.OriginalTransactionId;
        properties.TrialDuration = "7 days";
        properties.StoreOfferCategory = "introductory";
        properties.StoreOfferDiscountType = "free_trial";
        properties.StoreOfferNumberOfPeriods = 1;
        properties.ConsecutivePayments = 1;
        properties.ProfileTotalRevenueUsd = 0;
    }
}
