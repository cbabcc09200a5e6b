namespace Adapty.Kiota.Calls;

/// <summary>Which failures pass by themselves, and which calls may be sent again after them.</summary>
internal static class RetryPolicy
{
    public static bool IsTransient(int status, string? errorCode) =>
        status is 408 or 429 or (>= 500 and not 501 and not 505) || errorCode is AdaptyErrorCodes.RateLimited or AdaptyErrorCodes.IdempotencyInFlight;

    public static bool MayRetry(RetryRule rule, AdaptyException failure) => failure switch
    {
        AdaptyRateLimitException => true,
        AdaptyApiException refused when rule == RetryRule.OnlyIfNotCarriedOut => false,
        AdaptyApiException refused => IsPassing(refused.StatusCode)
            || (rule == RetryRule.IdempotencyKey && refused.ErrorCode == AdaptyErrorCodes.IdempotencyInFlight),
        AdaptyConnectionException lost => lost.IsTransient && (rule != RetryRule.OnlyIfNotCarriedOut || lost.NeverSent),
        _ => false,
    };

    /// <summary>The statuses that Adapty, and the network in front of it, use for trouble that passes.</summary>
    private static bool IsPassing(int status) => status is 408 or 500 or 502 or 503 or 504 or (>= 520 and <= 524) or 530;
}
