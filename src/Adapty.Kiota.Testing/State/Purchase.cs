using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.State;

/// <summary>A purchase that was set by a transaction, after all checks. Of a one-time purchase the last group stays empty.</summary>
internal sealed record Purchase
{
    public required string Store { get; init; }

    /// <summary>As it was sent, with its base plan.</summary>
    public required string StoreProductId { get; init; }

    public required string TransactionId { get; init; }

    public required string OriginalTransactionId { get; init; }

    public required string Environment { get; init; }

    public required DateTimeOffset PurchasedAt { get; init; }

    public required decimal PriceUsd { get; init; }

    public Offer? Offer { get; init; }

    public DateTimeOffset? RefundedAt { get; init; }

    public string? CancellationReason { get; init; }

    public DateTimeOffset? OriginallyPurchasedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RenewalCancelledAt { get; init; }

    public DateTimeOffset? BillingIssueDetectedAt { get; init; }

    public DateTimeOffset? GracePeriodExpiresAt { get; init; }

    /// <summary>The product, and for Google Play its base plan, which travels behind a colon.</summary>
    public (string Id, string? BasePlan) Product => Store == Stores.PlayStore && StoreProductId.IndexOf(':') is > 0 and var colon
        ? (StoreProductId[..colon], StoreProductId[(colon + 1)..])
        : (StoreProductId, null);

    /// <summary>When what was bought is over: at the end of the grace period, at its expiry, or never; a refund ends it earlier.</summary>
    public DateTimeOffset? End => (GracePeriodExpiresAt ?? ExpiresAt) is var end && RefundedAt is { } refund && !(refund > end) ? refund : end;

    public bool IsRefund => RefundedAt is not null;
}
