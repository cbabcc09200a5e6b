namespace Adapty.Kiota.Calls;

/// <summary>Which address may be given the key. One place for the option's check and for the pin on every request.</summary>
internal static class BaseAddress
{
    /// <summary>What is wrong with a base address; null when nothing is. The address is not repeated: it may hold a password.</summary>
    public static string? Problem(Uri? address)
    {
        if (address is null)
            return "must not be null";
        if (!address.IsAbsoluteUri)
            return "must be an absolute address such as https://api.adapty.io";
        if (!MayCarryKey(address))
            return "must begin with https:// (http:// is for the loopback host only), so that the key is not sent in the clear";
        if (address.UserInfo.Length > 0)
            return "must not contain a user name or password";
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            return "must not contain a query or a fragment";
        if (address.OriginalString.Contains('\\', StringComparison.Ordinal))
            return "must not contain a backslash, which programs read differently";
        return null;
    }

    /// <summary>Whether a request goes to the place that the base address names.</summary>
    public static bool IsSameOrigin(Uri baseAddress, Uri request) =>
        MayCarryKey(request)
        && request.UserInfo.Length == 0
        && string.Equals(request.Scheme, baseAddress.Scheme, StringComparison.Ordinal)
        && string.Equals(request.IdnHost, baseAddress.IdnHost, StringComparison.OrdinalIgnoreCase)
        && request.Port == baseAddress.Port;

    private static bool MayCarryKey(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
