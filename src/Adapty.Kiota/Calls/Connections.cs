namespace Adapty.Kiota.Calls;

/// <summary>How a client that is not given an <see cref="HttpClient"/> reaches Adapty.</summary>
internal static class Connections
{
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

    public static HttpClient CreateClient() => Configure(new HttpClient(CreateHandler()));

    /// <summary>The client's own time limits count, attempt by attempt.</summary>
    public static HttpClient Configure(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }
}
