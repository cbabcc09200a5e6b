using Adapty.Kiota.Calls;

namespace Adapty.Kiota.Errors;

/// <summary>All that an <see cref="AdaptyApiException"/> tells, already fit to be shown.</summary>
internal sealed record Refusal(
    string Message,
    int StatusCode,
    string? ErrorCode,
    IReadOnlyList<AdaptyError> Errors,
    TimeSpan? RetryAfter,
    string? BodyExcerpt,
    string? RequestId,
    int Attempts)
{
    public bool IsTransient => RetryPolicy.IsTransient(StatusCode, ErrorCode);

    /// <summary>The class goes by the error code first, as Adapty's statuses differ between operations, then by the status.</summary>
    public AdaptyApiException ToException() => (ErrorCode, StatusCode) switch
    {
        (AdaptyErrorCodes.ProfileDoesNotExist or AdaptyErrorCodes.ProfileNotFound, _) => new AdaptyProfileNotFoundException(this),
        (AdaptyErrorCodes.NotAuthenticated or AdaptyErrorCodes.Unauthorized, _) => new AdaptyAuthenticationException(this),
        (AdaptyErrorCodes.RateLimited, _) => new AdaptyRateLimitException(this),
        (AdaptyErrorCodes.FeatureNotEnabled, _) => new AdaptyForbiddenException(this),
        (AdaptyErrorCodes.IdempotencyInFlight or AdaptyErrorCodes.DuplicateSourceTransaction, _) => new AdaptyConflictException(this),
        (AdaptyErrorCodes.PaidAccessLevelDoesNotExist or AdaptyErrorCodes.PaywallDoesNotExist, _) => new AdaptyResourceNotFoundException(this),
        (_, 400 or 422) => new AdaptyValidationException(this),
        (_, 401) => new AdaptyAuthenticationException(this),
        (_, 403) => new AdaptyForbiddenException(this),
        (_, 409) => new AdaptyConflictException(this),
        (_, 429) => new AdaptyRateLimitException(this),
        (_, >= 500) => new AdaptyServerException(this),
        _ => new AdaptyApiException(this),
    };
}
