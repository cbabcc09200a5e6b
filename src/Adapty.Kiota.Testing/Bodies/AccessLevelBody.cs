using System.Text.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Bodies;

internal static class AccessLevelBody
{
    public static void Write(Utf8JsonWriter writer, AccessLevel level)
    {
        writer.WriteString("access_level_id", level.AccessLevelId);
        writer.WriteString("store", level.Store);
        writer.WriteString("store_product_id", level.StoreProductId);
        writer.WriteString("store_base_plan_id", level.StoreBasePlanId);
        writer.WriteString("store_transaction_id", level.StoreTransactionId);
        writer.WriteString("store_original_transaction_id", level.StoreOriginalTransactionId);
        OfferBody.Write(writer, level.Offer);
        // Adapty usually leaves it out of an access level.
        if (level.Environment is { } environment)
            writer.WriteString("environment", environment);
        writer.WriteDate("starts_at", level.StartsAt);
        writer.WriteDate("purchased_at", level.PurchasedAt);
        writer.WriteDate("originally_purchased_at", level.OriginallyPurchasedAt);
        writer.WriteDate("expires_at", level.ExpiresAt);
        writer.WriteDate("renewal_cancelled_at", level.RenewalCancelledAt);
        writer.WriteDate("billing_issue_detected_at", level.BillingIssueDetectedAt);
        writer.WriteBoolean("is_in_grace_period", level.IsInGracePeriod);
        writer.WriteString("cancellation_reason", level.CancellationReason);
        writer.WriteAdditional(level.AdditionalData);
    }
}
