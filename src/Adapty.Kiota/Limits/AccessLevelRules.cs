using Adapty.Kiota.Models;

namespace Adapty.Kiota.Limits;

/// <summary>The documented limits of a grant.</summary>
internal static class AccessLevelRules
{
    public static void Check(GrantAccessLevelRequest grant, string path)
    {
        Rule.RequireString(grant.AccessLevelId, $"{path}.{nameof(grant.AccessLevelId)}");
        Rule.Require(
            grant.StartsAt is not { } start || grant.ExpiresAt is not { } end || start < end,
            $"{path}.{nameof(grant.StartsAt)}",
            $"must be before {nameof(grant.ExpiresAt)}: the access could never be active");
    }
}
