using System.Text.Json.Serialization;

namespace Adapty.Kiota.Benchmarks.Rivals;

internal sealed class HandWrittenResponse
{
    public HandWrittenProfile? Data { get; set; }
}

internal sealed class HandWrittenProfile
{
    public string? AppId { get; set; }

    public string? ProfileId { get; set; }

    public string? CustomerUserId { get; set; }

    public decimal? TotalRevenueUsd { get; set; }

    public string? SegmentHash { get; set; }

    public long? Timestamp { get; set; }

    public List<HandWrittenAttribute>? CustomAttributes { get; set; }

    public List<HandWrittenLevel>? AccessLevels { get; set; }

    public List<HandWrittenSubscription>? Subscriptions { get; set; }

    public List<HandWrittenPurchase>? NonSubscriptions { get; set; }
}

internal sealed class HandWrittenAttribute
{
    public string? Key { get; set; }

    public string? Value { get; set; }
}

internal class HandWrittenSubscription
{
    public string? Store { get; set; }

    public string? StoreProductId { get; set; }

    public string? StoreBasePlanId { get; set; }

    public string? StoreTransactionId { get; set; }

    public string? StoreOriginalTransactionId { get; set; }

    public HandWrittenOffer? Offer { get; set; }

    public string? Environment { get; set; }

    public DateTimeOffset? PurchasedAt { get; set; }

    public DateTimeOffset? OriginallyPurchasedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? RenewalCancelledAt { get; set; }

    public DateTimeOffset? BillingIssueDetectedAt { get; set; }

    public bool? IsInGracePeriod { get; set; }

    public string? CancellationReason { get; set; }
}

internal sealed class HandWrittenLevel : HandWrittenSubscription
{
    public string? AccessLevelId { get; set; }

    public DateTimeOffset? StartsAt { get; set; }
}

internal sealed class HandWrittenPurchase
{
    public string? PurchaseId { get; set; }

    public string? Store { get; set; }

    public string? StoreProductId { get; set; }

    public string? StoreBasePlanId { get; set; }

    public string? StoreTransactionId { get; set; }

    public string? StoreOriginalTransactionId { get; set; }

    public DateTimeOffset? PurchasedAt { get; set; }

    public string? Environment { get; set; }

    public bool? IsRefund { get; set; }

    public bool? IsConsumable { get; set; }
}

internal sealed class HandWrittenOffer
{
    public string? Category { get; set; }

    public string? Type { get; set; }

    public string? Id { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(LenientDateConverter)])]
[JsonSerializable(typeof(HandWrittenResponse))]
[JsonSerializable(typeof(HandWrittenTransaction))]
internal sealed partial class HandWrittenContext : JsonSerializerContext;
