using System.Diagnostics;
using System.Globalization;

namespace Adapty.Kiota.AotTests;

/// <summary>
/// Size, start and memory of the app that uses the SDK with dependency injection, beside one written by hand, and beside that one
/// with the same dependency injection. The server is a process of its own, the programs take turns, and the median counts.
/// </summary>
internal static class Measurement
{
    private const double MostSizeRatio = 1.25;
    private const double MostMemoryRatio = 1.3;

    // The start is held to the program that has the same dependency injection (0.99 seen, 1.09 while the machine did other things): that alone makes the one by hand 1.46
    // times slower to start, so a budget beside the one without it would be one for the container.
    private const double MostStartRatioWithDi = 1.2;

    /// <summary>Answers with one profile until the input ends.</summary>
    public static async Task ServeAsync()
    {
        await using var server = new FakeAdaptyServer();
        server.Fake.ApiKey = "secret_live_smoke";
        server.Fake.AddProfile("user-42").WithAccessLevel("premium", DateTimeOffset.UtcNow.AddDays(1));
        await Console.Out.WriteLineAsync(server.Address.AbsoluteUri);
        await Console.In.ReadLineAsync();
    }

    public static async Task<bool> RunAsync(string sdk, string byHand, string byHandWithDi, int runs)
    {
        using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["serve"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        try
        {
            var address = (await server.StandardOutput.ReadLineAsync())!;
            return await MeasureAsync(sdk, byHand, byHandWithDi, address, runs);
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task<bool> MeasureAsync(string sdk, string byHand, string byHandWithDi, string address, int runs)
    {
        Figures ours = new(sdk), theirs = new(byHand), theirsWithDi = new(byHandWithDi);
        for (var run = 0; run <= runs; run++)
        {
            // The first ones only fill the disk's cache.
            await theirs.RunAsync(address, counts: run > 0);
            await theirsWithDi.RunAsync(address, counts: run > 0);
            await ours.RunAsync(address, counts: run > 0);
        }

        Console.WriteLine(Invariant($"Native AOT, median of {runs} runs, over loopback      SDK and DI    by hand   ratio  budget"));
        return Print(ours, theirs, MostSizeRatio, MostMemoryRatio)
            & Print(ours, theirsWithDi, than: "; by hand with DI", mostStart: MostStartRatioWithDi);
    }

    private static bool Print(
        Figures ours, Figures theirs, double? mostSize = null, double? mostMemory = null, double? mostStart = null, string than = "") =>
        Row($"size, MB{than}", ours.Megabytes, theirs.Megabytes, mostSize)
        & Row($"start to response, ms{than}", ours.Milliseconds, theirs.Milliseconds, mostStart)
        & Row($"peak memory, MB{than}", ours.PeakMegabytes, theirs.PeakMegabytes, mostMemory);

    private static bool Row(string name, double ours, double theirs, double? budget)
    {
        var ratio = ours / theirs;
        var met = !(ratio > budget);
        var most = budget is { } value ? Invariant($"{value:0.00}") : "none";
        Console.WriteLine(Invariant($"{name,-50} {ours,13:0.00} {theirs,10:0.00} {ratio,7:0.00} {most,7}{(met ? "" : "  EXCEEDED")}"));
        return met;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Figures(string program)
    {
        private readonly List<double> _milliseconds = [];
        private readonly List<double> _peaks = [];

        public double Megabytes => new FileInfo(program).Length / 1e6;

        public double Milliseconds => Median(_milliseconds);

        public double PeakMegabytes => Median(_peaks);

        /// <summary>From starting the process to its answer. The program says its own peak memory in a second line.</summary>
        public async Task RunAsync(string address, bool counts)
        {
            var start = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(program, [address]) { RedirectStandardOutput = true })!;
            var answer = await process.StandardOutput.ReadLineAsync();
            var elapsed = Stopwatch.GetElapsedTime(start);
            var peak = await process.StandardOutput.ReadLineAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0 || answer != "premium")
                throw new InvalidOperationException($"{program} answered '{answer}' and ended with {process.ExitCode}.");
            if (!counts)
                return;
            _milliseconds.Add(elapsed.TotalMilliseconds);
            _peaks.Add(double.Parse(peak!, CultureInfo.InvariantCulture) / 1e3);
        }

        private static double Median(List<double> values)
        {
            var sorted = values.Order().ToList();
            return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        }
    }
}
