using Adapty.Kiota.Models;

namespace Adapty.Kiota.Limits;

/// <summary>What both kinds of purchases have in common, as far as it is checked here.</summary>
internal interface ITransaction
{
    string? PurchaseType { get; set; }

    string? Store { get; }

    string? StoreProductId { get; }

    string? StoreTransactionId { get; }

    string? StoreOriginalTransactionId { get; }

    Price? Price { get; }

    DateTimeOffset? PurchasedAt { get; }

    Offer? Offer { get; }
}
