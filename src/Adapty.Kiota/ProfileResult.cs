using Adapty.Kiota.Models;

namespace Adapty.Kiota;

/// <summary>What became of one key of <see cref="ProfilesClient.GetManyAsync(IEnumerable{ProfileKey}, ProfileBatchOptions?, CancellationToken)"/>.</summary>
public sealed class ProfileResult
{
    /// <summary>A key that Adapty has responded to.</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="profile">The profile; null when Adapty says that there is none.</param>
    public ProfileResult(ProfileKey key, Profile? profile) => (Key, Profile) = (key, profile);

    /// <summary>A key whose call failed.</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="error">Why.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public ProfileResult(ProfileKey key, AdaptyException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        (Key, Error) = (key, error);
    }

    /// <summary>Whose profile.</summary>
    public ProfileKey Key { get; }

    /// <summary>The profile. Null when Adapty says that there is none, and when there is an <see cref="Error"/>.</summary>
    public Profile? Profile { get; }

    /// <summary>Why the call failed: it says nothing about the user. Null when Adapty has responded.</summary>
    public AdaptyException? Error { get; }
}
