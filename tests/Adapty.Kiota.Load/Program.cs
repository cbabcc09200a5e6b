using System.Diagnostics;
using System.Globalization;
using Adapty.Kiota;
using Adapty.Kiota.Load;
using Adapty.Kiota.Load.Scale;

if (args is [ScaleRun.Argument, ..])
    return await ScaleRun.RunAsync(args is [_, var length] ? int.Parse(length, CultureInfo.InvariantCulture) : 60);
if (args is [ScaleNode.Argument, ..])
    return await ScaleNode.RunAsync(args);

// 200 callers for a bounded run against a server that fails at random. Exits with 1 when a call is lost, an answer is
// another caller's, an exception is not of the family, or handles or memory grow after the warm-up.
const int Callers = 200;
const int Rounds = 5;
const int CallsPerRound = 100;
var seconds = 0.0;

await using var server = await FaultyServer.StartAsync(seed: 20310310);
using var adapty = new AdaptyClient(new AdaptyClientOptions { ApiKey = "secret_live_load", BaseAddress = server.Address, MaxRetries = 1 });
using var process = Process.GetCurrentProcess();
var tally = new Tally();
var levels = new List<(int Handles, long Bytes)>();

// The first round warms up: its connections stay open, and are the level that the others are held to.
for (var round = 0; round < Rounds; round++)
{
    var start = Stopwatch.GetTimestamp();
    await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
    {
        for (var call = 0; call < CallsPerRound; call++)
            await tally.CountAsync(adapty, $"caller-{caller}", CancellationToken.None);
    }));
    seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
    GC.Collect();
    GC.WaitForPendingFinalizers();
    GC.Collect();
    process.Refresh();
    levels.Add((process.HandleCount, GC.GetTotalMemory(forceFullCollection: true)));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round + 1}: {levels[^1].Handles} handles, {levels[^1].Bytes / 1024} KB after collection"));
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.Begun} calls by {Callers} callers at once, {tally.Begun / seconds:0} a second; {tally.Succeeded} succeeded"));
foreach (var (name, count) in tally.Failed.OrderByDescending(failure => failure.Value))
    Console.WriteLine($"{count} {name}");

List<string> problems = [];
if (tally.Begun != Callers * Rounds * CallsPerRound || tally.Begun != tally.Succeeded + tally.Failed.Values.Sum() + tally.Strange.Count)
    problems.Add("calls were lost");
if (!tally.Strange.IsEmpty)
    problems.Add($"exceptions that are not of the family: {string.Join(", ", tally.Strange.Select(exception => exception.GetType().Name).Distinct())}");
if (tally.WrongAnswers > 0)
    problems.Add($"{tally.WrongAnswers} answers were another caller's");
if (tally.Failed.IsEmpty || tally.Succeeded == 0)
    problems.Add("the faults did not happen: nothing was tested");
if (levels[^1].Handles > levels[0].Handles + Callers)
    problems.Add("handles grow");
if (levels[^1].Bytes > levels[0].Bytes + (4 * 1024 * 1024))
    problems.Add("memory grows");
foreach (var problem in problems)
    Console.WriteLine($"FAILED: {problem}");
Console.WriteLine(problems.Count == 0 ? "Nothing lost, nothing leaked." : "");
return problems.Count == 0 ? 0 : 1;
