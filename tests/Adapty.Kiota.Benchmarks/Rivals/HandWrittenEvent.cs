using System.Text.Json.Serialization;

namespace Adapty.Kiota.Benchmarks.Rivals;

/// <summary>The documented renewal, each of its fields typed.</summary>
internal sealed class HandWrittenEvent
{
    public string? ProfileId { get; set; }

    public string? CustomerUserId { get; set; }

    public string? Idfv { get; set; }

    public string? Idfa { get; set; }

    public DateTimeOffset? ProfileInstallDatetime { get; set; }

    public string? UserAgent { get; set; }

    public string? Email { get; set; }

    public string? EventType { get; set; }

    public DateTimeOffset? EventDatetime { get; set; }

    public HandWrittenEventProperties? EventProperties { get; set; }

    public int? EventApiVersion { get; set; }

    public List<HandWrittenSharer>? ProfilesSharingAccessLevel { get; set; }
}

internal sealed class HandWrittenEventProperties
{
    public string? ProfileEventId { get; set; }

    public string? ProfileId { get; set; }

    public DateTimeOffset? EventDatetime { get; set; }

    public string? Environment { get; set; }

    public string? Store { get; set; }

    public string? StoreCountry { get; set; }

    public string? ProfileCountry { get; set; }

    public string? ProfileIpAddress { get; set; }

    public string? VendorProductId { get; set; }

    public string? TransactionId { get; set; }

    public string? OriginalTransactionId { get; set; }

    public DateTimeOffset? PurchaseDate { get; set; }

    public DateTimeOffset? OriginalPurchaseDate { get; set; }

    public DateTimeOffset? SubscriptionExpiresAt { get; set; }

    public string? Currency { get; set; }

    public decimal? PriceLocal { get; set; }

    public decimal? PriceUsd { get; set; }

    public decimal? OriginalPriceLocal { get; set; }

    public decimal? OriginalPriceUsd { get; set; }

    public decimal? DiscountAmountLocal { get; set; }

    public decimal? DiscountAmountUsd { get; set; }

    public decimal? ProceedsLocal { get; set; }

    public decimal? ProceedsUsd { get; set; }

    public decimal? TaxAmountLocal { get; set; }

    public decimal? TaxAmountUsd { get; set; }

    public decimal? NetRevenueLocal { get; set; }

    public decimal? NetRevenueUsd { get; set; }

    public string? StoreOfferCategory { get; set; }

    public string? StoreOfferDiscountType { get; set; }

    public int? StoreOfferNumberOfPeriods { get; set; }

    public string? PromotionalOfferId { get; set; }

    public int? ConsecutivePayments { get; set; }

    public bool? RateAfterFirstYear { get; set; }

    public string? VariationId { get; set; }

    public string? PaywallName { get; set; }

    public string? PaywallRevision { get; set; }

    public string? DeveloperId { get; set; }

    public string? CohortName { get; set; }

    public bool? ProfileHasAccessLevel { get; set; }

    public decimal? ProfileTotalRevenueUsd { get; set; }
}

internal sealed class HandWrittenSharer
{
    public string? ProfileId { get; set; }

    public string? CustomerUserId { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(LenientDateConverter)])]
[JsonSerializable(typeof(HandWrittenEvent))]
internal sealed partial class HandWrittenEventContext : JsonSerializerContext;
