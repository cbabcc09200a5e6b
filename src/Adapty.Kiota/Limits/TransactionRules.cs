using Adapty.Kiota.Models;

namespace Adapty.Kiota.Limits;

/// <summary>What a purchase must have. Whether its dates, price, offer and refund fit together is left to Adapty, which says which does not.</summary>
internal static class TransactionRules
{
    /// <summary>A whole body, after it was written: what is not in it is not sent.</summary>
    public static void Check(SetTransactionRequest request, string place)
    {
        PurchaseTransaction? transaction = request.OneTimePurchaseTransaction is { } oneTimePurchase ? oneTimePurchase : request.SubscriptionTransaction;
        Rule.RequireText(transaction?.PurchaseType, $"{place}.{nameof(PurchaseTransaction.PurchaseType)}");
        if (transaction is OneTimePurchaseTransaction purchase)
            Check(purchase, place);
        else if (transaction is SubscriptionTransaction subscription)
            Check(subscription, place);
    }

    public static SetTransactionRequest Check(SubscriptionTransaction transaction, string place)
    {
        CheckCommon(transaction, PurchaseTransaction.Subscription, place);
        Rule.RequireValue(transaction.OriginallyPurchasedAt, $"{place}.{nameof(transaction.OriginallyPurchasedAt)}");
        Rule.Require(
            transaction.ExpiresAt is not null,
            $"{place}.{nameof(transaction.ExpiresAt)}",
            "is required: for access for life set a one-time purchase, or grant the access level for life");
        Rule.RequireValue(transaction.RenewStatus, $"{place}.{nameof(transaction.RenewStatus)}");
        return new SetTransactionRequest { SubscriptionTransaction = transaction };
    }

    public static SetTransactionRequest Check(OneTimePurchaseTransaction transaction, string place)
    {
        CheckCommon(transaction, PurchaseTransaction.OneTimePurchase, place);
        Rule.Require(
            string.Equals(transaction.StoreOriginalTransactionId, transaction.StoreTransactionId, StringComparison.Ordinal),
            $"{place}.{nameof(transaction.StoreOriginalTransactionId)}",
            $"of a one-time purchase must equal its {nameof(transaction.StoreTransactionId)}");
        return new SetTransactionRequest { OneTimePurchaseTransaction = transaction };
    }

    private static void CheckCommon(PurchaseTransaction transaction, string purchaseType, string place)
    {
        Rule.Require(transaction.PurchaseType is null || transaction.PurchaseType == purchaseType, $"{place}.{nameof(transaction.PurchaseType)}", $"must be {purchaseType}, or left to the client");
        Rule.RequireText(transaction.Store, $"{place}.{nameof(transaction.Store)}");
        Rule.RequireText(transaction.StoreProductId, $"{place}.{nameof(transaction.StoreProductId)}");
        Rule.RequireText(transaction.StoreTransactionId, $"{place}.{nameof(transaction.StoreTransactionId)}");
        Rule.Require(
            transaction.StoreTransactionId.Length <= ApiLimits.StoreTransactionIdLength,
            $"{place}.{nameof(transaction.StoreTransactionId)}",
            $"must have at most {ApiLimits.StoreTransactionIdLength} characters: cut or hash a longer one");
        Rule.RequireText(transaction.StoreOriginalTransactionId, $"{place}.{nameof(transaction.StoreOriginalTransactionId)}");
        Rule.RequireValue(transaction.PurchasedAt, $"{place}.{nameof(transaction.PurchasedAt)}");
        Rule.RequireValue(transaction.Price, $"{place}.{nameof(transaction.Price)}");
        Rule.RequireText(transaction.Price.Country, $"{place}.{nameof(transaction.Price)}.{nameof(Price.Country)}");
        Rule.RequireText(transaction.Price.Currency, $"{place}.{nameof(transaction.Price)}.{nameof(Price.Currency)}");
        Rule.RequireValue(transaction.Price.Value, $"{place}.{nameof(transaction.Price)}.{nameof(Price.Value)}");
        if (transaction.Offer is { } offer)
            CheckOffer(offer, $"{place}.{nameof(transaction.Offer)}");
        transaction.PurchaseType = purchaseType;
    }

    private static void CheckOffer(Offer offer, string place)
    {
        Rule.RequireText(offer.Category, $"{place}.{nameof(offer.Category)}");
        Rule.RequireText(offer.Type, $"{place}.{nameof(offer.Type)}");
        Rule.Require(
            offer is { OfferCategory: null, OfferType: null, OfferId: null },
            place,
            $"must be given by {nameof(offer.Category)}, {nameof(offer.Type)} and {nameof(offer.Id)}: the other spelling is one of answers");
    }
}
