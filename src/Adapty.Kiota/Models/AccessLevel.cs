namespace Adapty.Kiota.Models;

// CUSTOM: the access rule; the generator makes data only.

/// <content>The access rule.</content>
public partial class AccessLevel
{
    /// <summary>
    /// Whether this access level is active at an instant: it has started (or has no start) and has not expired (or never does).
    /// A start counts from its own instant on; at the instant of the expiry the access is over.
    /// </summary>
    /// <remarks>
    /// Nothing else decides. During a grace period Adapty moves <see cref="ExpiresAt"/> to its end, so
    /// <see cref="IsInGracePeriod"/> never extends it; a cancelled renewal or a billing issue alone ends nothing.
    /// </remarks>
    /// <param name="instant">The instant to look at, with any offset.</param>
    public bool IsActiveAt(DateTimeOffset instant) =>
        (StartsAt is not { } start || start <= instant) && (ExpiresAt is not { } expiry || expiry > instant);
}
