using Adapty.Kiota.Calls;
using Adapty.Kiota.Errors;

namespace Adapty.Kiota;

// The family of refusals on one page: each class only says what about. Errors/ErrorFactory.cs decides which one it is.

/// <summary>Adapty responded, and refused: a 4xx or 5xx. Its subclasses say what about.</summary>
public class AdaptyApiException : AdaptyException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyApiException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyApiException(ApiErrorDetails details) : base(details.Message)
    {
        StatusCode = details.StatusCode;
        ErrorCode = details.ErrorCode;
        Errors = details.Errors;
        RetryAfter = details.RetryAfter;
        BodyExcerpt = details.BodyExcerpt;
        RequestId = details.RequestId;
        Attempts = details.Attempts;
        IsTransient = Retries.IsTransient(details.StatusCode, details.ErrorCode);
    }

    /// <summary>The HTTP status of the response. The body's own <c>status_code</c> is not used: it is known to be wrong.</summary>
    public int StatusCode { get; init; }

    /// <summary>Adapty's name of the problem, see <see cref="AdaptyErrorCodes"/> (an open set); null when the response named none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Adapty's own words, by what they are about; empty when the response was not in one of Adapty's shapes.</summary>
    public IReadOnlyList<AdaptyError> Errors { get; init; } = [];

    /// <summary>How long Adapty asks to wait before the next try; null when it did not say. Never negative.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The beginning of the body, at most 2 KB, with the API key, ids of users and e-mail addresses taken out; null when there was none.
    /// It may still hold data of a customer, so log it with care: it is not part of <see cref="Exception.Message"/>.
    /// </summary>
    public string? BodyExcerpt { get; init; }
}

/// <summary>Adapty did not accept the key: <c>not_authenticated</c>, <c>unauthorized</c>, or any other 401. Check that it is the app's secret key and still exists.</summary>
public class AdaptyAuthenticationException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyAuthenticationException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyAuthenticationException(ApiErrorDetails details) : base(details)
    {
    }
}

/// <summary>The API key is right, but the app may not do this: <c>feature_not_enabled</c> (virtual currency is switched on by Adapty's support), or any other 403.</summary>
public class AdaptyForbiddenException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyForbiddenException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyForbiddenException(ApiErrorDetails details) : base(details)
    {
    }
}

/// <summary>Adapty found the request wrong: a 400 or 422. <see cref="AdaptyApiException.Errors"/> says which field and why.</summary>
public class AdaptyValidationException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyValidationException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyValidationException(ApiErrorDetails details) : base(details)
    {
    }
}

/// <summary>Adapty says that there is no such profile (<c>profile_does_not_exist</c>, <c>profile_not_found</c>), whatever the status. A 404 that does not say so is never this.</summary>
public class AdaptyProfileNotFoundException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyProfileNotFoundException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyProfileNotFoundException(ApiErrorDetails details) : base(details)
    {
    }
}

/// <summary>Adapty names another thing that does not exist: a paywall (<c>paywall_does_not_exist</c>) or an access level of the app (<c>paid_access_level_does_not_exist</c>).</summary>
public class AdaptyResourceNotFoundException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyResourceNotFoundException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyResourceNotFoundException(ApiErrorDetails details) : base(details)
    {
    }
}

/// <summary>The request clashes with another one: <c>idempotency_in_flight</c>, <c>duplicate_source_transaction</c>, or any other 409.</summary>
public class AdaptyConflictException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyConflictException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyConflictException(ApiErrorDetails details) : base(details)
    {
    }
}

/// <summary>Too many requests: <c>rate_limited</c>, or any other 429. <see cref="AdaptyApiException.RetryAfter"/> says how long to wait, if Adapty did.</summary>
public class AdaptyRateLimitException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyRateLimitException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyRateLimitException(ApiErrorDetails details) : base(details)
    {
    }
}

/// <summary>Adapty, or the network in front of it, failed: a 5xx.</summary>
public class AdaptyServerException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyServerException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyServerException(ApiErrorDetails details) : base(details)
    {
    }
}
