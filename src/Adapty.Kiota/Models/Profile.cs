using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Models;

// CUSTOM: the access rule. The generator makes data only.

/// <content>Who may use what.</content>
public partial class Profile
{
    /// <summary>The clock of the client that read this profile.</summary>
    internal TimeProvider Clock { get; private set; } = TimeProvider.System;

    /// <summary>No list is not an empty list: a profile that another serializer read may have lost it.</summary>
    private List<AccessLevel> KnownAccessLevels => AccessLevels ?? throw Unknown(
        $"{nameof(AccessLevels)} is null", "an empty list");

    /// <summary>
    /// Whether the user has an access level now, by the clock of the client that read this profile
    /// (<see cref="AdaptyClientOptions.TimeProvider"/>; the system's for a profile that you made yourself).
    /// </summary>
    /// <param name="accessLevelId">The id from the dashboard, such as <c>premium</c>; case-sensitive.</param>
    /// <returns>True when any entry with that id is active. See <see cref="AccessLevel.IsActiveAt"/> for the rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="accessLevelId"/> is null or empty.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="AccessLevels"/> is null, or one of them has no id: another serializer than <see cref="AdaptyJson"/> read the profile.
    /// </exception>
    public bool HasAccess(string accessLevelId) => HasAccess(accessLevelId, Clock.GetUtcNow());

    /// <summary>Whether the user has an access level at an instant, as far as this snapshot of the profile knows.</summary>
    /// <inheritdoc cref="HasAccess(string)"/>
    /// <param name="accessLevelId">The id from the dashboard, such as <c>premium</c>; case-sensitive.</param>
    /// <param name="instant">The instant to look at, with any offset.</param>
    public bool HasAccess(string accessLevelId, DateTimeOffset instant)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessLevelId);
        foreach (var level in KnownAccessLevels)
        {
            if (string.Equals(Known(level).AccessLevelId, accessLevelId, StringComparison.Ordinal) && level.IsActiveAt(instant))
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
    /// <exception cref="InvalidOperationException">
    /// <see cref="AccessLevels"/> is null, or one of them has no id: another serializer than <see cref="AdaptyJson"/> read the profile.
    /// </exception>
    public IReadOnlyList<AccessLevel> ActiveAccessLevels() => ActiveAccessLevels(Clock.GetUtcNow());

    /// <summary>The access levels that are active at an instant, in Adapty's order.</summary>
    /// <inheritdoc cref="ActiveAccessLevels()"/>
    /// <param name="instant">The instant to look at, with any offset.</param>
    public IReadOnlyList<AccessLevel> ActiveAccessLevels(DateTimeOffset instant) =>
        KnownAccessLevels.FindAll(level => Known(level).IsActiveAt(instant));

    /// <summary>Kiota reads a value that is no list as an empty list.</summary>
    IDictionary<string, Action<IParseNode>> IParsable.GetFieldDeserializers()
    {
        var fields = GetFieldDeserializers();
        var read = fields["access_levels"];
        fields["access_levels"] = node =>
        {
            if (node.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue) is not UntypedArray)
                throw new JsonException($"A profile has access levels that are no list. Write and read stored models with {nameof(AdaptyJson)}.");
            read(node);
        };
        return fields;
    }

    /// <summary>An access level without its id may be the one that is asked for.</summary>
    private static AccessLevel Known(AccessLevel? level) => level is { AccessLevelId: not null } ? level : throw Unknown(
        $"An access level is null or has no {nameof(AccessLevel.AccessLevelId)}", "access levels with ids");

    private static InvalidOperationException Unknown(string what, string remedy) => new(
        $"{what}, so nothing is known of the user's access. Was the profile read by another serializer? "
        + $"Write and read stored profiles with {nameof(AdaptyJson)}; give a profile of your own making {remedy}.");
}
