using System.Text.Json.Serialization;

namespace Adapty.Kiota.Webhooks;

/// <summary>
/// What an event says about the purchase or the access level. Which fields an event has differs from type to type, and
/// between events of one type. Money is in units of the currency (not cents); the sign of refunded amounts is not
/// documented.
/// </summary>
public sealed class WebhookEventProperties
{
    /// <summary>The id of the event: a UUID, unique for each.</summary>
    public string? ProfileEventId { get; set; }

    /// <summary>The same as at the root, which counts where the two disagree.</summary>
    public string? ProfileId { get; set; }

    /// <summary>The same as <see cref="WebhookEvent.OccurredAt"/>, which counts where the two disagree.</summary>
    public DateTimeOffset? EventDatetime { get; set; }

    /// <summary>One of <see cref="Environments"/>.</summary>
    public string? Environment { get; set; }

    /// <summary>One of <see cref="Stores"/>, or the id of a custom store.</summary>
    public string? Store { get; set; }

    /// <summary>
    /// The product in its store; without a real transaction <c>adapty_server_side_product</c> or
    /// <c>adapty_dashboard_product</c>.
    /// </summary>
    public string? VendorProductId { get; set; }

    /// <summary>Google's base plan or Stripe's price id.</summary>
    public string? BasePlanId { get; set; }

    /// <summary>The store's id of the transaction. What must happen once for a purchase goes by it.</summary>
    [JsonConverter(typeof(TextOrIntegerConverter))]
    public string? TransactionId { get; set; }

    /// <summary>The transaction id of the first purchase; the same for all renewals.</summary>
    [JsonConverter(typeof(TextOrIntegerConverter))]
    public string? OriginalTransactionId { get; set; }

    /// <summary>When the current period was bought.</summary>
    public DateTimeOffset? PurchaseDate { get; set; }

    /// <summary>When the first period was bought.</summary>
    public DateTimeOffset? OriginalPurchaseDate { get; set; }

    /// <summary>
    /// The end of the period; at a refund, a billing issue or a grace period the cancellation or the end of grace.
    /// </summary>
    public DateTimeOffset? SubscriptionExpiresAt { get; set; }

    /// <summary>The currency of the local amounts, ISO 4217. Absent is unknown.</summary>
    public string? Currency { get; set; }

    /// <summary>What was charged, in US dollars, before the store's cut; null for a free trial.</summary>
    public decimal? PriceUsd { get; set; }

    /// <summary>What was charged, in <see cref="Currency"/>, before the store's cut; null for a free trial.</summary>
    public decimal? PriceLocal { get; set; }

    /// <summary>The full price in US dollars; null when it is not known.</summary>
    public decimal? OriginalPriceUsd { get; set; }

    /// <summary>The full price in <see cref="Currency"/>; null when it is not known.</summary>
    public decimal? OriginalPriceLocal { get; set; }

    /// <summary>The full price minus what was charged, in US dollars.</summary>
    public decimal? DiscountAmountUsd { get; set; }

    /// <summary>The full price minus what was charged, in <see cref="Currency"/>.</summary>
    public decimal? DiscountAmountLocal { get; set; }

    /// <summary>What is left after the store's cut, in US dollars.</summary>
    public decimal? ProceedsUsd { get; set; }

    /// <summary>What is left after the store's cut, in <see cref="Currency"/>.</summary>
    public decimal? ProceedsLocal { get; set; }

    /// <summary>The tax that was deducted, in US dollars.</summary>
    public decimal? TaxAmountUsd { get; set; }

    /// <summary>The tax that was deducted, in <see cref="Currency"/>.</summary>
    public decimal? TaxAmountLocal { get; set; }

    /// <summary>What is left after cut and tax, in US dollars.</summary>
    public decimal? NetRevenueUsd { get; set; }

    /// <summary>What is left after cut and tax, in <see cref="Currency"/>.</summary>
    public decimal? NetRevenueLocal { get; set; }

    /// <summary>
    /// The total revenue of the profile in US dollars. The documentation contradicts itself on whether refunds are
    /// subtracted.
    /// </summary>
    public decimal? ProfileTotalRevenueUsd { get; set; }

