namespace Adapty.Kiota.Models;

/// <content>Who may use what.</content>
public partial class Profile
{
    /// <summary>The clock of the client that read this profile.</summary>
    internal TimeProvider Clock { get; private set; } = TimeProvider.System;

    /// <summary>
    /// Whether the user has an access level now, by the clock of the client that read this profile
    /// (<see cref="AdaptyClientOptions.TimeProvider"/>; the system's for a profile that you made yourself).
    /// </summary>
    /// <param name="accessLevelId">The id from the dashboard, such as <c>premium</c>; compared to the letter.</param>
    /// <returns>True when any entry with that id is active. See <see cref="AccessLevel.IsActiveAt"/> for the rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="accessLevelId"/> is null or empty.</exception>
    public bool HasAccess(string accessLevelId) => HasAccess(accessLevelId, Clock.GetUtcNow());

    /// <summary>Whether the user has an access level at an instant, as far as this snapshot of the profile knows.</summary>
    /// <inheritdoc cref="HasAccess(string)"/>
    /// <param name="accessLevelId">The id from the dashboard, such as <c>premium</c>; compared to the letter.</param>
    /// <param name="instant">The instant to look at, with any offset.</param>
    public bool HasAccess(string accessLevelId, DateTimeOffset instant)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessLevelId);
        foreach (var level in AccessLevels ?? [])
        {
            if (string.Equals(level.AccessLevelId, accessLevelId, StringComparison.Ordinal) && level.IsActiveAt(instant))
                return true;
        }

        return false;
    }

    /// <summary>Gives a model that was read its client's clock, where it is or holds a profile.</summary>
    internal static void SetClock(object model, TimeProvider clock)
    {
        if ((model as Profile ?? (model as ProfileResponse)?.Data) is { } profile)
            profile.Clock = clock;
    }

    /// <summary>The access levels that are active now, in Adapty's order. Expired and future ones stay in <see cref="AccessLevels"/> only.</summary>
    public IReadOnlyList<AccessLevel> ActiveAccessLevels() => ActiveAccessLevels(Clock.GetUtcNow());

    /// <summary>The access levels that are active at an instant, in Adapty's order.</summary>
    /// <param name="instant">The instant to look at, with any offset.</param>
    public IReadOnlyList<AccessLevel> ActiveAccessLevels(DateTimeOffset instant) =>
        AccessLevels is null ? [] : AccessLevels.FindAll(level => level.IsActiveAt(instant));
}
