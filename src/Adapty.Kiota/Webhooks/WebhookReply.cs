namespace Adapty.Kiota.Webhooks;

/// <summary>
/// What to reply to a webhook request. Its body is JSON, of the content type <c>application/json</c>.
/// </summary>
/// <remarks>
/// Adapty sends an event again when the status is outside of 200 to 404. So what must come again gets 413 or 5xx, and
/// nothing gets a status from 300 to 404, unless <see cref="WebhookOptions.UnauthorizedStatusCode"/> says so.
/// </remarks>
public sealed class WebhookReply
{
    private const string EmptyObject = "{}";

    internal static readonly WebhookReply Handled = new(200, "handled");
    internal static readonly WebhookReply Duplicate = new(200, "duplicate");
    internal static readonly WebhookReply Ignored = new(200, "ignored");
    internal static readonly WebhookReply DeadLettered = new(200, "dead_lettered");
    internal static readonly WebhookReply TooLarge = new(413, "too_large");
    internal static readonly WebhookReply Unreadable = new(500, "unreadable");
    internal static readonly WebhookReply IncompleteBody = new(503, "incomplete_body");
    internal static readonly WebhookReply InProgress = new(503, "in_progress");
    internal static readonly WebhookReply HandlerFailed = new(503, "handler_failed");
    internal static readonly WebhookReply StoreFailed = new(503, "store_failed");
    internal static readonly WebhookReply TimeLimit = new(503, "time_limit");
    internal static readonly WebhookReply Cancelled = new(503, "cancelled");

    private WebhookReply(int statusCode, string reason, string body = EmptyObject) =>
        (StatusCode, Reason, Body) = (statusCode, reason, body);

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The body: JSON, <c>{}</c> but for a verification of the older form.</summary>
    public string Body { get; }

    /// <summary>
    /// Why: <c>handled</c>, <c>duplicate</c>, <c>ignored</c> (of another environment), <c>verification</c>,
    /// <c>dead_lettered</c>, <c>unauthorized</c>, <c>too_large</c>, <c>unreadable</c>, <c>incomplete_body</c>,
    /// <c>in_progress</c> (another copy is being handled), <c>handler_failed</c>, <c>store_failed</c>,
    /// <c>time_limit</c> or <c>cancelled</c>.
    /// </summary>
    public string Reason { get; }

    internal static WebhookReply Unauthorized(int statusCode) => new(statusCode, "unauthorized");

    internal static WebhookReply Verification(string body = EmptyObject) => new(200, "verification", body);
}
