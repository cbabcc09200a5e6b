using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Webhooks;

internal enum PurchaseKind
{
    Subscription,
    OneTimePurchase,
    AccessLevel,
}

/// <summary>
/// What a subscription, a one-time purchase or an access level was at an instant. Two that are equal have nothing between
/// them that an event would tell.
/// </summary>
internal sealed record PurchaseState(PurchaseKind Kind)
{
    public string? AccessLevelId { get; private init; }

    public string? Store { get; private init; }

    public string? ProductId { get; private init; }

    public string? BasePlanId { get; private init; }

    public string? TransactionId { get; private init; }

    public string? OriginalTransactionId { get; private init; }

    public string? OfferCategory { get; private init; }

    public string? OfferType { get; private init; }

    public string? OfferId { get; private init; }

    public string? Environment { get; private init; }

    public DateTimeOffset? PurchasedAt { get; private init; }

    public DateTimeOffset? OriginallyPurchasedAt { get; private init; }

    public DateTimeOffset? StartsAt { get; private init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RenewalCancelledAt { get; private init; }

    public DateTimeOffset? BillingIssueDetectedAt { get; private init; }

    public bool IsInGracePeriod { get; private init; }

    public string? CancellationReason { get; init; }

    public bool IsRefund { get; private init; }

    /// <summary>Whether it has started and has not ended.</summary>
    public bool IsActive { get; private init; }

    public bool IsTrial => OfferType == OfferTypes.FreeTrial;

    /// <summary>Money was returned, or another product took its place: then it does not expire.</summary>
    public bool IsReturned => CancellationReason is CancellationReasons.Refund or CancellationReasons.Upgraded;

    /// <summary>Everything of a profile that events tell of.</summary>
    public static List<PurchaseState> Of(Profile profile, DateTimeOffset now) =>
    [
        .. (profile.Subscriptions ?? []).Select(subscription => Of(subscription, now)),
        .. (profile.NonSubscriptions ?? []).Select(purchase => Of(purchase)),
        .. (profile.AccessLevels ?? []).Select(level => Of(level, now)),
    ];

    /// <summary>Whether both are the same chain of transactions, giving the same access level.</summary>
    public bool Continues(PurchaseState other) =>
        Kind == other.Kind && AccessLevelId == other.AccessLevelId
        && Store == other.Store && OriginalTransactionId == other.OriginalTransactionId;

    private static PurchaseState Of(Subscription subscription, DateTimeOffset now) => new(PurchaseKind.Subscription)
    {
        Store = subscription.Store,
        ProductId = subscription.StoreProductId,
        BasePlanId = subscription.StoreBasePlanId,
        TransactionId = subscription.StoreTransactionId,
        OriginalTransactionId = subscription.StoreOriginalTransactionId,
        OfferCategory = subscription.Offer?.Category,
        OfferType = subscription.Offer?.Type,
        OfferId = subscription.Offer?.Id,
        Environment = subscription.Environment,
        PurchasedAt = subscription.PurchasedAt,
        OriginallyPurchasedAt = subscription.OriginallyPurchasedAt,
        ExpiresAt = subscription.ExpiresAt,
        RenewalCancelledAt = subscription.RenewalCancelledAt,
        BillingIssueDetectedAt = subscription.BillingIssueDetectedAt,
        IsInGracePeriod = subscription.IsInGracePeriod is true,
        CancellationReason = subscription.CancellationReason,
        IsActive = !(subscription.ExpiresAt <= now),
    };

    private static PurchaseState Of(NonSubscription purchase) => new(PurchaseKind.OneTimePurchase)
    {
        Store = purchase.Store,
        ProductId = purchase.StoreProductId,
        BasePlanId = purchase.StoreBasePlanId,
        TransactionId = purchase.StoreTransactionId,
        OriginalTransactionId = purchase.StoreOriginalTransactionId,
        Environment = purchase.Environment,
        PurchasedAt = purchase.PurchasedAt,
        OriginallyPurchasedAt = purchase.PurchasedAt,
        IsRefund = purchase.IsRefund is true,
    };

    private static PurchaseState Of(AccessLevel level, DateTimeOffset now) => new(PurchaseKind.AccessLevel)
    {
        AccessLevelId = level.AccessLevelId,
        Store = level.Store,
        ProductId = level.StoreProductId,
        BasePlanId = level.StoreBasePlanId,
        TransactionId = level.StoreTransactionId,
        OriginalTransactionId = level.StoreOriginalTransactionId,
        OfferCategory = level.Offer?.Category,
        OfferType = level.Offer?.Type,
        OfferId = level.Offer?.Id,
        Environment = level.Environment,
        PurchasedAt = level.PurchasedAt,
        OriginallyPurchasedAt = level.OriginallyPurchasedAt,
        StartsAt = level.StartsAt,
        ExpiresAt = level.ExpiresAt,
        RenewalCancelledAt = level.RenewalCancelledAt,
        BillingIssueDetectedAt = level.BillingIssueDetectedAt,
        IsInGracePeriod = level.IsInGracePeriod is true,
        CancellationReason = level.CancellationReason,
        IsRefund = level.CancellationReason == CancellationReasons.Refund,
        IsActive = level.IsActiveAt(now),
    };
}
