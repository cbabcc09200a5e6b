using System.Collections.Concurrent;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Calls;

/// <summary>The addresses of requests: Kiota expands its URL templates, and most operations have one address, so once is enough.</summary>
internal sealed class RequestAddresses(Uri baseAddress)
{
    private const string BaseUrlName = "baseurl";

    private readonly ConcurrentDictionary<string, Uri> _fixed = new(StringComparer.Ordinal);

    /// <summary>What stands before the paths. Kiota's URL templates would escape the letters of an international host.</summary>
    public string BaseUrl { get; } = new UriBuilder(baseAddress) { Host = baseAddress.IdnHost }.Uri.AbsoluteUri.TrimEnd('/');

    public Uri Of(RequestInformation request)
    {
        var parameters = request.PathParameters;
        var isFixed = request.QueryParameters.Count == 0 && parameters.Count == 1 && parameters.ContainsKey(BaseUrlName);
        if (isFixed && _fixed.TryGetValue(request.UrlTemplate!, out var known))
            return known;

        // Kiota hands out the builder's own parameters, and changes them: two calls through one builder would share them.
        request.PathParameters = new Dictionary<string, object>(parameters, StringComparer.OrdinalIgnoreCase) { [BaseUrlName] = BaseUrl };
        var address = request.URI;
        if (isFixed)
            _fixed.TryAdd(request.UrlTemplate!, address);
        return address;
    }
}
