using System.Diagnostics;
using Adapty.Kiota.Calls;

namespace Adapty.Kiota;

/// <summary>
/// Says whose profile a call is about: a customer user id (your own id of the user) or a profile id (Adapty's).
/// </summary>
/// <remarks>
/// Adapty takes exactly one of the two, as a header, and documents no encoding for it: an id must be printable ASCII
/// without leading or trailing spaces. A customer user id resolves only after your app has told Adapty about it
/// (a purchase made before log-in belongs to an anonymous profile, which only its profile id reaches).
/// The default value is no key, and every call refuses it.
/// </remarks>
public readonly struct ProfileKey : IEquatable<ProfileKey>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _value;
    private readonly bool _isProfileId;

    private ProfileKey(string value, bool isProfileId)
    {
        _value = value;
        _isProfileId = isProfileId;
    }

    internal bool IsProfileId => _isProfileId;

    internal string HeaderName => _isProfileId ? HeaderNames.ProfileId : HeaderNames.CustomerUserId;

    /// <summary>A key for your own id of the user, as your app gave it to Adapty. Case-sensitive.</summary>
    /// <param name="customerUserId">Printable ASCII, no leading or trailing space, not empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="customerUserId"/> is null.</exception>
    /// <exception cref="ArgumentException">It is empty, begins or ends with a space, or has control characters or anything outside ASCII.</exception>
    public static ProfileKey ForCustomer(string customerUserId) =>
        new(HeaderValue.Check(customerUserId, "A customer user id", nameof(customerUserId)), isProfileId: false);

    /// <summary>A key for Adapty's id of the profile: a UUID, lower case with dashes.</summary>
    /// <param name="profileId">Printable ASCII, no leading or trailing space, not empty. Its form is not checked further.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profileId"/> is null.</exception>
    /// <exception cref="ArgumentException">It is empty, begins or ends with a space, or has control characters or anything outside ASCII.</exception>
    public static ProfileKey ForProfile(string profileId) =>
        new(HeaderValue.Check(profileId, "A profile id", nameof(profileId)), isProfileId: true);

    /// <summary>A key for Adapty's id of the profile.</summary>
    /// <exception cref="ArgumentException"><paramref name="profileId"/> is <see cref="Guid.Empty"/>.</exception>
    public static ProfileKey ForProfile(Guid profileId) => profileId == Guid.Empty
        ? throw new ArgumentException("A profile id must not be the empty GUID.", nameof(profileId))
        : new(profileId.ToString("D"), isProfileId: true);

    /// <summary>The id to send.</summary>
    /// <exception cref="ArgumentException">This is the default value.</exception>
    internal string Require(string parameterName) => _value ?? throw new ArgumentException(
        "The profile key is the default value: make one with ProfileKey.ForCustomer or ProfileKey.ForProfile.", parameterName);

    /// <inheritdoc/>
    public bool Equals(ProfileKey other) =>
        _isProfileId == other._isProfileId && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ProfileKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_isProfileId, _value);

    /// <summary>The kind of the id, never the id: a key in a log line tells no id.</summary>
    public override string ToString() => _value is null ? "(no profile key)" : _isProfileId ? "(profile id)" : "(customer user id)";

    /// <summary>Whether both name the same profile in the same way.</summary>
    public static bool operator ==(ProfileKey left, ProfileKey right) => left.Equals(right);

    /// <summary>Whether they differ in the id or in its kind.</summary>
    public static bool operator !=(ProfileKey left, ProfileKey right) => !left.Equals(right);
}
