using System.Diagnostics;
using System.Globalization;
using Adapty.Kiota.Benchmarks.Bodies;
using Adapty.Kiota.Benchmarks.Rivals;
using Adapty.Kiota.Calls;

namespace Adapty.Kiota.Benchmarks.Quick;

/// <summary>Many callers at once, over loopback, against the page's body. The rivals take turns; each one's median is shown.</summary>
internal static class Callers
{
    public static async Task RunAsync(ServerProcess server, int rounds)
    {
        string[] names = ["(a)", "(b)", "(c)"];
        var rivals = RivalSets.Clients(Connections.CreateHandler, new Uri(server.Address, "/page/"));
        foreach (var callers in (int[])[1, 16, 256])
        {
            var results = rivals.Select(_ => new List<(double PerSecond, double Microseconds)>()).ToArray();
            for (var round = 0; round < rounds; round++)
            {
                for (var rival = 0; rival < rivals.Length; rival++)
                    results[rival].Add(await MeasureAsync(rivals[rival], callers, TimeSpan.FromSeconds(1)));
            }

            for (var rival = 0; rival < rivals.Length; rival++)
            {
                var median = results[rival].OrderBy(result => result.PerSecond).ElementAt(rounds / 2);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{callers,4} callers {names[rival]}: {median.PerSecond,9:0} calls/s, {median.Microseconds,7:0.0} us of CPU per call"));
            }
        }
    }

    private static async Task<(double PerSecond, double Microseconds)> MeasureAsync(Func<Task> call, int callers, TimeSpan time)
    {
        using var process = Process.GetCurrentProcess();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => call()));
        process.Refresh();
        var processor = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(start) < time; count++)
                await call();
            return count;
        }));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return (counts.Sum() / seconds, (process.TotalProcessorTime - processor).TotalMicroseconds / counts.Sum());
    }
}
