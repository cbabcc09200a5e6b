using Adapty.Kiota.Telemetry;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Webhooks;

/// <summary>What a receiver logs; nothing of it is of a body. See <see cref="Log"/> for why it is not generated.</summary>
internal static class WebhookLog
{
    private static readonly Action<ILogger, int, string, string, Exception?> ProblemMessage = LoggerMessage.Define<int, string, string>(
        LogLevel.Warning, new EventId(10, nameof(Problem)), "A webhook request got {StatusCode} ({Reason}): {Detail}.");

    private static readonly Action<ILogger, Exception?> VerificationMessage = LoggerMessage.Define(
        LogLevel.Information, new EventId(11, nameof(Verification)), "A webhook verification was answered.");

    private static readonly Action<ILogger, string, Exception?> OtherEnvironmentMessage = LoggerMessage.Define<string>(
        LogLevel.Warning,
        new EventId(12, nameof(OtherEnvironment)),
        "A webhook event is not of the expected environment, {Environment}; it is handled all the same.");

    private static readonly Action<ILogger, int, string, double, Exception?> ReplyMessage = LoggerMessage.Define<int, string, double>(
        LogLevel.Debug, new EventId(13, nameof(Reply)), "A webhook event got {StatusCode} ({Reason}) in {Milliseconds:0.0} ms.");

    private static readonly Action<ILogger, Exception?> NoHandlerMessage = LoggerMessage.Define(
        LogLevel.Warning, new EventId(14, nameof(NoHandler)), "There is no webhook handler: every event is settled without being handled.");

    public static void Problem(ILogger logger, int statusCode, string reason, string detail) =>
        ProblemMessage(logger, statusCode, reason, detail, null);

    public static void Verification(ILogger logger) => VerificationMessage(logger, null);

    public static void OtherEnvironment(ILogger logger, string environment) => OtherEnvironmentMessage(logger, environment, null);

    public static void Reply(ILogger logger, int statusCode, string reason, double milliseconds) =>
        ReplyMessage(logger, statusCode, reason, milliseconds, null);

    public static void NoHandler(ILogger logger) => NoHandlerMessage(logger, null);
}
