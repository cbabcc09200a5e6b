using System.Diagnostics;
using System.Globalization;
using Adapty.Kiota.Benchmarks.Bodies;
using Adapty.Kiota.Benchmarks.Rivals;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Benchmarks.Quick;

/// <summary>The whole table in under a minute. (a) hand-written, (b) stock Kiota, (c) AdaptyClient.</summary>
internal sealed class QuickRun
{
    private const string Id = "user-42";

    private readonly List<string> _missed = [];

    /// <returns>The process' exit code: 1 when an allocation bound is missed.</returns>
    public async Task<int> RunAsync()
    {
        Line("", "time (a)", "(b)", "(c)", "c/a", "c/b", "bytes (a)", "(b)", "(c)", "c/a", "c/b");
        var first = await FirstCallAsync();
        await Stopclock.WarmUpAsync([.. RivalSets.Clients(() => new MemoryHandler(SampleBodies.Page), RivalSets.Nowhere), .. RivalSets.Clients(() => new MemoryHandler(SampleBodies.BareOffsets), RivalSets.Nowhere)]);
        foreach (var (name, body) in SampleBodies.All)
            await RowAsync($"call in memory, {name}", RivalSets.Clients(() => new MemoryHandler(body), RivalSets.Nowhere), Bound.CallToHandWritten, Bound.CallToStockKiota);

        using (var server = await ServerProcess.StartAsync())
        {
            foreach (var (name, _) in SampleBodies.All)
                await RowAsync($"call over loopback, {name}", RivalSets.Clients(Connections.CreateHandler, new Uri(server.Address, $"/{name}/")));
            await Callers.RunAsync(server, rounds: 3);
        }

        foreach (var (name, body) in SampleBodies.All)
            await RowAsync($"reading, {name}", RivalSets.Readers(body), Bound.ReadingToHandWritten);
        await RowAsync("writing a transaction", RivalSets.Writers(), Bound.WritingToHandWritten);
        await WebhookAsync();
        await AccessAsync();
        using (var rows = await CacheRows.CreateAsync())
        {
            await CacheAsync(rows);
            await CachedDecisionsAsync(rows);
        }

        await LinearAsync();

        Console.WriteLine(first);
        foreach (var miss in _missed)
            Console.WriteLine($"MISSED: {miss}");
        return _missed.Count == 0 ? 0 : 1;
    }

    private async Task RowAsync(string name, Func<Task>[] rivals, double? boundToA = null, double? boundToB = null)
    {
        var (a, b, c) = await Stopclock.MeasureAsync(rivals) switch { [var one, var two, var three] => (one, two, three), _ => throw new InvalidOperationException() };
        Line(name, Time(a), Time(b), Time(c), Ratio(c.Microseconds, a.Microseconds), Ratio(c.Microseconds, b.Microseconds), Bytes(a), Bytes(b), Bytes(c), Ratio(c.Bytes, a.Bytes), Ratio(c.Bytes, b.Bytes));
        Check(name, c.Bytes / a.Bytes, boundToA, "hand-written code");
        Check(name, c.Bytes / b.Bytes, boundToB, "stock Kiota");
    }

    private void Check(string name, double ratio, double? bound, string rival)
    {
        if (ratio > bound)
            _missed.Add(string.Create(CultureInfo.InvariantCulture, $"{name} allocates {ratio:0.00} of what {rival} does; the bound is {bound:0.00}."));
    }

    private async Task WebhookAsync()
    {
        const string Name = "receiving a webhook event";
        var figures = await Stopclock.MeasureAsync(new WebhookRivals().All);
        var (a, c) = (figures[0], figures[1]);
        Line(Name, Time(a), "", Time(c), Ratio(c.Microseconds, a.Microseconds), "", Bytes(a), "", Bytes(c), Ratio(c.Bytes, a.Bytes), "");
        Check(Name, c.Bytes / a.Bytes, Bound.WebhookToHandWritten, "hand-written code");
        if (c.Bytes > Bound.WebhookBytes)
            _missed.Add(string.Create(CultureInfo.InvariantCulture, $"{Name} allocates {c.Bytes:0} bytes; the bound is {Bound.WebhookBytes:0}."));
    }

