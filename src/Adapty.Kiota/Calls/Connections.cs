using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Adapty.Kiota.Calls;

/// <summary>How requests reach Adapty: the handlers below an <see cref="HttpClient"/>.</summary>
internal static class Connections
{
    private const string ProductName = "Adapty.Kiota";

    /// <summary>What Adapty's support and firewall know the SDK by, such as <c>Adapty.Kiota/0.1.0</c>.</summary>
    public const string UserAgent = $"{ProductName}/{PackageVersion.Value}";

    /// <summary>
    /// No redirects: one would carry the user's id elsewhere and lose a body. No cookies: nothing may tie two calls together.
    /// Connections are renewed, so that a client that lives as long as the process follows DNS.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>
    /// Kiota's own handlers for what its users may set on a call: a product in the user agent, and headers to look at. They stand
    /// below an application's handlers, so they see what is sent. Its other handlers follow redirects, resend writes or compress.
    /// </summary>
    public static DelegatingHandler[] CreateKiotaHandlers() =>
    [
        new UserAgentHandler(new UserAgentHandlerOption { ProductName = ProductName, ProductVersion = PackageVersion.Value }),
        new HeadersInspectionHandler(),
    ];

    public static HttpClient CreateClient()
    {
        HttpMessageHandler chain = CreateHandler();
        foreach (var handler in Enumerable.Reverse(CreateKiotaHandlers()))
        {
            handler.InnerHandler = chain;
            chain = handler;
        }

        return Configure(new HttpClient(chain));
    }

    /// <summary>The SDK's own time limits count, attempt by attempt.</summary>
    public static HttpClient Configure(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }
}
