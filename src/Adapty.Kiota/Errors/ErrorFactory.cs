using System.Net.Http.Headers;
using System.Security.Authentication;
using Adapty.Kiota.Calls;

namespace Adapty.Kiota.Errors;

/// <summary>Turns what went wrong in a call into the one exception of the family that says so.</summary>
internal sealed class ErrorFactory(ApiCall call, string apiKey)
{
    private const int LongestWords = 500;
    private const int LongestName = 100;

    private readonly Redactor _redactor = call.CreateRedactor(apiKey);

    private string Operation => call.Operation.Name;

    /// <summary>A 4xx or 5xx.</summary>
    public AdaptyApiException Refused(HttpResponseMessage response, ReadOnlyMemory<byte> body, TimeSpan? retryAfter)
    {
        var status = (int)response.StatusCode;
        var parsed = ErrorBody.Parse(body);
        var code = parsed.Code is null ? null : _redactor.Line(parsed.Code, LongestName);
        var message = $"Adapty {(status >= 500 ? "failed at" : "refused")} {Operation}: {status}"
            + (code is null ? "" : $" {code}")
            + (parsed.Errors.Count == 0 ? "." : $": {_redactor.Line(string.Join("; ", parsed.Errors.SelectMany(error => error.Messages)), LongestWords)}");

        return new Refusal(
            message,
            status,
            code,
            [.. parsed.Errors.Select(Redact)],
            retryAfter,
            _redactor.Excerpt(body.Span),
            RequestIdOf(response.Headers),
            call.Attempts).ToException();
    }

    /// <summary>A success or a redirect that is not what the operation documents.</summary>
    public AdaptyResponseException Unreadable(HttpResponseMessage response, string problem, string? path, ReadOnlySpan<byte> body) =>
        new($"Adapty's answer to {Operation} cannot be read: {problem}{(path is null ? "" : $" (at {path})")}. Status {(int)response.StatusCode}. It says nothing about the user's access.")
        {
            StatusCode = (int)response.StatusCode,
            JsonPath = path,
            BodyExcerpt = _redactor.Excerpt(body),
            RequestId = RequestIdOf(response.Headers),
            Attempts = call.Attempts,
        };

    /// <summary>No answer, or half of one. What is no failure of the network is not worth another try.</summary>
    public AdaptyConnectionException NotConnected(Exception cause)
    {
        var (problem, neverSent, transient) = cause switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => ("the host's name did not resolve", true, true),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => ("no connection could be made", true, true),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } secure =>
                ("no secure connection could be made", false, secure.InnerException is not AuthenticationException),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpIOException =>
                ("the connection was closed before the answer was complete", false, true),
            HttpRequestException or IOException => ("the connection failed", false, true),
            _ => ("a handler of the HTTP client failed", false, false),
        };
        return new AdaptyConnectionException($"Adapty could not be reached for {Operation}: {problem}.", cause)
        {
            NeverSent = neverSent,
            IsTransient = transient,
            Attempts = call.Attempts,
        };
    }

    /// <summary>An attempt, or the call, took too long.</summary>
    public AdaptyTimeoutException TimedOut(string limit, Exception? cause) =>
        new($"Adapty did not answer {Operation} in time: {limit} ran out.", cause) { IsTransient = true, Attempts = call.Attempts };

    /// <summary>A proxy may have put anything there.</summary>
    private string? RequestIdOf(HttpResponseHeaders headers) => RequestIds.Of(headers) is { } id ? _redactor.WithoutSecrets(id) : null;

    private AdaptyError Redact(AdaptyError error) => new(
        error.Source is null ? null : _redactor.Line(error.Source, LongestName),
        [.. error.Messages.Select(message => _redactor.Line(message, LongestWords))]);
}
