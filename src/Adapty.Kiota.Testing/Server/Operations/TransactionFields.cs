using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.State;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>Reads a transaction: first every field by itself, one at a time, then whether they fit together.</summary>
internal static class TransactionFields
{
    public static Purchase ReadOneTimePurchase(Fields body)
    {
        var (purchase, price) = ReadCommon(body);
        if (purchase.TransactionId != purchase.OriginalTransactionId)
            throw Refused(AdaptyErrorCodes.StoreTransactionIdError, "store_transaction_id", "store_transaction_id and store_original_transaction_id of a one-time purchase must be equal.");
        if (purchase.Offer?.Type == OfferTypes.FreeTrial)
            throw Refused(AdaptyErrorCodes.OneTimePurchaseTrialError, "offer.type", "A one-time purchase cannot be a free trial.");
        CheckCommon(body, purchase, price);
        return purchase;
    }

    public static Purchase ReadSubscription(Fields body, DateTimeOffset now)
    {
        var (common, price) = ReadCommon(body);
        var renews = body.RequiredBoolean("renew_status");
        var changedAt = body.Date("renew_status_changed_at");
        var expiresAt = body.RequiredDate("expires_at");
        var purchase = common with
        {
            OriginallyPurchasedAt = body.RequiredDate("originally_purchased_at"),
            ExpiresAt = expiresAt,
            RenewalCancelledAt = renews ? null : changedAt ?? now,
            BillingIssueDetectedAt = body.Date("billing_issue_detected_at"),
            GracePeriodExpiresAt = body.Date("grace_period_expires_at"),
        };

        if (purchase.OriginallyPurchasedAt > purchase.PurchasedAt)
            throw Refused(AdaptyErrorCodes.OriginallyPurchasedDateError, "originally_purchased_at", "originally_purchased_at must not be after purchased_at.");
        if (expiresAt <= purchase.PurchasedAt)
            throw Refused(AdaptyErrorCodes.ExpiresDateError, "expires_at", "expires_at must be after purchased_at.");
        if (changedAt <= purchase.PurchasedAt)
            throw Refused(AdaptyErrorCodes.RenewStatusChangedDateError, "renew_status_changed_at", "renew_status_changed_at must be after purchased_at.");
        if (purchase.BillingIssueDetectedAt <= purchase.PurchasedAt)
            throw Refused(AdaptyErrorCodes.BillingIssueDetectedAtDateComparisonError, "billing_issue_detected_at", "billing_issue_detected_at must be after purchased_at.");
        if (purchase is { GracePeriodExpiresAt: not null, BillingIssueDetectedAt: null })
            throw Refused(AdaptyErrorCodes.GracePeriodBillingError, "grace_period_billing_error", "grace_period_expires_at needs billing_issue_detected_at.");
        if (purchase.GracePeriodExpiresAt < expiresAt)
            throw Refused(AdaptyErrorCodes.GracePeriodExpiresDateError, "grace_period_expires_at", "grace_period_expires_at must not be before expires_at.");
        CheckCommon(body, purchase, price);
        return purchase;
    }

    private static (Purchase Purchase, decimal Price) ReadCommon(Fields body)
    {
        var transactionId = body.RequiredText("store_transaction_id");
        if (transactionId.Length > ApiLimits.StoreTransactionIdLength)
            throw body.Wrong("store_transaction_id", $"Must have at most {ApiLimits.StoreTransactionIdLength} characters.");
        var environment = body.Text("environment") ?? Environments.Production;
        if (environment is not (Environments.Production or Environments.Sandbox))
            throw body.Wrong("environment", "Must be Production or Sandbox.");
        body.Text("variation_id");
        var price = body.RequiredObject("price");
        price.RequiredText("country");
        var currency = price.RequiredText("currency");
        var value = price.RequiredNumber("value");

        return (
            new Purchase
            {
                Store = body.RequiredText("store"),
                StoreProductId = body.RequiredText("store_product_id"),
                TransactionId = transactionId,
                OriginalTransactionId = body.RequiredText("store_original_transaction_id"),
                Environment = environment,
                PurchasedAt = body.RequiredDate("purchased_at"),
                // Other currencies would need rates of exchange.
                PriceUsd = currency == "USD" ? value : 0,
                Offer = body.Object("offer") is { } offer ? ReadOffer(offer) : null,
                RefundedAt = body.Date("refunded_at"),
                CancellationReason = body.Text("cancellation_reason"),
            },
            value);
    }

    private static Offer ReadOffer(Fields offer) => new()
    {
        Category = offer.RequiredText("category"),
        Type = offer.RequiredText("type"),
        Id = offer.Text("id"),
    };

    private static void CheckCommon(Fields body, Purchase purchase, decimal price)
    {
        if (body.Boolean("is_family_shared") is true && price != 0)
            throw Refused(AdaptyErrorCodes.FamilySharePriceError, "is_family_shared", "The price of a family-shared purchase must be 0.");
        if (purchase.Offer is { } offer)
        {
            if (offer.Type == OfferTypes.FreeTrial && price != 0)
                throw Refused(AdaptyErrorCodes.FreeTrialPriceError, "offer_type", "The price of a free trial must be 0.");
            if (offer.Category != OfferCategories.Introductory && string.IsNullOrEmpty(offer.Id))
                throw Refused(AdaptyErrorCodes.MissingOfferId, "offer_category", $"An offer of the category {offer.Category} needs an id.");
        }

        if (purchase.IsRefund != (purchase.CancellationReason == CancellationReasons.Refund))
            throw Refused(AdaptyErrorCodes.RefundFieldsError, "refunded_at", "refunded_at and the cancellation_reason refund go together.");
        if (purchase.RefundedAt <= purchase.PurchasedAt)
            throw Refused(AdaptyErrorCodes.RefundDateError, "refunded_at", "refunded_at must be after purchased_at.");
    }

    private static RefusalException Refused(string code, string source, string message) => new(400, code, source, message);
}
