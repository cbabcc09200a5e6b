using System.Diagnostics;

namespace Adapty.Kiota.Benchmarks.Quick;

/// <summary>Measures rivals side by side: their rounds alternate, so that a slow moment of the machine meets all of them.</summary>
internal static class Stopclock
{
    private const int Rounds = 12;
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// Until the JIT has gone through its tiers: it waits a tenth of a second for calm before each, and what it learns by
    /// instrumented code comes in between.
    /// </summary>
    public static async Task WarmUpAsync(params Func<Task>[] rivals)
    {
        for (var pass = 0; pass < 4; pass++)
        {
            foreach (var rival in rivals)
                await RunForAsync(rival, TimeSpan.FromMilliseconds(150));
            await Task.Delay(250);
        }
    }

    public static async Task<Figure[]> MeasureAsync(params Func<Task>[] rivals)
    {
        var counts = new int[rivals.Length];
        for (var rival = 0; rival < rivals.Length; rival++)
        {
            // Long enough for the JIT's second tier, whose own work must not be counted.
            await RunForAsync(rivals[rival], TimeSpan.FromMilliseconds(250));
            await Task.Delay(100);
            counts[rival] = Math.Max(1, await RunForAsync(rivals[rival], RoundTime));
        }

        var best = Enumerable.Repeat(new Figure(double.MaxValue, double.MaxValue), rivals.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var rival = 0; rival < rivals.Length; rival++)
            {
                var allocated = GC.GetTotalAllocatedBytes(precise: true);
                var start = Stopwatch.GetTimestamp();
                for (var number = 0; number < counts[rival]; number++)
                    await rivals[rival]();
                var elapsed = Stopwatch.GetElapsedTime(start);
                best[rival] = new Figure(
                    Math.Min(best[rival].Microseconds, elapsed.TotalMicroseconds / counts[rival]),
                    Math.Min(best[rival].Bytes, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / counts[rival]));
            }
        }

        return best;
    }

    private static async Task<int> RunForAsync(Func<Task> run, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        for (; Stopwatch.GetElapsedTime(start) < time; count++)
            await run();
        return count;
    }
}
