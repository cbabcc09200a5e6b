using Adapty.Kiota.Models;

namespace Adapty.Kiota.Caching;

/// <summary>An entry in this node's memory, with what a question needs beside each other: each step through memory takes time.</summary>
/// <param name="Entry">What was known.</param>
/// <param name="Sequence">Which invalidations had come before it was looked for.</param>
/// <param name="PauseUntil">Until when Adapty is not asked again, after it gave no usable response; null for an entry in good standing.</param>
internal sealed record KnownProfile(ProfileEntry Entry, long Sequence, DateTimeOffset? PauseUntil = null)
{
    private readonly long _freshFrom = Entry.FreshFrom.UtcTicks;
    private readonly long _freshUntil = PauseUntil is null ? Entry.FreshUntil.UtcTicks : 0;

    public Profile? Profile { get; } = Entry.Profile;

    public bool IsStale => PauseUntil is not null;

    public bool IsFreshAt(DateTimeOffset now) => now.UtcTicks < _freshUntil && now.UtcTicks >= _freshFrom;
}
