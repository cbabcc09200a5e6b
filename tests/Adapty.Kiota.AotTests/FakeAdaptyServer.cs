using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Adapty.Kiota.Testing;

namespace Adapty.Kiota.AotTests;

/// <summary>
/// A <see cref="FakeAdapty"/> on a port of 127.0.0.1: HTTP/1.1 as far as the client speaks it, without a web server's code.
/// A <see cref="HttpRequestException"/> that the fake was told to fail with cuts the answer off; a <see cref="TimeoutException"/>
/// leaves the request without one.
/// </summary>
internal sealed class FakeAdaptyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpMessageInvoker _invoker;
    private readonly Task _accepting;

    public FakeAdaptyServer()
    {
        Fake = new FakeAdapty();
        _invoker = new HttpMessageInvoker(Fake);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public FakeAdapty Fake { get; }

    public Uri Address { get; }

    /// <summary>A client of its own connections, with the fake's key.</summary>
    public AdaptyClient Client(Action<AdaptyClientOptions>? configure = null)
    {
        var options = new AdaptyClientOptions { ApiKey = Fake.ApiKey, BaseAddress = Address, MaxRetries = 0 };
        configure?.Invoke(options);
        return new AdaptyClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _invoker.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using var client = connection;
        try
        {
            client.NoDelay = true;
            await using var stream = client.GetStream();
            var input = new BufferedStream(stream);
            while (await ReadAsync(input) is { } request)
            {
                using var response = await AnswerAsync(request, stream);
                var body = await response.Content.ReadAsByteArrayAsync(_stop.Token);
                await stream.WriteAsync(Serialize(response, body), _stop.Token);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            // The connection is closed.
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, NetworkStream stream)
    {
        try
        {
            return await _invoker.SendAsync(request, _stop.Token);
        }
        catch (HttpRequestException)
        {
            // Before its first byte, .NET's own handler would try once more on another connection.
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"u8.ToArray(), _stop.Token);
            throw;
        }
        catch (TimeoutException)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
            throw;
        }
    }

    private async Task<HttpRequestMessage?> ReadAsync(Stream input)
    {
        if (await ReadLineAsync(input) is not { Length: > 0 } start)
            return null;
        var words = start.Split(' ');
        var request = new HttpRequestMessage(new HttpMethod(words[0]), new Uri(Address, words[1]));
        var headers = new List<(string Name, string Value)>();
        while (await ReadLineAsync(input) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add((line[..colon], line[(colon + 1)..].Trim()));
        }

        if (headers.Find(header => header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Value is { } length)
        {
            var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
            await input.ReadExactlyAsync(body, _stop.Token);
            request.Content = new ByteArrayContent(body);
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private async Task<string?> ReadLineAsync(Stream input)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await input.ReadAsync(one, _stop.Token) == 1)
        {
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        return line.Length == 0 ? null : throw new IOException("The request ended within a line.");
    }

    private static byte[] Serialize(HttpResponseMessage response, byte[] body)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)response.StatusCode} {response.ReasonPhrase}\r\n");
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                head.Append(CultureInfo.InvariantCulture, $"{name}: {values}\r\n");
        }

        if (response.StatusCode != HttpStatusCode.NoContent)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
