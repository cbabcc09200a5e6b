using System.Net.Http.Headers;
using Adapty.Kiota.Errors;

namespace Adapty.Kiota;

/// <summary>What a response says beside its body, for <see cref="AdaptyClientOptions.OnResponse"/>.</summary>
public readonly struct AdaptyResponseInfo
{
    internal AdaptyResponseInfo(string operation, int statusCode, int attempts, HttpResponseHeaders headers)
    {
        Operation = operation;
        StatusCode = statusCode;
        Attempts = attempts;
        Headers = headers;
    }

    /// <summary>The operation's name in Adapty's API, such as <c>getProfile</c>.</summary>
    public string Operation { get; }

    /// <summary>The HTTP status: 200, or 204 of a deletion.</summary>
    public int StatusCode { get; }

    /// <summary>How many times the request was sent until this response came; 1 without retries.</summary>
    public int Attempts { get; }

    /// <summary>All headers of the response as they came, those about rate limits among them (Adapty documents none).</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The id that Adapty or its network gave to the request; null when the response has none.</summary>
    public string? RequestId => RequestIds.Of(Headers);
}
