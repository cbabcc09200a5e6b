using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using static Adapty.Kiota.Tests.Webhooks.WebhookServer;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>All rows.</summary>
internal static class RequestTable
{
    private const int Limit = 1024 * 1024;
    private const string Event = """{"profile_id":"p","event_type":"subscription_renewed","event_properties":{"profile_event_id":"e"}}""";
    private const string OldVerification = """{"adapty_check":"q7-\"x\""}""";

    private static readonly byte[] Renewal = WebhookExamples.Bytes("subscription_renewed");

    public static IReadOnlyList<RequestRow> Rows { get; } =
    [
        Fine("the documented event", Renewal),
        Fine("the older of two secrets", Request(Renewal)) with { Configure = (options, _) => options.Secrets.Insert(0, "new-text") },
        Refused("no Authorization", ""),
        Refused("an empty Authorization", "Authorization:\r\n"),
        Refused("a wrong Authorization", "Authorization: our-long-random-texu\r\n"),
        Refused("a part of the secret", "Authorization: our-long-random\r\n"),
        Refused("the secret and more", $"Authorization: {Secret}x\r\n"),
        Refused("the secret in capitals", "Authorization: OUR-LONG-RANDOM-TEXT\r\n"),
        Refused("the secret after Bearer", $"Authorization: Bearer {Secret}\r\n"),
        Refused("the secret twice in one Authorization", $"Authorization: {Secret},{Secret}\r\n"),
        Refused("two Authorizations, both right", $"Authorization: {Secret}\r\nAuthorization: {Secret}\r\n"),
        Refused("a huge Authorization, 16 KB", $"Authorization: {new string('x', 16_384)}\r\n"),
        Refused("a huge Authorization, 64 KB", $"Authorization: {new string('x', 65_536)}\r\n") with
        {
            Status = 431,
            Reasons = "",
            Body = "",
        },
        Refused("a header of one's own invention", $"X-Adapty-Secret: {Secret}\r\n"),
        Refused("a wrong Authorization, status 401 chosen", "Authorization: x\r\n") with
        {
            Status = 401,
            Configure = (options, _) => options.UnauthorizedStatusCode = 401,
        },
        Fine("no Authorization, anybody allowed", Request(Renewal, "")) with
        {
            Configure = (options, _) =>
            {
                options.Secrets.Clear();
                options.AllowAnonymous = true;
            },
        },

        new("a body cut off", server => HalfAsync(server, Request(Renewal)[..^10]), 0, "incomplete_body", 0) { Body = "" },
        new("a chunked body cut off", server => HalfAsync(server, Chunked("64\r\n{")), 0, "incomplete_body", 0) { Body = "" },
        new("a slow body", SlowAsync, 503, "time_limit", 0),
        Unreadable("an empty body", ""),
        new("an empty body, allowed", server => server.SendAsync(Request([])), 200, "verification", 0)
        {
            Configure = (options, _) => options.AcceptEmptyBody = true,
        },
        Fine("a body of 1 MiB", Padded(Limit)),
        new("a body of 1 MiB and a byte", server => server.SendAsync(Request(Padded(Limit + 1))), 413, "too_large", 0),
        new("a body beyond the server's limit", server => server.SendAsync(Request(new byte[30_000_001])), 413, "too_large", 0),
        new("a chunked body beyond 1 MiB", ManyChunksAsync, 413, "too_large", 0),
        Fine("a depth of 64", Encoding.UTF8.GetBytes(Nested(64))),
        Unreadable("a depth of 65", Nested(65)),
        Unreadable("a depth of 100,000", Nested(100_000)),
        Unreadable("a key that is there twice", First("event_type", "\"x\"")),
        Unreadable("an object that is there twice", First("event_properties", "{}")),
        Unreadable("a key that is there twice in an unknown field", First("x", "{\"y\":1,\"y\":2}")),
        Unreadable("invalid UTF-8 in a value", Encoding.Latin1.GetBytes(First("x", "\"\u00ff\""))),
        Unreadable("invalid UTF-8 in a name", Encoding.Latin1.GetBytes(First("\u00ff", "1"))),
        Fine("a byte order mark", [.. "\uFEFF"u8, .. Renewal]),
        Unreadable("UTF-16", Encoding.Unicode.GetBytes(Event)),
        Unreadable("compressed", Compressed(Renewal)),
        Unreadable("no JSON", "event_type=subscription_renewed"),
        Unreadable("something after the event", Event + "{}"),
        Unreadable("a list of events", $"[{Event}]"),
        Unreadable("null", "null"),
        Unreadable("no profile_id", """{"event_type":"subscription_renewed"}"""),
        Unreadable("no event_type", """{"profile_id":"p"}"""),
        Unreadable("a date that is none", With("expires_at", "\"soon\"")),
        Unreadable("a boolean as a string", With("is_active", "\"true\"")),
        Unreadable("money as a string", With("price_usd", "\"9.99\"")),
        Unreadable("money beyond its type", With("price_usd", "1e99")),
        Unreadable("a list where a string is documented", With("store", "[]")),
        Fine("an unknown event type", Event.Replace("subscription_renewed", "something_new", StringComparison.Ordinal)),
        Fine("an unknown field", With("unknown", "[{}]")),
        Fine("no event id, no transaction, no date", """{"profile_id":"p","event_type":"t"}"""),
        Fine("another content type", Request(Renewal, $"Authorization: {Secret}\r\n", contentType: "text/plain")),
        new("GET", server => server.SendAsync(Request([], method: "GET")), 405, "", 0) { Body = "" },
        new("PUT", server => server.SendAsync(Request(Renewal, method: "PUT")), 405, "", 0) { Body = "" },

        Verified("verification", "{}", "{}"),
        Verified("verification with whitespace", " {\n} ", "{}"),
        Refused("verification without the secret", "") with { Send = server => server.SendAsync(Request("{}"u8.ToArray(), "")) },
        Verified("older verification", OldVerification, """{"adapty_check_response":"q7-\u0022x\u0022"}"""),
        Refused("older verification without the secret", "") with
        {
            Send = server => server.SendAsync(Request(Encoding.UTF8.GetBytes(OldVerification), "")),
        },
        Unreadable("older verification with a number", """{"adapty_check":7}"""),
        Unreadable("older verification that is there twice", """{"adapty_check":"a","adapty_check":"b"}"""),
        Unreadable("older verification with half a character", """{"adapty_check":"\ud800"}"""),
        Unreadable("older verification with an event type", """{"adapty_check":"a","event_type":"t"}"""),
        Unreadable("an object that is neither", """{"foo":1}"""),

        new("a handler that throws", OnceAsync, 503, "handler_failed", 1)
        {
            Handle = (_, _) => throw new InvalidOperationException("canary"),
        },
        new("a handler that throws a cancellation", OnceAsync, 503, "handler_failed", 1)
        {
            Handle = (_, _) => throw new OperationCanceledException(),
        },
        new("a handler that throws, then does not", TwiceAsync, 200, "handler_failed, handled", 2)
        {
            Handle = (server, _) => server.Handled == 1 ? throw new InvalidOperationException("canary") : Task.CompletedTask,
        },
        new("a handler that hangs", HangAsync, 503, "time_limit", 1) { Handle = (_, stop) => Task.Delay(Timeout.Infinite, stop) },
        new("a handler that hangs and heeds nothing", HangAsync, 503, "time_limit", 1) { Handle = (server, _) => server.Released },
        new("a handler that blocks its thread", HangAsync, 503, "time_limit", 1)
        {
            Handle = (server, _) =>
            {
                server.Released.GetAwaiter().GetResult();
                return Task.CompletedTask;
            },
        },
        new("a handler that is cancelled, as the sender left", LeaveAsync, 0, "cancelled", 1)
        {
            Body = "",
            Handle = (_, stop) => Task.Delay(Timeout.Infinite, stop),
        },
        new("a handler that returns after the deadline, and the retry", LateAsync, 200, "time_limit, duplicate", 1)
        {
            Handle = (server, _) => server.Released,
        },
        new("a handler that fails after the deadline, and the retry", LateAsync, 200, "time_limit, handled", 2)
        {
            Handle = async (server, _) =>
            {
                await server.Released;
                if (server.Handled == 1)
                    throw new InvalidOperationException("canary");
            },
        },
        new("a retry while the handler goes on", RetryTooEarlyAsync, 503, "time_limit, in_progress", 1)
        {
            Handle = (server, _) => server.Released,
        },
        new("an event that comes twice", TwiceAsync, 200, "handled, duplicate", 1),

        new("unreadable, and the bytes are stored", UnreadableAsync, 200, "dead_lettered", 0)
        {
            Configure = (options, _) => options.DeadLetter = (_, _) => Task.FromResult(true),
        },
        new("unreadable, and the bytes are not stored", UnreadableAsync, 500, "unreadable", 0)
        {
            Configure = (options, _) => options.DeadLetter = (_, _) => Task.FromResult(false),
        },
        new("unreadable, and storing the bytes throws", UnreadableAsync, 500, "unreadable", 0)
        {
            Configure = (options, _) => options.DeadLetter = (_, _) => throw new IOException("canary"),
        },
        new("unreadable, and storing the bytes hangs", server => HangAsync(server, "[]"u8.ToArray()), 503, "time_limit", 0)
        {
            Configure = (options, server) => options.DeadLetter = async (_, _) =>
            {
                await server.HangAsync();
                return true;
            },
        },
        Fine("an event of the other environment", Renewal) with { Configure = (options, _) => options.Environment = Environments.Sandbox },
        new("an event of the other environment, ignored", OnceAsync, 200, "ignored", 0)
        {
            Configure = (options, _) => (options.Environment, options.IgnoreOtherEnvironments) = (Environments.Sandbox, true),
        },
        new("the store of deliveries fails", OnceAsync, 503, "store_failed", 0)
        {
            Configure = (options, _) => options.DeliveryStore = new TestDeliveryStore { FailsToReserve = true },
        },
        new("the store of deliveries hangs", HangAsync, 503, "time_limit", 0)
        {
            Configure = (options, server) => options.DeliveryStore = new TestDeliveryStore { Hang = server.HangAsync },
        },
        new("the store fails after the handler", OnceAsync, 503, "store_failed", 1)
        {
            Configure = (options, _) => options.DeliveryStore = new TestDeliveryStore { FailsToConfirm = true },
        },
        new("the store fails after a handler that throws", OnceAsync, 503, "handler_failed", 1)
        {
            Configure = (options, _) => options.DeliveryStore = new TestDeliveryStore { FailsToRelease = true },
            Handle = (_, _) => throw new InvalidOperationException("canary"),
        },
    ];

