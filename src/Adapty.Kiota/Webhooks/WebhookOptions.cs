using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Webhooks;

/// <summary>
/// Settings of a <see cref="WebhookReceiver"/>, which checks them when it is made. Later changes have no effect on it.
/// </summary>
public sealed class WebhookOptions
{
    private static readonly TimeSpan LongestTimeLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestRetention = TimeSpan.FromHours(24);

    /// <summary>
    /// What Adapty may send as its Authorization header, as it stands in the dashboard; at least one. The header's
    /// whole value is compared with each, case-sensitively. To rotate a secret without a gap, accept the old and the
    /// new one for a while.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IList<string> Secrets { get; } = [];

    /// <summary>
    /// Whether events are taken from anybody, without a secret: off. It excludes <see cref="Secrets"/>.
    /// </summary>
    public bool AllowAnonymous { get; set; }

    /// <summary>
    /// The status for a missing or wrong secret: 503, after which Adapty sends the event again, so that none is lost
    /// while a secret is rotated. Or 401, which drops the event.
    /// </summary>
    public int UnauthorizedStatusCode { get; set; } = 503;

    /// <summary>
    /// How long a request may take, its body and the handlers included: 8 seconds. More than zero, at most 10 seconds,
    /// as that is how long Adapty waits. After it the reply is 503; a handler that goes on nevertheless settles the
    /// event when it returns.
    /// </summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The largest body that is read, in bytes: 1 MiB. At least 1. An event has a few KB.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Whether an empty body is a verification, as <c>{}</c> is: off. Adapty documents none.</summary>
    public bool AcceptEmptyBody { get; set; }

    /// <summary>
    /// How long handled events are remembered: 7 days. At least 24 hours, as Adapty sends an event again for as long.
    /// </summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// What remembers handled events: null for the receiver's own memory, which keeps the latest 100,000. Several nodes
    /// need a common one.
    /// </summary>
    public IWebhookDeliveryStore? DeliveryStore { get; set; }

    /// <summary>
    /// The names that event types were given in the dashboard, each with the type that it stands for. Handlers get the
    /// latter.
    /// </summary>
    public IDictionary<string, string> EventTypes { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The environment whose events are expected, one of <see cref="Environments"/>; null, the default, for any. An
    /// event of another one is handled, with a warning in the log.
    /// </summary>
    public string? Environment { get; set; }

    /// <summary>
    /// Whether an event of another environment than <see cref="Environment"/> is settled without being handled: off.
    /// </summary>
    public bool IgnoreOtherEnvironments { get; set; }

    /// <summary>
    /// Gets the bytes of a body that is not readable as an event. When it returns true, they are safe, and the reply is
    /// 200; else it is 500, and Adapty sends the event again. Null, the default, is 500.
    /// </summary>
    public Func<ReadOnlyMemory<byte>, CancellationToken, Task<bool>>? DeadLetter { get; set; }

    /// <summary>The clock behind the time limit and the memory of events: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where to log to; null for nowhere. <c>AddAdaptyWebhooks</c> takes the application's.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The app among several, so that their events are told apart in a common store.</summary>
    internal string Name { get; set; } = "";

    internal WebhookOptions Copy() => (WebhookOptions)MemberwiseClone();

    /// <summary>What is wrong, each with the option's name and its rule, never with a secret.</summary>
    internal IEnumerable<string> Problems()
    {
        var secrets = Secrets.Where(secret => !string.IsNullOrEmpty(secret)).ToList();
        if (secrets.Count == 0 && !AllowAnonymous)
        {
            yield return $"{nameof(Secrets)} is empty: add the Authorization header of the webhook in Adapty's dashboard,"
                + $" or set {nameof(AllowAnonymous)} to take events from anybody.";
        }

        if (secrets.Count > 0 && AllowAnonymous)
            yield return $"{nameof(AllowAnonymous)} must not be set together with {nameof(Secrets)}.";
        if (secrets.Any(secret => secret.Any(char.IsControl) || secret.Trim().Length < secret.Length))
            yield return $"{nameof(Secrets)} must hold no control characters and no outer whitespace, as no header has them.";
        if (UnauthorizedStatusCode is not (401 or 503))
            yield return $"{nameof(UnauthorizedStatusCode)} must be 503 or 401.";
        if (TimeLimit <= TimeSpan.Zero || TimeLimit > LongestTimeLimit)
            yield return $"{nameof(TimeLimit)} must be more than zero and at most 10 seconds.";
        if (MaxBodyBytes < 1)
            yield return $"{nameof(MaxBodyBytes)} must be at least 1.";
        if (Retention < ShortestRetention)
            yield return $"{nameof(Retention)} must be at least 24 hours.";
        if (EventTypes.Any(type => string.IsNullOrEmpty(type.Key) || string.IsNullOrEmpty(type.Value)))
            yield return $"{nameof(EventTypes)} must map names that are not empty.";
        if (IgnoreOtherEnvironments && string.IsNullOrEmpty(Environment))
            yield return $"{nameof(IgnoreOtherEnvironments)} needs an {nameof(Environment)}.";
        if (TimeProvider is null)
            yield return $"{nameof(TimeProvider)} must not be null.";
    }
}
