using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Garnet;

namespace Adapty.Kiota.Caching.Tests.Support;

/// <summary>
/// A Redis-compatible server on loopback that can be killed and started again on the same port: Garnet inside of the test process, or
/// the program that the environment variable ADAPTY_REDIS_SERVER names.
/// </summary>
public sealed class RedisServer : IDisposable
{
    private static readonly string? Program = Environment.GetEnvironmentVariable("ADAPTY_REDIS_SERVER");

    private readonly int _port = FreePort();
    private GarnetServer? _garnet;
    private Process? _process;

    public RedisServer() => Start();

    public string ConnectionString => $"127.0.0.1:{_port},connectTimeout=1000,connectRetry=1";

    public void Start()
    {
        if (Program is not null)
        {
            string[] arguments = ["--bind", "127.0.0.1", "--port", $"{_port}", "--save", ""];
            _process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true })!;
            while (_process.StandardOutput.ReadLine() is { } line && !line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
            }

            return;
        }

        _garnet = new GarnetServer(["--bind", "127.0.0.1", "--port", $"{_port}", "--memory", "64m", "--index", "1m", "--logger-level", "None"]);
        _garnet.Start();
    }

    /// <summary>All it held is gone, too.</summary>
    public void Kill()
    {
        _garnet?.Dispose();
        _garnet = null;
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose() => Kill();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