    private static RequestRow Fine(string name, string body) => Fine(name, Encoding.UTF8.GetBytes(body));

    private static RequestRow Fine(string name, byte[] bytes) =>
        new(name, server => server.SendAsync(bytes.AsSpan().StartsWith("POST"u8) ? bytes : Request(bytes)), 200, "handled", 1);

    private static RequestRow Refused(string name, string headers) =>
        new(name, server => server.SendAsync(Request(Renewal, headers)), 503, "unauthorized", 0);

    private static RequestRow Unreadable(string name, string body) => Unreadable(name, Encoding.UTF8.GetBytes(body));

    private static RequestRow Unreadable(string name, byte[] body) =>
        new(name, server => server.SendAsync(Request(body)), 500, "unreadable", 0);

    private static RequestRow Verified(string name, string body, string reply) =>
        new(name, server => server.SendAsync(Request(Encoding.UTF8.GetBytes(body))), 200, "verification", 0) { Body = reply };

    private static Task<RawReply> OnceAsync(WebhookServer server) => server.SendAsync(Request(Renewal));

    private static Task<RawReply> UnreadableAsync(WebhookServer server) => server.SendAsync(Request("[]"u8.ToArray()));

    private static async Task<RawReply> TwiceAsync(WebhookServer server)
    {
        await OnceAsync(server);
        return await OnceAsync(server);
    }

