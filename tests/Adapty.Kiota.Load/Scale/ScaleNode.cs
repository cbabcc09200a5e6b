using System.Diagnostics;
using System.Globalization;
using Adapty.Kiota.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Adapty.Kiota.Load.Scale;

/// <summary>
/// One node of the app, in a process of its own. It takes webhooks from its standard input, a line each, replies with their status on
/// its standard output, asks as fast as it can, and says at the end what it saw, as a line of numbers.
/// </summary>
internal static class ScaleNode
{
    public const string Argument = "scale-node";
    private const string Secret = "scale";
    private const int Callers = 32;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [_, var adapty, var redis, var path, var users, var seconds, var seed])
            return 2;
        using var truth = new Truth(path, int.Parse(users, CultureInfo.InvariantCulture));
        var services = new ServiceCollection();
        services.AddAdapty(options => (options.ApiKey, options.BaseAddress, options.MaxRetries) = ("secret_live_scale", new Uri(adapty), 0));
        services.AddAdaptyProfileCache(options => options.Redis = redis);
        services.AddAdaptyWebhooks(options => options.Secrets.Add(Secret));
        await using var provider = services.BuildServiceProvider();
        var cache = provider.GetRequiredService<ProfileCache>();
        // The console blocks its reader.
        _ = Task.Run(() => ReceiveAsync(provider.GetRequiredService<WebhookReceiver>()));

        var zipf = new Zipf(truth.Count);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
        var callers = Enumerable.Range(0, Callers).Select(caller =>
            Task.Run(() => AskAsync(cache, truth, zipf, new Random(int.Parse(seed, CultureInfo.InvariantCulture) + caller), end.Token))).ToList();
        var sum = new Seen();
        foreach (var seen in await Task.WhenAll(callers))
            sum.Add(seen);
        Console.WriteLine(sum.ToLine());
        return 0;
    }

    private static async Task<Seen> AskAsync(ProfileCache cache, Truth truth, Zipf zipf, Random random, CancellationToken end)
    {
        var seen = new Seen();
        while (!end.IsCancellationRequested)
        {
            var user = zipf.Next(random);
            var key = ProfileKey.ForCustomer(Truth.Id(user));
            var before = truth[user];
            var start = Stopwatch.GetTimestamp();
            bool decision;
            try
            {
                var answer = cache.HasAccessAsync(key, "premium", CancellationToken.None);
                seen.FromMemory += answer.IsCompletedSuccessfully ? 1 : 0;
                decision = await answer;
            }
            catch (AdaptyException)
            {
                seen.Refused++;
                continue;
            }

            seen.Decisions++;
            // A change in between makes either decision right.
            if (truth[user] == before && decision != before.HasPremium)
                seen.Wrong(Stopwatch.GetElapsedTime(before.Since, start));
            // Others have their turn, too.
            if (seen.Decisions % 256 == 0)
                await Task.Yield();
        }

        return seen;
    }

    private static async Task ReceiveAsync(WebhookReceiver receiver)
    {
        while (await Console.In.ReadLineAsync() is { } line)
            _ = HandleAsync(receiver, line);
    }

    private static async Task HandleAsync(WebhookReceiver receiver, string line)
    {
        // Adapty would send it again after a minute.
        while (true)
        {
            var reply = await receiver.ReceiveAsync(System.Text.Encoding.UTF8.GetBytes(line), Secret);
            Console.WriteLine(reply.StatusCode);
            if (reply.StatusCode == 200)
                return;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
