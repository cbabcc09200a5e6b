using System.Text.Json.Serialization;

namespace Adapty.Kiota.Benchmarks.Rivals;

internal sealed record HandWrittenResponse
{
    public HandWrittenProfile? Data { get; init; }
}

internal sealed record HandWrittenProfile
{
    public string? AppId { get; init; }

    public string? ProfileId { get; init; }

    public string? CustomerUserId { get; init; }

    public decimal? TotalRevenueUsd { get; init; }

    public string? SegmentHash { get; init; }

    public long? Timestamp { get; init; }

    public List<HandWrittenAttribute>? CustomAttributes { get; init; }

    public List<HandWrittenLevel>? AccessLevels { get; init; }

    public List<HandWrittenSubscription>? Subscriptions { get; init; }

    public List<HandWrittenPurchase>? NonSubscriptions { get; init; }
}

internal sealed record HandWrittenAttribute
{
    public string? Key { get; init; }

    public string? Value { get; init; }
}

internal record HandWrittenSubscription
{
    public string? Store { get; init; }

    public string? StoreProductId { get; init; }

    public string? StoreBasePlanId { get; init; }

    public string? StoreTransactionId { get; init; }

    public string? StoreOriginalTransactionId { get; init; }

    public HandWrittenOffer? Offer { get; init; }

    public string? Environment { get; init; }

    public DateTimeOffset? PurchasedAt { get; init; }

    public DateTimeOffset? OriginallyPurchasedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RenewalCancelledAt { get; init; }

    public DateTimeOffset? BillingIssueDetectedAt { get; init; }

    public bool? IsInGracePeriod { get; init; }

    public string? CancellationReason { get; init; }
}

internal sealed record HandWrittenLevel : HandWrittenSubscription
{
    public string? AccessLevelId { get; init; }

    public DateTimeOffset? StartsAt { get; init; }
}

internal sealed record HandWrittenPurchase
{
    public string? PurchaseId { get; init; }

    public string? Store { get; init; }

    public string? StoreProductId { get; init; }

    public string? StoreBasePlanId { get; init; }

    public string? StoreTransactionId { get; init; }

    public string? StoreOriginalTransactionId { get; init; }

    public DateTimeOffset? PurchasedAt { get; init; }

    public string? Environment { get; init; }

    public bool? IsRefund { get; init; }

    public bool? IsConsumable { get; init; }
}

internal sealed record HandWrittenOffer
{
    public string? Category { get; init; }

    public string? Type { get; init; }

    public string? Id { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HandWrittenResponse))]
internal sealed partial class HandWrittenContext : JsonSerializerContext;
