using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Telemetry;

/// <summary>Debug for a call, Warning for a retry, nothing at Information: a call that fails says so by its exception.</summary>
internal static partial class CallLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} was answered with {StatusCode} in {Milliseconds:0.0} ms, attempts: {Attempts}.")]
    public static partial void Answered(ILogger logger, string operation, int statusCode, double milliseconds, int attempts);

    [LoggerMessage(2, LogLevel.Debug, "{Operation} failed with {ErrorType} in {Milliseconds:0.0} ms, attempts: {Attempts}.")]
    public static partial void Failed(ILogger logger, string operation, string errorType, double milliseconds, int attempts);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} failed with {ErrorType} at attempt {Attempts}, and is tried again in {Milliseconds:0} ms.")]
    public static partial void Retrying(ILogger logger, string operation, string errorType, int attempts, double milliseconds);
}
