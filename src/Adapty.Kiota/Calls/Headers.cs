namespace Adapty.Kiota.Calls;

internal static class HeaderNames
{
    public const string Authorization = "Authorization";
    public const string CustomerUserId = "adapty-customer-user-id";
    public const string ProfileId = "adapty-profile-id";
    public const string Platform = "adapty-platform";
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>The headers whose value names a person.</summary>
    public static bool IsPersonal(string name) =>
        name.Equals(CustomerUserId, StringComparison.OrdinalIgnoreCase) || name.Equals(ProfileId, StringComparison.OrdinalIgnoreCase);
}
