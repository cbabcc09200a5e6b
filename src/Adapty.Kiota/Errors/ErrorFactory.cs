using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Adapty.Kiota.Errors;

/// <summary>All that an <see cref="AdaptyApiException"/> tells, already fit to be shown.</summary>
internal sealed record ApiErrorDetails(
    string Message,
    int StatusCode,
    string? ErrorCode,
    IReadOnlyList<AdaptyError> Errors,
    TimeSpan? RetryAfter,
    string? BodyExcerpt,
    string? RequestId,
    int Attempts);

/// <summary>Turns what went wrong in a call into the one exception of the family that says so.</summary>
internal sealed class ErrorFactory(string operation, int attempts, Redactor redactor)
{
    private const int LongestMessage = 500;
    private const int LongestName = 100;

    /// <summary>A 4xx or 5xx.</summary>
    public AdaptyApiException Refused(HttpResponseMessage response, ReadOnlyMemory<byte> body, TimeSpan? retryAfter)
    {
        var status = (int)response.StatusCode;
        var parsed = ErrorBody.Parse(body);
        var code = parsed.Code is null ? null : redactor.Line(parsed.Code, LongestName);
        var message = $"Adapty {(status >= 500 ? "failed at" : "refused")} {operation}: {status}"
            + (code is null ? "" : $" {code}")
            + (parsed.Errors.Count == 0 ? "." : $": {redactor.Line(string.Join("; ", parsed.Errors.SelectMany(error => error.Messages)), LongestMessage)}");

        return Classify(new ApiErrorDetails(
            message,
            status,
            code,
            [.. parsed.Errors.Select(Redact)],
            retryAfter,
            redactor.Excerpt(body.Span),
            RequestIdOf(response.Headers),
            attempts));
    }

    /// <summary>A success or a redirect that is not what the operation documents.</summary>
    public AdaptyResponseException Unreadable(HttpResponseMessage response, string problem, string? path, ReadOnlySpan<byte> body) =>
        new($"Adapty's response to {operation} cannot be read: {problem}{(path is null ? "" : $" (at {path})")}. Status {(int)response.StatusCode}. It says nothing about the user's access.")
        {
            StatusCode = (int)response.StatusCode,
            JsonPath = path,
            BodyExcerpt = redactor.Excerpt(body),
            RequestId = RequestIdOf(response.Headers),
            Attempts = attempts,
        };

    /// <summary>No response, or half of one. What is no failure of the network is not worth another attempt.</summary>
    public AdaptyConnectionException NotConnected(Exception cause)
    {
        var (problem, neverSent, transient) = cause switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => ("the host's name did not resolve", true, true),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => ("no connection could be made", true, true),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } secure =>
                ("no secure connection could be made", false, secure.InnerException is not AuthenticationException),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpIOException =>
                ("the connection was closed before the response was complete", false, true),
            HttpRequestException or IOException => ("the connection failed", false, true),
            _ => ("a handler of the HTTP client failed", false, false),
        };
        return new AdaptyConnectionException($"Adapty could not be reached for {operation}: {problem}.", cause)
        {
            NeverSent = neverSent,
            IsTransient = transient,
            Attempts = attempts,
        };
    }

    /// <summary>An attempt, or the call, took too long.</summary>
    public AdaptyTimeoutException TimedOut(string limit, Exception? cause) =>
        new($"Adapty did not respond to {operation} in time: {limit} ran out.", cause) { IsTransient = true, Attempts = attempts };

    /// <summary>The class goes by the error code first, as Adapty's statuses differ between operations, then by the status.</summary>
    private static AdaptyApiException Classify(ApiErrorDetails details) => (details.ErrorCode, details.StatusCode) switch
    {
        (AdaptyErrorCodes.ProfileDoesNotExist or AdaptyErrorCodes.ProfileNotFound, _) => new AdaptyProfileNotFoundException(details),
        (AdaptyErrorCodes.NotAuthenticated or AdaptyErrorCodes.Unauthorized, _) => new AdaptyAuthenticationException(details),
        (AdaptyErrorCodes.RateLimited, _) => new AdaptyRateLimitException(details),
        (AdaptyErrorCodes.FeatureNotEnabled, _) => new AdaptyForbiddenException(details),
        (AdaptyErrorCodes.IdempotencyInFlight or AdaptyErrorCodes.DuplicateSourceTransaction, _) => new AdaptyConflictException(details),
        (AdaptyErrorCodes.PaidAccessLevelDoesNotExist or AdaptyErrorCodes.PaywallDoesNotExist, _) => new AdaptyResourceNotFoundException(details),
        (_, 400 or 422) => new AdaptyValidationException(details),
        (_, 401) => new AdaptyAuthenticationException(details),
        (_, 403) => new AdaptyForbiddenException(details),
        (_, 409) => new AdaptyConflictException(details),
        (_, 429) => new AdaptyRateLimitException(details),
        (_, >= 500) => new AdaptyServerException(details),
        _ => new AdaptyApiException(details),
    };

    /// <summary>A proxy may have put anything there.</summary>
    private string? RequestIdOf(HttpResponseHeaders headers) => RequestIds.Of(headers) is { } id ? redactor.WithoutSecrets(id) : null;

    private AdaptyError Redact(AdaptyError error) => new(
        error.Source is null ? null : redactor.Line(error.Source, LongestName),
        [.. error.Messages.Select(message => redactor.Line(message, LongestMessage))]);
}
