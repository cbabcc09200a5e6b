using Adapty.Kiota.Models;

namespace Adapty.Kiota.Limits;

/// <summary>What a purchase must have. Whether its dates, price, offer and refund fit together is left to Adapty, which says which does not.</summary>
internal static class TransactionRules
{
    /// <summary>A whole body, after it was written: what is not in it is not sent.</summary>
    public static void Check(SetTransactionRequest request, string path)
    {
        PurchaseTransaction? transaction = request.OneTimePurchaseTransaction is { } oneTimePurchase ? oneTimePurchase : request.SubscriptionTransaction;
        Rule.RequireString(transaction?.PurchaseType, $"{path}.{nameof(PurchaseTransaction.PurchaseType)}");
        if (transaction is OneTimePurchaseTransaction purchase)
            Check(purchase, path);
        else if (transaction is SubscriptionTransaction subscription)
            Check(subscription, path);
    }

    public static SetTransactionRequest Check(SubscriptionTransaction transaction, string path)
    {
        CheckCommon(transaction, PurchaseTransaction.Subscription, path);
        Rule.RequireValue(transaction.OriginallyPurchasedAt, $"{path}.{nameof(transaction.OriginallyPurchasedAt)}");
        Rule.Require(
            transaction.ExpiresAt is not null,
            $"{path}.{nameof(transaction.ExpiresAt)}",
            "is required: for access for life set a one-time purchase, or grant the access level for life");
        Rule.RequireValue(transaction.RenewStatus, $"{path}.{nameof(transaction.RenewStatus)}");
        return new SetTransactionRequest { SubscriptionTransaction = transaction };
    }

    public static SetTransactionRequest Check(OneTimePurchaseTransaction transaction, string path)
    {
        CheckCommon(transaction, PurchaseTransaction.OneTimePurchase, path);
        Rule.Require(
            string.Equals(transaction.StoreOriginalTransactionId, transaction.StoreTransactionId, StringComparison.Ordinal),
            $"{path}.{nameof(transaction.StoreOriginalTransactionId)}",
            $"of a one-time purchase must equal its {nameof(transaction.StoreTransactionId)}");
        return new SetTransactionRequest { OneTimePurchaseTransaction = transaction };
    }

    private static void CheckCommon(PurchaseTransaction transaction, string purchaseType, string path)
    {
        Rule.Require(transaction.PurchaseType is null || transaction.PurchaseType == purchaseType, $"{path}.{nameof(transaction.PurchaseType)}", $"must be {purchaseType}, or left to the client");
        Rule.RequireString(transaction.Store, $"{path}.{nameof(transaction.Store)}");
        Rule.RequireString(transaction.StoreProductId, $"{path}.{nameof(transaction.StoreProductId)}");
        Rule.RequireString(transaction.StoreTransactionId, $"{path}.{nameof(transaction.StoreTransactionId)}");
        Rule.Require(
            transaction.StoreTransactionId.Length <= ApiLimits.StoreTransactionIdLength,
            $"{path}.{nameof(transaction.StoreTransactionId)}",
            $"must have at most {ApiLimits.StoreTransactionIdLength} characters: cut or hash a longer one");
        Rule.RequireString(transaction.StoreOriginalTransactionId, $"{path}.{nameof(transaction.StoreOriginalTransactionId)}");
        Rule.RequireValue(transaction.PurchasedAt, $"{path}.{nameof(transaction.PurchasedAt)}");
        Rule.RequireValue(transaction.Price, $"{path}.{nameof(transaction.Price)}");
        Rule.RequireString(transaction.Price.Country, $"{path}.{nameof(transaction.Price)}.{nameof(Price.Country)}");
        Rule.RequireString(transaction.Price.Currency, $"{path}.{nameof(transaction.Price)}.{nameof(Price.Currency)}");
        Rule.RequireValue(transaction.Price.Value, $"{path}.{nameof(transaction.Price)}.{nameof(Price.Value)}");
        if (transaction.Offer is { } offer)
            CheckOffer(offer, $"{path}.{nameof(transaction.Offer)}");
        transaction.PurchaseType = purchaseType;
    }

    private static void CheckOffer(Offer offer, string path)
    {
        Rule.RequireString(offer.Category, $"{path}.{nameof(offer.Category)}");
        Rule.RequireString(offer.Type, $"{path}.{nameof(offer.Type)}");
        Rule.Require(
            offer is { OfferCategory: null, OfferType: null, OfferId: null },
            path,
            $"must be given by {nameof(offer.Category)}, {nameof(offer.Type)} and {nameof(offer.Id)}: the other spelling occurs in responses only");
    }
}
