using System.Globalization;
using Adapty.Kiota.Http;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Faults;

/// <summary>Every way in which an answer can fail to come, on real sockets: what the caller sees, how often it was tried, how long it took.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. FaultTable.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row(string name)
    {
        var fault = FaultTable.Rows.Single(row => row.Name == name);
        var clock = new ImpatientClock();
        await using var server = new FaultServer();
        var options = new AdaptyClientOptions { ApiKey = TestData.Key, BaseAddress = server.Address, MaxRetries = 1, TimeProvider = clock };
        fault.Configure(options);
        var handler = fault.Handler?.Invoke() ?? Transport.CreateHandler();
        using var http = Transport.Configure(new HttpClient(handler));
        using var adapter = new AdaptyRequestAdapter(options, http, () => 0.5);
        var profiles = new ProfilesClient(adapter, new AdaptyApiClient(adapter));

        server.Script = (number, connection) => fault.Script(number, connection, clock);
        for (var call = 0; call < fault.WarmUp; call++)
            await profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);
        var before = clock.GetUtcNow();
        var requestsBefore = server.Requests;
        var exception = await Record.ExceptionAsync(() => profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));
        var seconds = (clock.GetUtcNow() - before).TotalSeconds;

        Assert.Equal(fault.Expected, exception?.GetType());
        Assert.Equal(fault.Seconds, seconds);
        var status = exception switch { AdaptyApiException refused => refused.StatusCode, AdaptyResponseException unreadable => unreadable.StatusCode, _ => 0 };
        Assert.Equal(fault.Status, status);
        // A server that is never reached counts nothing.
        Assert.Equal(fault.Attempts, (exception as AdaptyException)?.Attempts ?? server.Requests - requestsBefore);
        Assert.DoesNotContain(TestData.Key, exception?.ToString() ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.CustomerId, exception?.ToString() ?? "", StringComparison.Ordinal);

        if (fault.Handler is null)
        {
            // The pool of connections still works.
            options.MaxResponseBytes = 1_000_000;
            server.Script = (_, connection) => connection.WriteAsync(FaultServer.Ok(TestData.ProfileBody));
            Assert.True((await profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken)).HasAccess("premium"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name,-55} | {exception?.GetType().Name ?? "(succeeds)",-31} | {(status == 0 ? "" : status),6} | {fault.Attempts,8} | {seconds,7:0.00} |"));
    }

    [Fact]
    public void The_readme_counts_the_rows() => Assert.Contains(
        $"{FaultTable.Rows.Count} faults", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
}
