namespace Adapty.Kiota;

/// <summary>The values of <see cref="AdaptyApiException.ErrorCode"/> that are documented. The set is open: compare, and expect others.</summary>
public static class AdaptyErrorCodes
{
    /// <summary>There is no usable key in the request (401).</summary>
    public const string NotAuthenticated = "not_authenticated";

    /// <summary>The key is not valid (401).</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>There is no such profile (404; 400 from some operations).</summary>
    public const string ProfileDoesNotExist = "profile_does_not_exist";

    /// <summary>There is no such profile, in the words of the integration identifiers (404).</summary>
    public const string ProfileNotFound = "profile_not_found";

    /// <summary>The app has no such access level (400).</summary>
    public const string PaidAccessLevelDoesNotExist = "paid_access_level_does_not_exist";

    /// <summary>The profile does not have that access level (400, revoke).</summary>
    public const string ProfilePaidAccessLevelDoesNotExist = "profile_paid_access_level_does_not_exist";

    /// <summary>The revocation would come after the access level's expiry (400).</summary>
    public const string RevocationDateMoreThanExpirationDate = "revocation_date_more_than_expiration_date";

    /// <summary>A value is not acceptable, such as a revocation that is not in the future (400).</summary>
    public const string ValueError = "value_error";

    /// <summary>The billing issue is not after the purchase (400, set transaction).</summary>
    public const string BillingIssueDetectedAtDateComparisonError = "billing_issue_detected_at_date_comparison_error";

    /// <summary>The expiry is not after the purchase (400, set transaction).</summary>
    public const string ExpiresDateError = "expires_date_error";

    /// <summary>A family-shared purchase has a price other than 0 (400, set transaction).</summary>
    public const string FamilySharePriceError = "family_share_price_error";

    /// <summary>A free trial has a price other than 0 (400, set transaction).</summary>
    public const string FreeTrialPriceError = "free_trial_price_error";

    /// <summary>A grace period is given without a billing issue (400, set transaction).</summary>
    public const string GracePeriodBillingError = "grace_period_billing_error";

    /// <summary>The grace period ends before the subscription expires (400, set transaction).</summary>
    public const string GracePeriodExpiresDateError = "grace_period_expires_date_error";

    /// <summary>The offer's category needs an id (400, set transaction).</summary>
    public const string MissingOfferId = "missing_offer_id";

    /// <summary>A one-time purchase cannot be a trial (400, set transaction).</summary>
    public const string OneTimePurchaseTrialError = "one_time_purchase_trial_error";

    /// <summary>The purchase dates are in the wrong order (400, set transaction).</summary>
    public const string OriginallyPurchasedDateError = "originally_purchased_date_error";

    /// <summary>The refund is not after the purchase (400, set transaction).</summary>
    public const string RefundDateError = "refund_date_error";

    /// <summary>The refund's date and the cancellation reason <c>refund</c> go together (400, set transaction).</summary>
    public const string RefundFieldsError = "refund_fields_error";

    /// <summary>The change of the renewal status is not after the purchase (400, set transaction).</summary>
    public const string RenewStatusChangedDateError = "renew_status_changed_date_error";

    /// <summary>A one-time purchase has two different transaction ids (400, set transaction).</summary>
    public const string StoreTransactionIdError = "store_transaction_id_error";

    /// <summary>The purchase holds no product (400, Paddle).</summary>
    public const string NoProductsFound = "no_products_found";

    /// <summary>Paddle is not configured for the app (400).</summary>
    public const string PaddleApiKeyNotFound = "paddle_api_key_not_found";

    /// <summary>Paddle refused, or does not know the token (400).</summary>
    public const string InvalidPaddleCredentialsOrPurchaseNotFound = "invalid_paddle_credentials_or_purchase_not_found";

    /// <summary>A parameter is out of range, or nothing was given (400).</summary>
    public const string ValidationError = "validation_error";

    /// <summary>There is no such paywall (404).</summary>
    public const string PaywallDoesNotExist = "paywall_does_not_exist";

    /// <summary>A debit is larger than the balance (400, virtual currency).</summary>
    public const string InsufficientBalance = "insufficient_balance";

    /// <summary>The app defines no such currency (400, virtual currency).</summary>
    public const string UnknownCurrency = "unknown_currency";

    /// <summary>A currency is named twice (400, virtual currency).</summary>
    public const string DuplicateCurrency = "duplicate_currency";

    /// <summary>An amount is 0 (400, virtual currency).</summary>
    public const string AmountZero = "amount_zero";

    /// <summary>A credit is too large (400, virtual currency).</summary>
    public const string BalanceOverflow = "balance_overflow";

    /// <summary>No items are given (400, virtual currency).</summary>
    public const string EmptyItems = "empty_items";

    /// <summary>The idempotency key is not a UUID version 4 (400, virtual currency).</summary>
    public const string IdempotencyKeyInvalid = "idempotency_key_invalid";

    /// <summary>The cursor is not accepted (400, virtual currency).</summary>
    public const string InvalidCursor = "invalid_cursor";

    /// <summary>The feature is off for this app (403, virtual currency).</summary>
    public const string FeatureNotEnabled = "feature_not_enabled";

    /// <summary>A request with the same idempotency key is still being worked on (409).</summary>
    public const string IdempotencyInFlight = "idempotency_in_flight";

    /// <summary>That store transaction was credited before (409).</summary>
    public const string DuplicateSourceTransaction = "duplicate_source_transaction";

    /// <summary>Over the limit of requests (429).</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>A general problem (400).</summary>
    public const string BaseError = "base_error";

    /// <summary>The body is not JSON (400).</summary>
    public const string ParseError = "parse_error";

    /// <summary>A date is not readable (400).</summary>
    public const string Datetime = "datetime";

    /// <summary>A value is outside of its set (400).</summary>
    public const string Enum = "enum";
}
