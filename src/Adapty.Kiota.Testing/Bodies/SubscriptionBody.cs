using System.Text.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Bodies;

internal static class SubscriptionBody
{
    public static void Write(Utf8JsonWriter writer, Subscription subscription)
    {
        writer.WriteString("store", subscription.Store);
        writer.WriteString("store_product_id", subscription.StoreProductId);
        writer.WriteString("store_base_plan_id", subscription.StoreBasePlanId);
        writer.WriteString("store_transaction_id", subscription.StoreTransactionId);
        writer.WriteString("store_original_transaction_id", subscription.StoreOriginalTransactionId);
        OfferBody.Write(writer, subscription.Offer);
        writer.WriteString("environment", subscription.Environment);
        writer.WriteDate("purchased_at", subscription.PurchasedAt);
        writer.WriteDate("originally_purchased_at", subscription.OriginallyPurchasedAt);
        writer.WriteDate("expires_at", subscription.ExpiresAt);
        writer.WriteDate("renewal_cancelled_at", subscription.RenewalCancelledAt);
        writer.WriteDate("billing_issue_detected_at", subscription.BillingIssueDetectedAt);
        writer.WriteBoolean("is_in_grace_period", subscription.IsInGracePeriod);
        writer.WriteString("cancellation_reason", subscription.CancellationReason);
        writer.WriteAdditional(subscription.AdditionalData);
    }
}
