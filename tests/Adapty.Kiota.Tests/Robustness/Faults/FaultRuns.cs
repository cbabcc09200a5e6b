using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Robustness.Faults;

/// <summary>Makes each fault happen once: for the test of its row, and for the table of all.</summary>
public sealed class FaultRuns
{
    private readonly ConcurrentDictionary<string, Lazy<Task<FaultOutcome>>> _outcomes = new(StringComparer.Ordinal);

    internal Task<FaultOutcome> OutcomeAsync(Fault fault) => _outcomes.GetOrAdd(fault.Name, _ => new(() => RunAsync(fault))).Value;

    private static async Task<FaultOutcome> RunAsync(Fault fault)
    {
        var clock = new ImpatientClock();
        await using var server = new FaultServer();
        var options = new AdaptyClientOptions { ApiKey = TestData.Key, BaseAddress = server.Address, MaxRetries = 1, TimeProvider = clock };
        fault.Configure(options);

        var repaired = false;
        var handler = fault.Handler();
        if (fault.Connect is { } connect)
        {
            handler.ConnectCallback = async (context, cancellationToken) =>
            {
                if (!repaired)
                    await connect(cancellationToken);
                return await ConnectAsync(context.DnsEndPoint, cancellationToken);
            };
        }

        using var http = Connections.Configure(new HttpClient(handler));
        var adapter = new RequestAdapter(new CallRunner(options, Connections.Given(http), () => 0.5));
        var profiles = new ProfilesClient(adapter, new AdaptyApiClient(adapter));

        server.Script = (number, connection) => fault.Script(number, connection, clock);
        for (var call = 0; call < fault.WarmUp; call++)
            await profiles.GetAsync(TestData.Customer);
        var before = clock.GetUtcNow();
        var requestsBefore = server.Requests;
        var exception = await Record.ExceptionAsync(() => profiles.GetAsync(TestData.Customer));
        var seconds = (clock.GetUtcNow() - before).TotalSeconds;
        // A server that is never reached counts nothing.
        var attempts = (exception as AdaptyException)?.Attempts ?? server.Requests - requestsBefore;

        repaired = true;
        options.MaxResponseBytes = 1_000_000;
        server.Script = (_, connection) => connection.WriteAsync(FaultServer.Ok(TestData.ProfileBody));
        var afterwards = await Record.ExceptionAsync(() => profiles.GetAsync(TestData.Customer));
        return new FaultOutcome(exception, attempts, seconds, afterwards);
    }

    private static async Task<Stream> ConnectAsync(EndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(endPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
