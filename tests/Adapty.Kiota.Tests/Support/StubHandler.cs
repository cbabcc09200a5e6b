using System.Net;

namespace Adapty.Kiota.Tests.Support;

/// <summary>Answers in memory, and keeps what was asked.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public StubHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    public List<HttpRequestMessage> Requests { get; } = [];

    public static StubHandler Returning(string body, int status = 200, string contentType = "application/json", params (string Name, string Value)[] headers) =>
        new(_ => Response(body, status, contentType, headers));

    public static HttpResponseMessage Response(string body, int status = 200, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        response.Content.Headers.Remove("Content-Type");
        if (contentType.Length > 0)
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    /// <summary>A client over this handler, without retries unless they are asked for.</summary>
    public AdaptyClient Client(Action<AdaptyClientOptions>? configure = null)
    {
        var options = new AdaptyClientOptions { ApiKey = TestData.Key, MaxRetries = 0 };
        configure?.Invoke(options);
        return new AdaptyClient(options, new HttpClient(this));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return answer(request, cancellationToken);
    }
}
