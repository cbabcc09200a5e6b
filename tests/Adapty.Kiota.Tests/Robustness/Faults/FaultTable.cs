using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Robustness.Faults;

/// <summary>All rows. A call may be tried twice; the wait between the two is a quarter of a second.</summary>
internal static class FaultTable
{
    private const double Wait = 0.25;

    private static readonly string Profile = TestData.ProfileBody;

    public static IReadOnlyList<Fault> Rows { get; } =
    [
        // No test asks a name server.
        Lost("unresolvable name", connect: _ => throw new SocketException((int)SocketError.HostNotFound)),
        Lost("connection refused", connect: ConnectToNobodyAsync),
        Lost("reset before the headers", connection => connection.Reset()),
        Lost("closed before the headers", connection => connection.Close()),
        Lost("closed within the headers", "HTTP/1.1 200 OK\r\nContent-Ty"),
        Lost("reset after the headers", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n", connection => connection.Reset()),
        Lost("body cut off", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"data\":"),
        Lost("chunked body cut off", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"data\":\r\n"),
        Lost("not HTTP", "SSH-2.0-OpenSSH_9.6\r\n\r\n"),

        Slow("slow headers, attempt's limit", "", attempts: 2, 10 + Wait + 10),
        Slow("slow headers, call's limit", "", attempts: 1, 5, options => options.Timeout = TimeSpan.FromSeconds(5)),
        Slow("slow body, attempt's limit", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{", attempts: 2, 10 + Wait + 10),
        Slow("slow body, call's limit", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{", attempts: 1, 5, options => options.Timeout = TimeSpan.FromSeconds(5)),

        Unreadable("wrong Content-Length, too short", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + Profile),
        Unreadable("body beyond MaxResponseBytes", FaultServer.Ok(Profile)) with { Configure = options => options.MaxResponseBytes = 1000 },
        Unreadable("endless body", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + string.Concat(Enumerable.Repeat($"3e8\r\n{new string(' ', 1000)}\r\n", 20)))
            with { Configure = options => options.MaxResponseBytes = 10_000 },
        Unreadable("compressed body that inflates beyond MaxResponseBytes", Compressed(new string(' ', 5_000_000)))
            with { Configure = options => options.MaxResponseBytes = 100_000, Handler = () => new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip } },
        Unreadable("invalid UTF-8", [.. "HTTP/1.1 200 OK\r\nContent-Length: 58\r\n\r\n{\"data\":{\"profile_id\":\""u8, 0xff, 0xfe, .. "\",\"access_levels\":[],\"a\":12}}"u8, .. "    "u8]),
        Fine("byte order mark", FaultServer.Ok("\uFEFF" + Profile)),
        Unreadable("key that is there twice", FaultServer.Ok(TestData.BodyWithLevel("\"expires_at\":\"2020-01-01T00:00:00Z\",\"expires_at\":null"))),
        Unreadable("depth of 1,000", FaultServer.Ok($$"""{"data":{"profile_id":"p","access_levels":[],"deep":{{new string('[', 1000)}}{{new string(']', 1000)}} } }""")),
        Unreadable("integer beyond its type", FaultServer.Ok("""{"data":{"profile_id":"p","access_levels":[],"timestamp":99999999999999999999}}""")),
        Unreadable("money beyond its type", FaultServer.Ok("""{"data":{"profile_id":"p","access_levels":[],"total_revenue_usd":1e99}}""")),
        Unreadable("NaN", FaultServer.Ok("""{"data":{"profile_id":"p","access_levels":[],"total_revenue_usd":NaN}}""")),

        Fine("100 and 103 before the answer", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + FaultServer.Ok(Profile)),
        Unreadable("204", "HTTP/1.1 204 No Content\r\n\r\n", status: 204),
        Unreadable("206", FaultServer.Answer("206 Partial Content", Profile), status: 206),
        .. Redirects(301, 302, 307, 308),
        Refused("401", 401, "", typeof(AdaptyAuthenticationException)),
        Refused("403", 403, "", typeof(AdaptyForbiddenException)),
        Refused("404 profile_does_not_exist", 404, """{"errors":[{"source":null,"errors":["Profile not found"]}],"error_code":"profile_does_not_exist"}""", typeof(AdaptyProfileNotFoundException)),
        Refused("404 of something else", 404, "<html>Not found</html>", typeof(AdaptyApiException)),
        Refused("408", 408, "", typeof(AdaptyApiException), attempts: 2),
        Refused("409", 409, "", typeof(AdaptyConflictException)),
        Refused("422", 422, "", typeof(AdaptyValidationException)),
        Refused("429", 429, "", typeof(AdaptyRateLimitException), attempts: 2),
        Refused("500", 500, "", typeof(AdaptyServerException), attempts: 2),
        Refused("502 as HTML", 502, "<html>Bad gateway</html>", typeof(AdaptyServerException), attempts: 2),
        Refused("503", 503, "", typeof(AdaptyServerException), attempts: 2),
        Refused("520", 520, "<html>cloudflare</html>", typeof(AdaptyServerException), attempts: 2),
        Refused("500 with a body beyond MaxResponseBytes", 500, new string('x', 5000), typeof(AdaptyServerException), attempts: 2)
            with { Configure = options => options.MaxResponseBytes = 1000 },

        Fine("unexpected content type", FaultServer.Answer("200 OK", Profile, "Content-Type: image/png\r\n")),
        Fine("HTTP/1.0", $"HTTP/1.0 200 OK\r\n\r\n{Profile}", connection => connection.Close()),
        new("connection closed between attempts", async (number, connection, _) =>
        {
            await connection.WriteAsync(number == 1 ? FaultServer.Answer("503 Service Unavailable", "") : FaultServer.Ok(Profile));
            connection.Finish();
        }, null, 0, 2, Wait),
        new("stale pooled connection", async (_, connection, _) =>
        {
            // Kept open as far as the client knows, and closed behind its back.
            await connection.WriteAsync(FaultServer.Ok(Profile));
            connection.Finish();
        }, null, 0, 1, 0) { WarmUp = 3 },
    ];

    private static Fault Fine(string name, string answer, Action<Connection>? then = null) => new(name, Write(answer, then), null, 0, 1, 0);

    private static Fault Lost(string name, Action<Connection> act) => Lost(name, "", act);

    private static Fault Lost(string name, string answer, Action<Connection>? then = null) =>
        new(name, Write(answer, then ?? (connection => connection.Close())), typeof(AdaptyConnectionException), 0, 2, Wait);

    private static Fault Lost(string name, Func<CancellationToken, Task> connect) => Lost(name, "") with { Connect = connect };

    private static Fault Slow(string name, string beginning, int attempts, double seconds, Action<AdaptyClientOptions>? configure = null) => new(
        name,
        async (_, connection, clock) =>
        {
            if (beginning.Length > 0)
                await connection.WriteAsync(beginning);
            clock.Advance(TimeSpan.FromSeconds(attempts == 1 ? 5 : 10));
            await connection.SilenceAsync();
        },
        typeof(AdaptyTimeoutException), 0, attempts, seconds)
    { Configure = configure ?? (_ => { }) };

    private static Fault Unreadable(string name, string answer, int status = 200) => Unreadable(name, Encoding.UTF8.GetBytes(answer), status);

    private static Fault Unreadable(string name, byte[] answer, int status = 200) =>
        new(name, (_, connection, _) => connection.WriteAsync(answer), typeof(AdaptyResponseException), status, 1, 0);

    private static Fault Refused(string name, int status, string body, Type expected, int attempts = 1) =>
        new(name, Write(FaultServer.Answer($"{status} Status", body, ""), null), expected, status, attempts, attempts == 1 ? 0 : Wait);

    private static IEnumerable<Fault> Redirects(params int[] statuses) => statuses.SelectMany(status => (Fault[])
    [
        Unreadable($"{status} to the same host", $"HTTP/1.1 {status} Moved\r\nLocation: /elsewhere/\r\nContent-Length: 0\r\n\r\n", status),
        Unreadable($"{status} to another host", $"HTTP/1.1 {status} Moved\r\nLocation: http://127.0.0.2:1/\r\nContent-Length: 0\r\n\r\n", status),
    ]);

    private static Func<int, Connection, ImpatientClock, Task> Write(string answer, Action<Connection>? then) => async (_, connection, _) =>
    {
        if (answer.Length > 0)
            await connection.WriteAsync(answer);
        then?.Invoke(connection);
    };

    /// <summary>To a port that is taken, so that no other test's server can be there, and where nobody listens.</summary>
    private static async Task ConnectToNobodyAsync(CancellationToken cancellationToken)
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(taken.LocalEndPoint!, cancellationToken);
    }

    private static byte[] Compressed(string body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(body));
        return [.. Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {compressed.Length}\r\n\r\n"), .. compressed.ToArray()];
    }
}
