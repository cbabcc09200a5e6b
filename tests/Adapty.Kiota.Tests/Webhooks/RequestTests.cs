namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>
/// Whatever an endpoint on the internet gets, over real sockets: what it replies, why, and whether the handler is called.
/// </summary>
public sealed class RequestTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. RequestTable.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row(string name)
    {
        var row = RequestTable.Rows.Single(row => row.Name == name);

        var (reply, reasons, handled, logs) = await RunAsync(row);

        Assert.Equal((row.Status, row.Body, row.Reasons, row.Handled), (reply.Status, reply.Body, reasons, handled));
        // Inside of this range, Adapty drops the event for ever.
        Assert.True(reply.Status is 0 or 200 or > 404 || row.Name.Contains("401 chosen", StringComparison.Ordinal));
        Assert.DoesNotContain(logs, line => line.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Table()
    {
        output.WriteLine($"| {"request",-58} | {"reply",-52} | {"reason",-24} | handled | {"proved by",-84} |");
        foreach (var row in RequestTable.Rows)
        {
            var (reply, reasons, handled, _) = await RunAsync(row);
            var shown = reply.Status == 0 ? "none" : $"{reply.Status} {reply.Body}";
            var proof = $"RequestTests.Row(\"{row.Name}\")";
            output.WriteLine($"| {row.Name,-58} | {shown,-52} | {reasons,-24} | {handled,7} | {proof,-84} |");
        }
    }

    private static async Task<(WebhookServer.RawReply Reply, string Reasons, int Handled, IEnumerable<string> Logs)> RunAsync(
        RequestRow row)
    {
        await using var server = await WebhookServer.StartAsync(row.Configure, row.Handle);
        try
        {
            var reply = await row.Send(server);
            return (reply, await server.ReasonsAsync(), server.Handled, server.Logs);
        }
        finally
        {
            server.Release();
        }
    }
}
