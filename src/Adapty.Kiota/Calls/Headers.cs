namespace Adapty.Kiota.Calls;

/// <summary>The request headers of the API.</summary>
internal static class HeaderNames
{
    public const string Authorization = "Authorization";
    public const string CustomerUserId = "adapty-customer-user-id";
    public const string ProfileId = "adapty-profile-id";
    public const string Platform = "adapty-platform";
    public const string IdempotencyKey = "Idempotency-Key";
    public const string UserAgent = "User-Agent";

    /// <summary>The headers whose value names a person.</summary>
    public static bool IsPersonal(string name) =>
        name.Equals(CustomerUserId, StringComparison.OrdinalIgnoreCase) || name.Equals(ProfileId, StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// The rule for every header value that comes from a caller. .NET itself refuses only CR and LF: it would send empty values,
/// tabs, outer spaces and non-ASCII text, which servers cut, join or read in ways that name another user.
/// </summary>
internal static class HeaderValue
{
    public static string Check(string value, string what, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(value, parameterName);
        return Problem(value) is { } problem ? throw new ArgumentException($"{what} {problem}.", parameterName) : value;
    }

    /// <summary>What is wrong with a value, without repeating it; null when nothing is.</summary>
    public static string? Problem(string value)
    {
        if (value.Length == 0)
            return "must not be empty";

        foreach (var character in value)
        {
            if (!char.IsAscii(character))
                return "must be ASCII, as it travels in an HTTP header";
            if (char.IsControl(character))
                return "must not contain control characters (line breaks, tabs)";
        }

        return value[0] == ' ' || value[^1] == ' ' ? "must not begin or end with a space" : null;
    }
}
