using System.Net.Sockets;
using System.Text;

namespace Adapty.Kiota.Tests.Robustness.Faults;

/// <summary>One connection of a client, from the server's side.</summary>
internal sealed class Connection(Socket socket, CancellationToken stop) : IDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private bool _finished;

    public CancellationToken Stop => stop;

    /// <summary>Reads up to the end of a request's head; the requests here have no body. False when the client has closed.</summary>
    public async Task<bool> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var buffer = new byte[1];
        while (_finished && await _stream.ReadAsync(buffer, stop) > 0)
        {
            // A request that the client sends before it notices; nobody answers it.
        }

        while (!_finished && !head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await _stream.ReadAsync(buffer, stop) == 0)
                return false;
            head.Append((char)buffer[0]);
        }

        return !_finished;
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(byte[] bytes)
    {
        await _stream.WriteAsync(bytes, stop);
        await _stream.FlushAsync(stop);
    }

    /// <summary>Closes in the regular way.</summary>
    public void Close() => socket.Close();

    /// <summary>Says that nothing more will come, as a server does that closes an idle connection; what the client still sends is not met by a reset.</summary>
    public void Finish()
    {
        _finished = true;
        socket.Shutdown(SocketShutdown.Send);
    }

    /// <summary>Closes with a reset, which throws away what is on its way.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Says nothing more.</summary>
    public Task SilenceAsync() => Task.Delay(Timeout.Infinite, stop);

    public void Dispose() => _stream.Dispose();
}