    /// <summary>Sends a part, and says that nothing more comes.</summary>
    private static async Task<RawReply> HalfAsync(WebhookServer server, byte[] part)
    {
        using var socket = await server.ConnectAsync();
        await socket.SendAsync(part, TestContext.Current.CancellationToken);
        socket.Shutdown(SocketShutdown.Send);
        return await ReadAsync(socket);
    }

    private static async Task<RawReply> SlowAsync(WebhookServer server)
    {
        using var socket = await server.ConnectAsync();
        await socket.SendAsync(Request(Renewal).AsMemory()[..^10], TestContext.Current.CancellationToken);
        await server.Clock.LimitBegun;
        server.Clock.Advance(TimeSpan.FromSeconds(8));
        return await ReadAsync(socket);
    }

    private static async Task<RawReply> ManyChunksAsync(WebhookServer server)
    {
        using var socket = await server.ConnectAsync();
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string(' ', 0x10000)}\r\n");
        await socket.SendAsync(Chunked(""), TestContext.Current.CancellationToken);
        for (var sent = 0; sent <= Limit; sent += 0x10000)
            await socket.SendAsync(chunk, TestContext.Current.CancellationToken);
        await socket.SendAsync("0\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        return await ReadAsync(socket);
    }

    private static Task<RawReply> HangAsync(WebhookServer server) => HangAsync(server, Renewal);

