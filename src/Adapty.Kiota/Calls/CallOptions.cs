using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Adapty.Kiota.Calls;

/// <summary>
/// What a user of Kiota sets on one call of a generated builder. What is not honoured is refused, with the way to the same
/// thing here; nothing is ignored. Options of other kinds are for an application's own handlers.
/// </summary>
internal sealed class CallOptions
{
    private const int LongestDelay = 180;

    private static readonly CallOptions None = new();

    /// <summary>How often, when and how long after each other this call is retried; null for the client's way.</summary>
    public RetryHandlerOption? Retry { get; private set; }

    /// <summary>Gets the response instead of the SDK's own reading.</summary>
    public IResponseHandler? ResponseHandler { get; private set; }

    /// <summary>Which product stands in the user agent, or none; null for the SDK's.</summary>
    public UserAgentHandlerOption? UserAgent { get; private set; }

    /// <summary>Whether one of Kiota's handlers has to see the request.</summary>
    public bool WantsKiotaHandlers { get; private set; }

    /// <summary>Is told when Adapty limits the rate; null when nobody wants to know.</summary>
    public RateLimitOption? RateLimit { get; private set; }

    /// <exception cref="NotSupportedException">An option of Kiota's is not honoured here.</exception>
    /// <exception cref="ArgumentException">A value of an option is out of its range.</exception>
    public static CallOptions Of(RequestInformation request)
    {
        CallOptions? options = null;
        foreach (var option in request.RequestOptions)
            (options ??= new CallOptions()).Take(option);
        return options ?? None;
    }

    /// <summary>Kiota's wait: it doubles, from the option's delay up to three minutes.</summary>
    public static TimeSpan Delay(RetryHandlerOption retry, int attempts) =>
        TimeSpan.FromSeconds(Math.Min(LongestDelay, retry.Delay * Math.Pow(2, attempts - 1)));

    private void Take(IRequestOption option)
    {
        switch (option)
        {
            case RetryHandlerOption { MaxRetry: < 0 } or RetryHandlerOption { Delay: < 0 }:
                throw new ArgumentException($"The {nameof(RetryHandlerOption)} of the request has a negative {nameof(RetryHandlerOption.MaxRetry)} or {nameof(RetryHandlerOption.Delay)}.", nameof(option));
            case RetryHandlerOption retry:
                Retry = retry;
                break;
            case ResponseHandlerOption response:
                ResponseHandler = response.ResponseHandler;
                break;
            case UserAgentHandlerOption userAgent:
                UserAgent = userAgent;
                WantsKiotaHandlers = true;
                break;
            case RateLimitOption rateLimit:
                RateLimit = rateLimit;
                break;
            case HeadersInspectionHandlerOption:
                WantsKiotaHandlers = true;
                break;
            default:
                RefuseKiotas(option);
                break;
        }
    }

    private static void RefuseKiotas(IRequestOption option)
    {
        var way = option switch
        {
            RedirectHandlerOption => "redirects are never followed: one would carry the user's id to another host",
            UriReplacementHandlerOption or IUriReplacementHandlerOption => $"the API key belongs to one address: set {nameof(AdaptyClientOptions)}.{nameof(AdaptyClientOptions.BaseAddress)}",
            BodyInspectionHandlerOption => "a DelegatingHandler of yours sees the bodies, and SendPrimitiveAsync<Stream> gives the response's",
            ChaosHandlerOption => "FakeAdapty of Adapty.Kiota.Testing simulates failures",
            ObservabilityOptions => "spans and metrics are those of the ActivitySource and the Meter \"Adapty.Kiota\"",
            TelemetryHandlerOption => "a DelegatingHandler of yours can change the request",
            ParametersNameDecodingOption => "the names of query parameters are sent as the API documents them",
            // One that comes with a later Kiota.
            _ when option.GetType().Namespace?.StartsWith("Microsoft.Kiota.", StringComparison.Ordinal) is true => "the SDK does not know it",
            _ => null,
        };
        if (way is not null)
            throw new NotSupportedException($"{option.GetType().Name} has no effect on Adapty's client: {way}.");
    }
}
