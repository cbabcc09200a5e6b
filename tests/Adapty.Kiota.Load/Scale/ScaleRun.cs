using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Adapty.Kiota.Webhooks;
using Garnet;

namespace Adapty.Kiota.Load.Scale;

/// <summary>
/// Three nodes over one Redis-compatible server and one Adapty with a rate limit; webhooks tell of changes, each to one node. Exits
/// with 1 when a decision is wrong longer than it may be. The figures depend on the machine, which all of it shares.
/// </summary>
internal static class ScaleRun
{
    public const string Argument = "scale";
    private const int Nodes = 3;
    private const int Users = 200_000;
    private const int CallsPerSecond = 2000;
    private const int ChangesPerSecond = 200;
    private static readonly TimeSpan FreshFor = new ProfileCacheOptions().FreshFor;

    /// <param name="seconds">How long the nodes ask.</param>
    public static async Task<int> RunAsync(int seconds)
    {
        var path = Path.GetTempFileName();
        File.Delete(path);
        try
        {
            using var truth = new Truth(path, Users);
            var random = new Random(20310310);
            for (var user = 0; user < Users; user++)
                truth.Set(user, random.Next(4) != 0);
            var port = FreePort();
            using var redis = new GarnetServer(["--bind", "127.0.0.1", "--port", $"{port}", "--memory", "512m", "--index", "64m", "--logger-level", "None"]);
            redis.Start();
            await using var adapty = await LimitedAdapty.StartAsync(truth, CallsPerSecond);
            var nodes = Enumerable.Range(0, Nodes).Select(index => Start(adapty.Address, $"127.0.0.1:{port}", path, seconds, index * 1000)).ToList();
            var reading = Task.WhenAll(nodes.Select(ReadAsync));
            var changes = await ChangeAsync(nodes, truth, random, reading);
            var seen = new Seen();
            var replies = 0;
            var failures = 0;
            foreach (var (node, handled, failed) in await reading)
            {
                seen.Add(node);
                replies += handled;
                failures += failed;
            }

            Print(seconds, seen, adapty, changes, replies, failures);
            return seen.Decisions > 0 && replies > 0 && seen.OldestWrongSeconds <= FreshFor.TotalSeconds ? 0 : 1;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Print(int seconds, Seen seen, LimitedAdapty adapty, int changes, int replies, int failures)
    {
        (string Name, FormattableString Value)[] rows =
        [
            ("processes, users", $"{Nodes}, {Users}"),
            ("decisions a second, all together", $"{seen.Decisions / (double)seconds:0}"),
            ("of them from the node's memory", $"{100.0 * seen.FromMemory / seen.Decisions:0.00} %"),
            ("calls to Adapty a second, of them limited (429)", $"{adapty.Calls / (double)seconds:0}, {adapty.Refused / (double)seconds:0}"),
            ("questions refused, as nothing was known", $"{seen.Refused}"),
            ("changes, webhooks handled, to be sent again", $"{changes}, {replies}, {failures}"),
            ("wrong decisions up to 1 s after the webhook was sent", $"{seen.WrongWithinSecond} ({100.0 * seen.WrongWithinSecond / seen.Decisions:0.0000} %)"),
            ("wrong decisions later than that", $"{seen.WrongLater} ({100.0 * seen.WrongLater / seen.Decisions:0.0000} %)"),
            ("age of the oldest wrong decision", $"{seen.OldestWrongSeconds:0.000} s"),
        ];
        foreach (var (name, value) in rows)
            Console.WriteLine($"| {name,-52} | {value.ToString(CultureInfo.InvariantCulture),18} |");
    }

    /// <summary>Changes at a steady rate until the nodes are done.</summary>
    private static async Task<int> ChangeAsync(List<Process> nodes, Truth truth, Random random, Task done)
    {
        var changes = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!done.IsCompleted && await timer.WaitForNextTickAsync())
        {
            for (var change = 0; change < ChangesPerSecond / 20; change++)
            {
                // Whoever asks often does not buy more often.
                var user = random.Next(Users);
                var webhookEvent = new WebhookEvent(WebhookEventTypes.AccessLevelUpdated, $"p-{Truth.Id(user)}") { CustomerUserId = Truth.Id(user) };
                webhookEvent.Properties.ProfileEventId = $"event-{changes++}";
                truth.Set(user, !truth[user].HasPremium);
                try
                {
                    await nodes[random.Next(nodes.Count)].StandardInput.WriteLineAsync(webhookEvent.ToJson());
                }
                catch (IOException)
                {
                    return changes;
                }
            }
        }

        return changes;
    }

    private static Process Start(Uri adapty, string redis, string path, int seconds, int seed)
    {
        string[] arguments = [ScaleNode.Argument, adapty.AbsoluteUri, redis, path, $"{Users}", $"{seconds}", $"{seed}"];
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task<(Seen Seen, int Handled, int Failed)> ReadAsync(Process node)
    {
        var (handled, failed) = (0, 0);
        var seen = new Seen();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Seen.Prefix, StringComparison.Ordinal))
                seen = Seen.Parse(line);
            else if (line == "200")
                handled++;
            else
                failed++;
        }

        await node.WaitForExitAsync();
        node.Dispose();
        return (seen, handled, failed);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