    /// <summary>How many periods in a row are paid, the current one included.</summary>
    public int? ConsecutivePayments { get; set; }

    /// <summary>Whether the store's commission is reduced after the first year.</summary>
    public bool? RateAfterFirstYear { get; set; }

    /// <summary>One of <see cref="CancellationReasons"/>.</summary>
    public string? CancellationReason { get; set; }

    /// <summary>The length of the trial, such as <c>7 days</c>.</summary>
    public string? TrialDuration { get; set; }

    /// <summary>
    /// The kind of the offer: <c>introductory</c>, <c>promotional</c>, <c>offer_code</c>, <c>win_back</c>,
    /// <c>retention</c>.
    /// </summary>
    public string? StoreOfferCategory { get; set; }

    /// <summary>How the offer discounts: <c>free_trial</c>, <c>pay_as_you_go</c>, <c>pay_up_front</c>.</summary>
    public string? StoreOfferDiscountType { get; set; }

    /// <summary>How many periods the offer discounts, at least 1.</summary>
    public int? StoreOfferNumberOfPeriods { get; set; }

    /// <summary>The id of the offer.</summary>
    public string? PromotionalOfferId { get; set; }

    /// <summary>The variation of the paywall: a UUID.</summary>
    public string? VariationId { get; set; }

    /// <summary>The name of the paywall.</summary>
    public string? PaywallName { get; set; }

    /// <summary>The revision of the paywall, a number as a string.</summary>
    [JsonConverter(typeof(TextOrIntegerConverter))]
    public string? PaywallRevision { get; set; }

    /// <summary>The id of the placement.</summary>
    public string? DeveloperId { get; set; }

    /// <summary>The name of the audience.</summary>
    public string? CohortName { get; set; }

    /// <summary>The name of the A/B test.</summary>
    public string? AbTestName { get; set; }

    /// <summary>The revision of the A/B test, a number as a string.</summary>
    [JsonConverter(typeof(IntegerTextConverter))]
    public string? AbTestRevision { get; set; }

    /// <summary>The country of the store account, two letters.</summary>
    public string? StoreCountry { get; set; }

    /// <summary>The country of the user, two letters.</summary>
    public string? ProfileCountry { get; set; }

    /// <summary>The user's IP address.</summary>
    public string? ProfileIpAddress { get; set; }

    /// <summary>Whether any access level was active when the event was made. It ages: read the profile anew.</summary>
    public bool? ProfileHasAccessLevel { get; set; }

    /// <summary>The id of the access level that changed.</summary>
    public string? AccessLevelId { get; set; }

    /// <summary>Whether the access level was active when the event was made. It ages: read the profile anew.</summary>
    public bool? IsActive { get; set; }

    /// <summary>
    /// Whether the access level is for life. An absent <see cref="ExpiresAt"/> says nothing of the kind.
    /// </summary>
    public bool? IsLifetime { get; set; }

    /// <summary>Whether the purchase was refunded.</summary>
    public bool? IsRefund { get; set; }

    /// <summary>Whether the access level is in a grace period.</summary>
    public bool? IsInGracePeriod { get; set; }

    /// <summary>Whether auto-renewal is on.</summary>
    public bool? WillRenew { get; set; }

    /// <summary>When the access level starts.</summary>
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>
    /// When the access level expires; the end of grace or the cancellation where there is one. Null is unknown.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>When the access level was activated.</summary>
    public DateTimeOffset? ActivatedAt { get; set; }

    /// <summary>When the access level was renewed.</summary>
    public DateTimeOffset? RenewedAt { get; set; }

    /// <summary>When a billing issue was detected.</summary>
    public DateTimeOffset? BillingIssueDetectedAt { get; set; }

    /// <summary>The discount type of the active introductory offer.</summary>
    public string? ActiveIntroductoryOfferType { get; set; }

    /// <summary>The discount type of the active promotional offer.</summary>
    public string? ActivePromotionalOfferType { get; set; }

    /// <summary>The id of the active promotional offer.</summary>
    public string? ActivePromotionalOfferId { get; set; }

    /// <summary>Fields that this version does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();
}
