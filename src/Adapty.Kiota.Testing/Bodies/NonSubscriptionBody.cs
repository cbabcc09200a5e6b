using System.Text.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Bodies;

internal static class NonSubscriptionBody
{
    public static void Write(Utf8JsonWriter writer, NonSubscription purchase)
    {
        writer.WriteString("purchase_id", purchase.PurchaseId);
        writer.WriteString("store", purchase.Store);
        writer.WriteString("store_product_id", purchase.StoreProductId);
        writer.WriteString("store_base_plan_id", purchase.StoreBasePlanId);
        writer.WriteString("store_transaction_id", purchase.StoreTransactionId);
        writer.WriteString("store_original_transaction_id", purchase.StoreOriginalTransactionId);
        writer.WriteDate("purchased_at", purchase.PurchasedAt);
        writer.WriteString("environment", purchase.Environment);
        writer.WriteBoolean("is_refund", purchase.IsRefund);
        writer.WriteBoolean("is_consumable", purchase.IsConsumable);
        writer.WriteAdditional(purchase.AdditionalData);
    }
}
