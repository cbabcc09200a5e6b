using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Telemetry;

/// <summary>Debug for a call, Warning for a retry, nothing at Information: a call that fails says so by its exception.</summary>
/// <remarks>
/// The only class of the assembly that the generator of log messages writes to: it writes several in an order that is not always
/// the same, and the package must be. The lines of webhooks are in <c>WebhookLog</c>, by hand.
/// </remarks>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} responded with {StatusCode} in {Milliseconds:0.0} ms, attempts: {Attempts}.")]
    public static partial void Responded(ILogger logger, string operation, int statusCode, double milliseconds, int attempts);

    [LoggerMessage(2, LogLevel.Debug, "{Operation} failed with {ErrorType} in {Milliseconds:0.0} ms, attempts: {Attempts}.")]
    public static partial void Failed(ILogger logger, string operation, string errorType, double milliseconds, int attempts);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} failed with {ErrorType} at attempt {Attempts}, and is tried again in {Milliseconds:0} ms.")]
    public static partial void Retrying(ILogger logger, string operation, string errorType, int attempts, double milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "The OnResponse of the options threw {ErrorType} after {Operation} succeeded; the call's result is not affected.")]
    public static partial void HookFailed(ILogger logger, string operation, string errorType);

    [LoggerMessage(5, LogLevel.Warning, "The configuration was reloaded, but cannot be used; the API key stays what it was. {Problem}")]
    public static partial void KeyNotChanged(ILogger logger, string problem);
}
