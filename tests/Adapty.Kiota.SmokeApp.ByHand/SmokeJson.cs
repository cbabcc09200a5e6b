using System.Text.Json.Serialization;

namespace Adapty.Kiota.SmokeApp.ByHand;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProfileAnswer))]
internal sealed partial class SmokeJson : JsonSerializerContext;

internal sealed record ProfileAnswer(ProfileDto Data);

internal sealed record ProfileDto(
    string? AppId,
    string ProfileId,
    string? CustomerUserId,
    decimal? TotalRevenueUsd,
    string? SegmentHash,
    long? Timestamp,
    List<AttributeDto>? CustomAttributes,
    List<AccessLevelDto> AccessLevels,
    List<SubscriptionDto>? Subscriptions,
    List<NonSubscriptionDto>? NonSubscriptions)
{
    public bool HasAccess(string id, DateTimeOffset now) =>
        AccessLevels.Exists(level => level.AccessLevelId == id && (level.StartsAt is null || level.StartsAt <= now) && (level.ExpiresAt is null || level.ExpiresAt > now));
}

internal sealed record AttributeDto(string Key, string? Value);

internal sealed record OfferDto(string? Category, string? Type, string? Id);

internal sealed record AccessLevelDto(
    string AccessLevelId,
    string? Store,
    string? StoreProductId,
    string? StoreBasePlanId,
    string? StoreTransactionId,
    string? StoreOriginalTransactionId,
    OfferDto? Offer,
    string? Environment,
    DateTimeOffset? StartsAt,
    DateTimeOffset? PurchasedAt,
    DateTimeOffset? OriginallyPurchasedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RenewalCancelledAt,
    DateTimeOffset? BillingIssueDetectedAt,
    bool? IsInGracePeriod,
    string? CancellationReason);

internal sealed record SubscriptionDto(
    string? Store,
    string? StoreProductId,
    string? StoreBasePlanId,
    string? StoreTransactionId,
    string? StoreOriginalTransactionId,
    OfferDto? Offer,
    string? Environment,
    DateTimeOffset? PurchasedAt,
    DateTimeOffset? OriginallyPurchasedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RenewalCancelledAt,
    DateTimeOffset? BillingIssueDetectedAt,
    bool? IsInGracePeriod,
    string? CancellationReason);

internal sealed record NonSubscriptionDto(
    string? PurchaseId,
    string? Store,
    string? StoreProductId,
    string? StoreBasePlanId,
    string? StoreTransactionId,
    string? StoreOriginalTransactionId,
    DateTimeOffset? PurchasedAt,
    string? Environment,
    bool? IsRefund,
    bool? IsConsumable);