    private static async Task<RawReply> HangAsync(WebhookServer server, byte[] body)
    {
        var reply = server.SendAsync(Request(body));
        await server.Called;
        server.Clock.Advance(TimeSpan.FromSeconds(8));
        return await reply;
    }

    private static async Task<RawReply> LeaveAsync(WebhookServer server)
    {
        var socket = await server.ConnectAsync();
        await socket.SendAsync(Request(Renewal), TestContext.Current.CancellationToken);
        await server.Called;
        socket.Dispose();
        await server.Cancelled;
        await server.Store.SettledAsync();
        return new RawReply(0, "");
    }

    private static async Task<RawReply> LateAsync(WebhookServer server)
    {
        await HangAsync(server);
        server.Release();
        await server.Store.SettledAsync();
        return await OnceAsync(server);
    }

    private static async Task<RawReply> RetryTooEarlyAsync(WebhookServer server)
    {
        await HangAsync(server);
        return await OnceAsync(server);
    }

    private static byte[] Chunked(string begin)
    {
        var request = Encoding.ASCII.GetString(Request([]));
        return Encoding.ASCII.GetBytes(
            request.Replace("Content-Length: 0", "Transfer-Encoding: chunked", StringComparison.Ordinal) + begin);
    }

    private static byte[] Padded(int length) => [.. Renewal, .. Enumerable.Repeat((byte)' ', length - Renewal.Length)];

    /// <summary>An event with an unknown field, so that it has that depth.</summary>
    private static string Nested(int depth) => First("x", new string('[', depth - 1) + new string(']', depth - 1));

    /// <summary>An event with another member before the others.</summary>
    private static string First(string name, string json) => $"{{\"{name}\":{json},{Event[1..]}";

    private static string With(string property, string json)
    {
        var node = JsonNode.Parse(Event)!;
        node["event_properties"]![property] = JsonNode.Parse(json);
        return node.ToJsonString();
    }

    private static byte[] Compressed(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body);
        return compressed.ToArray();
    }
}
