using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Output;

/// <summary>One access level of a user in one line. Whether it is active is the SDK's to say; here are only the words for why.</summary>
internal static class AccessSentence
{
    public static string Of(Profile profile, string level, DateTimeOffset now)
    {
        List<AccessLevel> entries = [.. (profile.AccessLevels ?? []).Where(entry => string.Equals(entry.AccessLevelId, level, StringComparison.Ordinal))];
        return SafeText.Of($"{level}: {(profile.HasAccess(level, now) ? Active(entries, now) : $"not active, {WhyNot(entries, now)}")}");
    }

    private static string Active(List<AccessLevel> entries, DateTimeOffset now)
    {
        var lasting = entries.Where(entry => entry.IsActiveAt(now)).MaxBy(entry => entry.ExpiresAt ?? DateTimeOffset.MaxValue)!;
        return lasting.ExpiresAt is { } expiry ? $"active until {Instant.Of(expiry)}" : "active for life";
    }

    private static string WhyNot(List<AccessLevel> entries, DateTimeOffset now)
    {
        if (entries.Count == 0)
            return "the profile does not have it";
        if (entries.Where(entry => entry.StartsAt > now && !(entry.ExpiresAt <= entry.StartsAt)).MinBy(entry => entry.StartsAt) is { } coming)
            return $"starts {Instant.Of(coming.StartsAt)}";
        return entries.Where(entry => entry.ExpiresAt <= now).MaxBy(entry => entry.ExpiresAt) is { } past ? $"expired {Instant.Of(past.ExpiresAt)}" : "it would end before it starts";
    }
}
