using System.Net.Http.Headers;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>A network that gives one response after the other (the last for ever), and keeps what was sent.</summary>
internal sealed class Wire(params HttpResponseMessage[] responses) : HttpMessageHandler
{
    private readonly Queue<HttpResponseMessage> _responses = new(responses);

    public Wire(string body, int status = 200) : this(StubHandler.Response(body, status))
    {
    }

    public List<string> Sent { get; } = [];

    public List<HttpRequestHeaders> Headers { get; } = [];

    /// <summary>Called before each response.</summary>
    public Action? OnRequest { get; init; }

    /// <summary>A wire that responds with a profile that has this access level.</summary>
    public static Wire WithLevel(string members = "\"expires_at\":null") => new(TestData.BodyWithLevel(members));

    /// <summary>The only request: method, path with query, its headers beside the key, and the body.</summary>
    public string Only() => Assert.Single(Sent);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal($"Api-Key {TestData.Key}", request.Headers.Authorization!.ToString());
        Headers.Add(request.Headers);
        var headers = request.Headers.Where(header => header.Key.StartsWith("adapty-", StringComparison.OrdinalIgnoreCase)).Select(header => $" {header.Key.ToLowerInvariant()}={string.Join(',', header.Value)}");
        var body = request.Content is null ? "" : $" {request.Content.Headers.ContentType} {await request.Content.ReadAsStringAsync(cancellationToken)}";
        Sent.Add($"{request.Method} {request.RequestUri!.PathAndQuery}{string.Concat(headers)}{body}");
        OnRequest?.Invoke();
        return _responses.Count > 1 ? _responses.Dequeue() : _responses.Peek();
    }
}
