namespace Adapty.Kiota;

/// <summary>Known values of <c>cancellation_reason</c>. The set is open: compare, and expect others.</summary>
public static class CancellationReasons
{
    /// <summary>The user cancelled.</summary>
    public const string VoluntarilyCancelled = "voluntarily_cancelled";

    /// <summary>The payment failed.</summary>
    public const string BillingError = "billing_error";

    /// <summary>The user did not accept a higher price.</summary>
    public const string PriceIncrease = "price_increase";

    /// <summary>The product was gone at the time of renewal.</summary>
    public const string ProductWasNotAvailable = "product_was_not_available";

    /// <summary>The purchase was refunded.</summary>
    public const string Refund = "refund";

    /// <summary>The user moved to another product.</summary>
    public const string Upgraded = "upgraded";

    /// <summary>The app's developer cancelled.</summary>
    public const string CancelledByDeveloper = "cancelled_by_developer";

    /// <summary>A new subscription took its place.</summary>
    public const string NewSubscriptionReplace = "new_subscription_replace";

    /// <summary>It was revoked through Adapty.</summary>
    public const string AdaptyRevoked = "adapty_revoked";

    /// <summary>The store did not say.</summary>
    public const string Unknown = "unknown";

    /// <summary>All of these values, in this order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        VoluntarilyCancelled, BillingError, PriceIncrease, ProductWasNotAvailable, Refund, Upgraded,
        CancelledByDeveloper, NewSubscriptionReplace, AdaptyRevoked, Unknown,
    ];
}
