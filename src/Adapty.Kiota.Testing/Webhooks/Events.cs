using System.Globalization;
using Adapty.Kiota.Models;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Testing.Webhooks;

/// <summary>Events with the fields that Adapty documents for their types.</summary>
internal static class Events
{
    /// <summary>What the store keeps of a price. Taxes are none: the fake has no rates of them.</summary>
    private const decimal StoreCut = 0.15m;

    public static WebhookEvent Create(FakeProfile profile, Change change, string id, DateTimeOffset now)
    {
        var (type, state, at) = change;
        var model = profile.Model;
        var transaction = profile.Purchases.Transaction(state.Store, state.TransactionId);
        var properties = new WebhookEventProperties
        {
            ProfileEventId = id,
            ProfileId = model.ProfileId,
            EventDatetime = at ?? now,
            Environment = state.Environment ?? transaction?.Environment ?? Environments.Production,
            Store = state.Store,
            StoreCountry = transaction?.Price?.Country,
            VendorProductId = state.ProductId,
            BasePlanId = state.BasePlanId,
            TransactionId = state.TransactionId,
            OriginalTransactionId = state.OriginalTransactionId,
            PurchaseDate = state.PurchasedAt,
            OriginalPurchaseDate = state.OriginallyPurchasedAt,
            SubscriptionExpiresAt = state.ExpiresAt,
            CancellationReason = state.CancellationReason,
            TrialDuration = state.IsTrial ? Days(state.ExpiresAt - state.PurchasedAt) : null,
            VariationId = transaction?.VariationId,
            ProfileHasAccessLevel = model.AccessLevels!.Any(level => level.IsActiveAt(now)),
            ProfileTotalRevenueUsd = model.TotalRevenueUsd,
        };
        if (state.Kind == PurchaseKind.AccessLevel)
            AddAccessLevel(properties, state);
        else
            AddPurchase(properties, state, profile.Purchases.Payments(state.Store, state.OriginalTransactionId));
        if (transaction?.Price is { } price)
            AddPrice(properties, price, state, HasRevenue(type));

        return new WebhookEvent(type, model.ProfileId!)
        {
            CustomerUserId = model.CustomerUserId,
            OccurredAt = at ?? now,
            Properties = properties,
            EventApiVersion = 1,
        };
    }

    private static void AddAccessLevel(WebhookEventProperties properties, PurchaseState level)
    {
        properties.AccessLevelId = level.AccessLevelId;
        properties.IsActive = level.IsActive;
        properties.IsLifetime = level.ExpiresAt is null;
        properties.IsRefund = level.IsRefund;
        properties.IsInGracePeriod = level.IsInGracePeriod;
        properties.WillRenew = level is { IsActive: true, ExpiresAt: not null, RenewalCancelledAt: null, CancellationReason: null }
            && level.Store != Stores.Adapty;
        properties.StartsAt = level.StartsAt;
        properties.ExpiresAt = level.ExpiresAt;
        properties.ActivatedAt = level.OriginallyPurchasedAt;
        properties.RenewedAt = level.PurchasedAt;
        properties.BillingIssueDetectedAt = level.BillingIssueDetectedAt;
        if (level.OfferCategory == OfferCategories.Introductory)
            properties.ActiveIntroductoryOfferType = level.OfferType;
        else
            (properties.ActivePromotionalOfferType, properties.ActivePromotionalOfferId) = (level.OfferType, level.OfferId);
    }

    private static void AddPurchase(WebhookEventProperties properties, PurchaseState purchase, int payments)
    {
        properties.StoreOfferCategory = purchase.OfferCategory;
        properties.StoreOfferDiscountType = purchase.OfferType;
        properties.PromotionalOfferId = purchase.OfferId;
        properties.ConsecutivePayments = payments;
        properties.RateAfterFirstYear = false;
    }

    /// <summary>A price in another currency has no amounts in US dollars: the fake knows no exchange rates.</summary>
    private static void AddPrice(WebhookEventProperties properties, Price price, PurchaseState state, bool hasRevenue)
    {
        properties.Currency = price.Currency;
        if (state.Kind == PurchaseKind.AccessLevel || state.IsTrial)
            return;
        var local = price.Value;
        var usd = price.Currency == "USD" ? local : null;
        decimal? noUsd = usd is null ? null : 0;
        (properties.PriceLocal, properties.PriceUsd) = (local, usd);
        if (state.OfferType is null)
        {
            (properties.OriginalPriceLocal, properties.OriginalPriceUsd) = (local, usd);
            (properties.DiscountAmountLocal, properties.DiscountAmountUsd) = (0, noUsd);
        }

        if (!hasRevenue)
            return;
        (properties.ProceedsLocal, properties.ProceedsUsd) = (Proceeds(local), Proceeds(usd));
        (properties.TaxAmountLocal, properties.TaxAmountUsd) = (0, noUsd);
        (properties.NetRevenueLocal, properties.NetRevenueUsd) = (Proceeds(local), Proceeds(usd));
    }

    private static bool HasRevenue(string type) => type
        is WebhookEventTypes.SubscriptionStarted
        or WebhookEventTypes.SubscriptionRenewed
        or WebhookEventTypes.SubscriptionRefunded
        or WebhookEventTypes.NonSubscriptionPurchase;

    private static decimal? Proceeds(decimal? price) => price is { } value ? decimal.Round(value * (1 - StoreCut), 2) : null;

    private static string? Days(TimeSpan? length) =>
        length is { } time ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(time.TotalDays)} days") : null;
}
