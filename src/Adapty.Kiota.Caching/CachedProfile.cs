using Adapty.Kiota.Models;

namespace Adapty.Kiota;

/// <summary>What a <see cref="ProfileCache"/> knows of a user, and as of when.</summary>
public sealed class CachedProfile
{
    /// <summary>A result, such as one that a substitute of the cache returns in a test.</summary>
    /// <param name="profile">The profile; null when Adapty says that there is none.</param>
    /// <param name="asOf">When Adapty was asked.</param>
    /// <param name="isStale">Whether Adapty was to be asked anew and gave no usable response.</param>
    public CachedProfile(Profile? profile, DateTimeOffset asOf, bool isStale = false) => (Profile, AsOf, IsStale) = (profile, asOf, isStale);

    /// <summary>
    /// The profile; null when Adapty says that there is none. All callers get the same object: do not change it. Its
    /// <see cref="Profile.HasAccess(string)"/> decides by the clock of the client, now.
    /// </summary>
    public Profile? Profile { get; }

    /// <summary>When Adapty was asked, by the clock of the client of the node that asked.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>
    /// Whether this is the last known profile, because Adapty was to be asked anew and gave no usable response. What happened since
    /// <see cref="AsOf"/>, such as a refund, is not in it. Expiries are: they go by the clock.
    /// </summary>
    public bool IsStale { get; }
}
