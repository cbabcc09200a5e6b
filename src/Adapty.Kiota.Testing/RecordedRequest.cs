using System.Collections.ObjectModel;
using Adapty.Kiota.Calls;

namespace Adapty.Kiota.Testing;

/// <summary>A request that a <see cref="FakeAdapty"/> received.</summary>
public sealed class RecordedRequest
{
    internal RecordedRequest(HttpRequestMessage request, string? body)
    {
        Method = request.Method;
        Path = request.RequestUri?.PathAndQuery ?? "";
        Headers = Read(request);
        Body = body;
    }

    /// <summary>The method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path with its query, as on the wire: <c>/api/v2/server-side-api/profile/</c>.</summary>
    public string Path { get; }

    /// <summary>
    /// The headers of the request and of its body, by name in any case; several values are joined by a comma.
    /// <c>Authorization</c> is there without its secret: a failed assertion must not print an API key.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body; null for none.</summary>
    public string? Body { get; }

    /// <summary>The method and the path.</summary>
    public override string ToString() => $"{Method} {Path}";

    private static ReadOnlyDictionary<string, string> Read(HttpRequestMessage request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated)
            headers[name] = values.ToString();
        if (headers.TryGetValue(HeaderNames.Authorization, out var authorization))
            headers[HeaderNames.Authorization] = Masked(authorization);
        foreach (var (name, values) in request.Content?.Headers.NonValidated ?? default)
            headers[name] = values.ToString();
        return headers.AsReadOnly();
    }

    private static string Masked(string authorization) =>
        authorization.IndexOf(' ') is > 0 and var space ? authorization[..space] + " ***" : "***";
}