    private static async Task AccessAsync()
    {
        var profile = AdaptyJson.Read<ProfileResponse>(SampleBodies.FiftyLevels, TimeProvider.System).Data!;
        var figure = (await Stopclock.MeasureAsync(() => { profile.HasAccess("level-49"); return Task.CompletedTask; }))[0];
        Line("HasAccess, last of 50 levels", "", "", Time(figure), "", "", "", "", Bytes(figure), "", "");
    }

    /// <summary>(a) is what the cache is held to: a plain memory cache with the profile in it.</summary>
    private async Task CacheAsync(CacheRows rows)
    {
        var (plain, cached) = await Stopclock.MeasureAsync(rows.AskMemoryCache, rows.AskCache) switch { [var one, var two] => (one, two), _ => throw new InvalidOperationException() };
        Line("a cached decision", Time(plain), "", Time(cached), Ratio(cached.Microseconds, plain.Microseconds), "", Bytes(plain), "", Bytes(cached), "", "");
        if (cached.Bytes > Bound.CachedDecisionBytes)
            _missed.Add(string.Create(CultureInfo.InvariantCulture, $"A cached decision allocates {cached.Bytes:0} bytes; the bound is {Bound.CachedDecisionBytes}."));
    }

    /// <summary>On all cores at once, over many users.</summary>
    private static async Task CachedDecisionsAsync(CacheRows rows)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1); count++)
                await rows.AskCache();
            return count;
        })));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Environment.ProcessorCount,4} cores: {counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds,9:0} cached decisions/s"));
    }

    /// <summary>Twice the levels cost at most twice as much, and a little for the rest of the body.</summary>
    private async Task LinearAsync()
    {
        var bodies = new[] { 100, 200, 400 }.Select(SampleBodies.WithLevels).ToArray();
        var figures = await Stopclock.MeasureAsync([.. bodies.Select<byte[], Func<Task>>(body => () => { AdaptyJson.Read<ProfileResponse>(body, TimeProvider.System); return Task.CompletedTask; })]);
        Line("reading, 100 / 200 / 400 levels", "", "", "", "", "", Bytes(figures[0]), Bytes(figures[1]), Bytes(figures[2]), "", "");
        Check("reading 400 levels", figures[2].Bytes / figures[1].Bytes, 2.05, "reading 200");
    }

    /// <summary>What the very first call of a process costs more than the second: before anything else here runs.</summary>
    private static async Task<string> FirstCallAsync()
    {
        var start = Stopwatch.GetTimestamp();
        using var http = new HttpClient(new MemoryHandler(SampleBodies.Page));
        using var adapty = new AdaptyClient(new AdaptyClientOptions { ApiKey = "secret_live_benchmark" }, http);
        var made = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        await adapty.Profiles.GetAsync(ProfileKey.ForCustomer(Id));
        var first = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        await adapty.Profiles.GetAsync(ProfileKey.ForCustomer(Id));
        var second = Stopwatch.GetElapsedTime(start);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"new AdaptyClient: {made.TotalMilliseconds:0.0} ms; first call: {first.TotalMilliseconds:0.0} ms; second call: {second.TotalMilliseconds:0.00} ms (in memory, with the JIT's work)");
    }

    private static string Time(Figure figure) => string.Create(CultureInfo.InvariantCulture, $"{figure.Microseconds:0.00} us");

    private static string Bytes(Figure figure) => string.Create(CultureInfo.InvariantCulture, $"{figure.Bytes:0} B");

    private static string Ratio(double one, double other) => string.Create(CultureInfo.InvariantCulture, $"{one / other:0.00}");

    private static void Line(string name, params string[] cells) =>
        Console.WriteLine($"{name,-33}" + string.Concat(cells.Select((cell, index) => cell.PadLeft(index is 3 or 4 or 8 or 9 ? 6 : 11))));
}
