using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Calls;

/// <summary>
/// The one place that requests go to: which addresses are accepted, what the requests' addresses are, and the API key,
/// which goes nowhere else.
/// </summary>
internal sealed class BaseAddress(Uri address, string apiKey)
{
    private const string BaseUrlName = "baseurl";

    /// <summary>Kiota expands its URL templates; most operations have one address, so once is enough.</summary>
    private readonly ConcurrentDictionary<string, Uri> _fixed = new(StringComparer.Ordinal);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile string _apiKey = apiKey;

    /// <summary>What stands before the paths. Kiota's URL templates would escape the letters of an international host.</summary>
    public string Text { get; } = new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri.TrimEnd('/');

    /// <summary>The key that the next attempt is sent with.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get => _apiKey; set => _apiKey = value; }

    /// <summary>What is wrong with a base address; null when nothing is. The address is not repeated: it may hold a password.</summary>
    public static string? Problem(Uri? address)
    {
        if (address is null)
            return "must not be null";
        if (!address.IsAbsoluteUri)
            return "must be an absolute address such as https://api.adapty.io";
        if (!MayCarryKey(address))
            return "must begin with https:// (http:// is for the loopback host only), so that the API key is not sent in the clear";
        if (address.UserInfo.Length > 0)
            return "must not contain a user name or password";
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            return "must not contain a query or a fragment";
        if (address.OriginalString.Contains('\\', StringComparison.Ordinal))
            return "must not contain a backslash, which programs read differently";
        return null;
    }

    /// <summary>The address of a request.</summary>
    /// <exception cref="ArgumentException">It is not below this base address.</exception>
    public Uri Of(RequestInformation request)
    {
        var parameters = request.PathParameters;
        var isFixed = request.QueryParameters.Count == 0 && parameters.Count == 1 && parameters.ContainsKey(BaseUrlName);
        if (isFixed && _fixed.TryGetValue(request.UrlTemplate!, out var known))
            return known;

        // Kiota hands out the builder's own parameters, and changes them: two calls through one builder would share them.
        request.PathParameters = new Dictionary<string, object>(parameters, StringComparer.OrdinalIgnoreCase) { [BaseUrlName] = Text };
        var expanded = request.URI;
        if (!IsSameOrigin(expanded))
            throw new ArgumentException("The request does not go to the client's base address: Adapty's API key is not sent there.", nameof(request));
        if (isFixed)
            _fixed.TryAdd(request.UrlTemplate!, expanded);
        return expanded;
    }

    /// <summary>Whether an address has this one's scheme, host and port.</summary>
    public bool IsSameOrigin(Uri other) =>
        MayCarryKey(other)
        && other.UserInfo.Length == 0
        && string.Equals(other.Scheme, address.Scheme, StringComparison.Ordinal)
        && string.Equals(other.IdnHost, address.IdnHost, StringComparison.OrdinalIgnoreCase)
        && other.Port == address.Port;

    private static bool MayCarryKey(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
