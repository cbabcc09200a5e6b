using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Adapty.Kiota.Tests.Support;
using Adapty.Kiota.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>An app with the webhook endpoint on a real server, and a sender that speaks to it byte by byte.</summary>
internal sealed partial class WebhookServer : IAsyncDisposable
{
    public const string Path = "/webhooks/adapty";
    public const string Secret = "our-long-random-text";

    private readonly WebApplication _app;
    private readonly CollectingLoggerProvider _logs = new();
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _handled;

    private WebhookServer(Action<WebhookOptions, WebhookServer> configure, Func<WebhookServer, CancellationToken, Task> handle)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(_logs).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddAdaptyWebhooks(options =>
        {
            options.Secrets.Add(Secret);
            options.DeliveryStore = Store;
            configure(options, this);
            Store = (TestDeliveryStore)options.DeliveryStore;
        }).AddHandler((_, stop) =>
        {
            Interlocked.Increment(ref _handled);
            stop.Register(() => _cancelled.TrySetResult());
            _called.TrySetResult();
            return handle(this, stop);
        });
        _app = builder.Build();
        _app.MapAdaptyWebhook(Path);
    }

    public SignallingClock Clock { get; } = new();

    public TestDeliveryStore Store { get; private set; } = new();

    /// <summary>How often the handler was called.</summary>
    public int Handled => _handled;

    /// <summary>The handler, or what hangs, was called.</summary>
    public Task Called => _called.Task.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>The handler's token was cancelled.</summary>
    public Task Cancelled => _cancelled.Task.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>The handler may return.</summary>
    public Task Released => _released.Task.WaitAsync(TestContext.Current.CancellationToken);

    private Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<WebhookServer> StartAsync(
        Action<WebhookOptions, WebhookServer> configure, Func<WebhookServer, CancellationToken, Task> handle)
    {
        var server = new WebhookServer(configure, handle);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>A request as Adapty sends it, with other headers or another body.</summary>
    public static byte[] Request(
        byte[] body, string headers = $"Authorization: {Secret}\r\n", string method = "POST", string contentType = "application/json") =>
    [
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
            {method} {Path} HTTP/1.1
            Host: localhost
            Connection: close
            Content-Type: {contentType}
            Content-Length: {body.Length}
            {headers}

            """).ReplaceLineEndings("\r\n")),
        .. body,
    ];

    public async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, Address.Port), TestContext.Current.CancellationToken);
        return socket;
    }

    public async Task<RawReply> SendAsync(byte[] request)
    {
        using var socket = await ConnectAsync();
        await socket.SendAsync(request, TestContext.Current.CancellationToken);
        return await ReadAsync(socket);
    }

    /// <summary>Everything until the server closes.</summary>
    public static async Task<RawReply> ReadAsync(Socket socket)
    {
        using var reply = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var read)
                reply.Write(buffer, 0, read);
        }
        catch (SocketException)
        {
            // The server did not read to the end of what was sent.
        }

        var text = Encoding.UTF8.GetString(reply.ToArray());
        var status = text.Length == 0 ? 0 : int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture);
        return new RawReply(status, text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end ? text[(end + 4)..] : "");
    }

    public IEnumerable<string> Logs => _logs.Lines;

    /// <summary>Something other than the handler that was called, and does not return.</summary>
    public Task HangAsync()
    {
        _called.TrySetResult();
        return Released;
    }

    public void Release() => _released.TrySetResult();

    /// <summary>What the log says of each request, once all of them have ended; nothing else is told why.</summary>
    public async Task<string> ReasonsAsync()
    {
        await _app.StopAsync(TestContext.Current.CancellationToken);
        return string.Join(", ", Logs.Select(line => Reason().Match(line).Groups["reason"].Value).Where(reason => reason.Length > 0));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _logs.Dispose();
    }

    [GeneratedRegex(@" Adapty\.Kiota A webhook (?:.*\((?<reason>\w+)\)|(?<reason>verification))")]
    private static partial Regex Reason();

    /// <param name="Status">The HTTP status; 0 when the connection ended without one.</param>
    /// <param name="Body">The body.</param>
    internal readonly record struct RawReply(int Status, string Body);
}
