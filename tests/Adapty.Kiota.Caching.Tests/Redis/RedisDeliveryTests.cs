using Adapty.Kiota.Caching.Tests.Support;
using Adapty.Kiota.Testing;
using Adapty.Kiota.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Adapty.Kiota.Caching.Tests.Redis;

/// <summary>Webhooks of two nodes over one Redis.</summary>
public sealed class RedisDeliveryTests(RedisServer redis) : IClassFixture<RedisServer>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delivery_that_comes_to_two_nodes_is_handled_once()
    {
        var handled = new List<string>();
        await using var one = Node(handled);
        await using var other = Node(handled);
        var body = Event();

        Assert.Equal("handled", (await ReceiveAsync(one, body)).Reason);
        Assert.Equal("duplicate", (await ReceiveAsync(other, body)).Reason);
        Assert.Single(handled);
    }

    [Fact]
    public async Task A_delivery_that_failed_on_one_node_is_handled_on_the_other()
    {
        var handled = new List<string>();
        await using var one = Node(null);
        await using var other = Node(handled);
        var body = Event();

        Assert.Equal("handler_failed", (await ReceiveAsync(one, body)).Reason);
        Assert.Equal("handled", (await ReceiveAsync(other, body)).Reason);
        Assert.Single(handled);
    }

    [Fact]
    public async Task A_reservation_belongs_to_one_attempt_until_it_is_released_confirmed_or_expired()
    {
        using var world = new World(options => options.Redis = redis.ConnectionString);
        var store = world.Cache.DeliveryStore!;
        var key = Guid.NewGuid().ToString("N");

        Assert.Equal(WebhookReservation.Reserved, await store.ReserveAsync(key, "one", Minute, Stop));
        Assert.Equal(WebhookReservation.InProgress, await store.ReserveAsync(key, "two", Minute, Stop));
        await store.ReleaseAsync(key, "two", Stop);
        Assert.Equal(WebhookReservation.InProgress, await store.ReserveAsync(key, "two", Minute, Stop));
        await store.ReleaseAsync(key, "one", Stop);
        Assert.Equal(WebhookReservation.Reserved, await store.ReserveAsync(key, "two", TimeSpan.FromMilliseconds(50), Stop));
        await Eventually.TrueAsync(async () => await store.ReserveAsync(key, "three", Minute, Stop) == WebhookReservation.Reserved);
        await store.ConfirmAsync(key, Minute, Stop);
        Assert.Equal(WebhookReservation.Done, await store.ReserveAsync(key, "four", Minute, Stop));
        await store.ReleaseAsync(key, "three", Stop);
        Assert.Equal(WebhookReservation.Done, await store.ReserveAsync(key, "four", Minute, Stop));
    }

    private static Task<WebhookReply> ReceiveAsync(ServiceProvider node, byte[] body) =>
        node.GetRequiredService<WebhookReceiver>().ReceiveAsync(body, "secret", Stop);

    private static byte[] Event() => System.Text.Encoding.UTF8.GetBytes(new WebhookEvent(WebhookEventTypes.SubscriptionRenewed, Guid.NewGuid().ToString())
    {
        Properties = new() { ProfileEventId = Guid.NewGuid().ToString() },
    }.ToJson());

    /// <summary>A node whose handler keeps the events' ids, or throws when there is no list.</summary>
    private ServiceProvider Node(List<string>? handled)
    {
        var services = new ServiceCollection();
        services.AddAdapty(options => options.ApiKey = "secret").UseFakeAdapty(new FakeAdapty());
        services.AddAdaptyProfileCache(options => options.Redis = redis.ConnectionString);
        services.AddAdaptyWebhooks(options => options.Secrets.Add("secret")).AddHandler((webhookEvent, _) =>
        {
            (handled ?? throw new InvalidOperationException("The handler fails.")).Add(webhookEvent.Id!);
            return Task.CompletedTask;
        });
        return services.BuildServiceProvider();
    }
}
