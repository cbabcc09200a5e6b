using System.Net;
using System.Net.Sockets;
using System.Text;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Robustness.Faults;

/// <summary>A server that writes whatever bytes a fault needs, below HTTP.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _requests;

    public FaultServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Answers the request of that number, counted from 1; afterwards the connection stays open unless it was closed.</summary>
    public Func<int, Connection, Task> Script { get; set; } = (_, connection) => connection.WriteAsync(Ok(TestData.ProfileBody));

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public int Requests => _requests;

    public static string Ok(string body) => Answer("200 OK", body);

    public static string Answer(string status, string body, string headers = "Content-Type: application/json\r\n") =>
        $"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    /// <summary>Ends the loop and every connection first: what nobody waits for any more cannot throw.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var connection = new Connection(socket, _stop.Token);
        try
        {
            while (await connection.ReadHeadAsync())
                await Script(Interlocked.Increment(ref _requests), connection);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The client has gone, or the test is over.
        }
    }
}
