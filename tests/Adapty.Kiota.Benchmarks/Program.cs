using System.Diagnostics;
using Adapty.Kiota;
using Adapty.Kiota.Benchmarks.Bodies;
using Adapty.Kiota.Benchmarks.Rivals;

var address = new Uri("https://api.adapty.io");
var a = new HandWritten(new HttpClient(new MemoryHandler(SampleBodies.Page)), address);
var b = new StockKiota(new MemoryHandler(SampleBodies.Page), address);
var c = new AdaptyClient(new AdaptyClientOptions { ApiKey = "secret_live_benchmark" }, new HttpClient(new MemoryHandler(SampleBodies.Page)));
await Measure("a", () => a.GetAsync("user-42", default));
await Measure("b", () => b.GetAsync("user-42", default));
await Measure("c", () => c.Profiles.GetAsync(ProfileKey.ForCustomer("user-42")));
await Measure("read a", () => { HandWritten.Read(SampleBodies.Page); return Task.CompletedTask; });
await Measure("read b", () => StockKiota.ReadAsync(SampleBodies.Page));

static async Task Measure(string name, Func<Task> run)
{
    for (var i = 0; i < 3000; i++) await run();
    await Task.Delay(300);
    for (var i = 0; i < 3000; i++) await run();
    var best = double.MaxValue; long bytes = 0;
    for (var r = 0; r < 10; r++)
    {
        var before = GC.GetTotalAllocatedBytes(true);
        var w = Stopwatch.StartNew();
        for (var i = 0; i < 2000; i++) await run();
        best = Math.Min(best, w.Elapsed.TotalMicroseconds / 2000);
        bytes = (GC.GetTotalAllocatedBytes(true) - before) / 2000;
    }
    Console.WriteLine($"{name,-8} {best:0.00} us {bytes} B");
}
