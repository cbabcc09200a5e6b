namespace Adapty.Kiota.Webhooks;

/// <summary>
/// Known values of <c>event_type</c>. The set is open: compare, and expect others. Each can be renamed in Adapty's
/// dashboard; <see cref="WebhookOptions.EventTypes"/> maps such names back.
/// </summary>
public static class WebhookEventTypes
{
    /// <summary>The first paid period began, with no trial before it.</summary>
    public const string SubscriptionStarted = "subscription_started";

    /// <summary>A later period was charged, also after a lapse or a pause.</summary>
    public const string SubscriptionRenewed = "subscription_renewed";

    /// <summary>Auto-renewal was turned off. Access goes on until the period ends.</summary>
    public const string SubscriptionRenewalCancelled = "subscription_renewal_cancelled";

    /// <summary>Auto-renewal was turned on again.</summary>
    public const string SubscriptionRenewalReactivated = "subscription_renewal_reactivated";

    /// <summary>The subscription is over; the cancellation reason says why.</summary>
    public const string SubscriptionExpired = "subscription_expired";

    /// <summary>A pause was set (Google Play). Access goes on until the period ends.</summary>
    public const string SubscriptionPaused = "subscription_paused";

    /// <summary>The next payment was put off (Google Play). Access goes on.</summary>
    public const string SubscriptionDeferred = "subscription_deferred";

    /// <summary>The money was returned; also at an upgrade, where another subscription has begun.</summary>
    public const string SubscriptionRefunded = "subscription_refunded";

    /// <summary>A free trial began.</summary>
    public const string TrialStarted = "trial_started";

    /// <summary>A trial was paid, also one that had expired.</summary>
    public const string TrialConverted = "trial_converted";

    /// <summary>Auto-renewal was turned off during the trial. Access goes on until the trial ends.</summary>
    public const string TrialRenewalCancelled = "trial_renewal_cancelled";

    /// <summary>Auto-renewal was turned on again during the trial.</summary>
    public const string TrialRenewalReactivated = "trial_renewal_reactivated";

    /// <summary>The trial ended unpaid.</summary>
    public const string TrialExpired = "trial_expired";

    /// <summary>A payment failed and the store grants a grace period.</summary>
    public const string EnteredGracePeriod = "entered_grace_period";

    /// <summary>A charge failed.</summary>
    public const string BillingIssueDetected = "billing_issue_detected";

    /// <summary>A consumable, a non-consumable or lifetime access was bought.</summary>
    public const string NonSubscriptionPurchase = "non_subscription_purchase";

    /// <summary>Such a purchase was refunded.</summary>
    public const string NonSubscriptionPurchaseRefunded = "non_subscription_purchase_refunded";

    /// <summary>
    /// An access level of the profile changed. Off in the dashboard unless chosen, and the only event for grants and
    /// revocations, transfers between profiles, family sharing and the end of a pause: switch it on.
    /// </summary>
    public const string AccessLevelUpdated = "access_level_updated";

    /// <summary>
    /// A trial still runs some days after its start: made by a timer of the dashboard, off by default.
    /// </summary>
    public const string TrialActive = "trial_active";

    /// <summary>
    /// A subscription still runs some days after its start: made by a timer of the dashboard, off by default.
    /// </summary>
    public const string SubscriptionActive = "subscription_active";

    /// <summary>Another name of <see cref="SubscriptionStarted"/> in Adapty's documentation.</summary>
    public const string SubscriptionInitialPurchase = "subscription_initial_purchase";

    /// <summary>
    /// A name in Adapty's documentation alone; it may stand for <see cref="SubscriptionRenewalCancelled"/> or for
    /// <see cref="SubscriptionExpired"/>.
    /// </summary>
    public const string SubscriptionCancelled = "subscription_cancelled";

    /// <summary>
    /// A name in Adapty's documentation alone; it may stand for <see cref="TrialRenewalCancelled"/> or for
    /// <see cref="TrialExpired"/>.
    /// </summary>
    public const string TrialCancelled = "trial_cancelled";

    /// <summary>The types that Adapty sends, which are all but the last three, in this order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SubscriptionStarted, SubscriptionRenewed, SubscriptionRenewalCancelled, SubscriptionRenewalReactivated, SubscriptionExpired,
        SubscriptionPaused, SubscriptionDeferred, SubscriptionRefunded, TrialStarted, TrialConverted, TrialRenewalCancelled,
        TrialRenewalReactivated, TrialExpired, EnteredGracePeriod, BillingIssueDetected, NonSubscriptionPurchase,
        NonSubscriptionPurchaseRefunded, AccessLevelUpdated, TrialActive, SubscriptionActive,
    ];
}
