using Adapty.Kiota.Tests.Support;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>The memory of deliveries.</summary>
public sealed class DeliveryStoreTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly FakeTimeProvider _clock = new(TestData.Now);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delivery_is_one_attempts_until_it_is_confirmed_or_released()
    {
        var store = new MemoryDeliveryStore(_clock);

        Assert.Equal(WebhookReservation.Reserved, await ReserveAsync(store, "1", "a"));
        Assert.Equal(WebhookReservation.InProgress, await ReserveAsync(store, "1", "b"));
        await store.ReleaseAsync("1", "a", Stop);
        Assert.Equal(WebhookReservation.Reserved, await ReserveAsync(store, "1", "b"));
        await store.ConfirmAsync("1", Week, Stop);
        Assert.Equal(WebhookReservation.Done, await ReserveAsync(store, "1", "c"));
    }

    [Fact]
    public async Task A_reservation_expires_and_cannot_be_released_by_its_former_owner()
    {
        var store = new MemoryDeliveryStore(_clock);
        await ReserveAsync(store, "1", "a");

        _clock.Advance(Minute);
        Assert.Equal(WebhookReservation.Reserved, await ReserveAsync(store, "1", "b"));
        await store.ReleaseAsync("1", "a", Stop);

        Assert.Equal(WebhookReservation.InProgress, await ReserveAsync(store, "1", "c"));
    }

    [Fact]
    public async Task A_late_attempt_may_confirm_and_not_release_what_is_done()
    {
        var store = new MemoryDeliveryStore(_clock);
        await ReserveAsync(store, "1", "a");
        await store.ConfirmAsync("1", Week, Stop);
        await store.ReleaseAsync("1", "a", Stop);

        Assert.Equal(WebhookReservation.Done, await ReserveAsync(store, "1", "b"));
    }

    [Fact]
    public async Task What_is_done_is_forgotten_after_the_retention()
    {
        var store = new MemoryDeliveryStore(_clock);
        await store.ConfirmAsync("1", Week, Stop);

        _clock.Advance(Week - TimeSpan.FromTicks(1));
        Assert.Equal(WebhookReservation.Done, await ReserveAsync(store, "1", "a"));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(WebhookReservation.Reserved, await ReserveAsync(store, "1", "a"));
        await store.ConfirmAsync("2", Week, Stop);
        await store.ConfirmAsync("1", Week, Stop);

        Assert.Equal(2, store.Count);
    }

    [Fact]
    public async Task The_memory_is_bounded_and_forgets_the_oldest()
    {
        var store = new MemoryDeliveryStore(_clock, capacity: 3);
        foreach (var key in (string[])["1", "2", "3", "2", "4"])
        {
            await store.ConfirmAsync(key, Week, Stop);
            _clock.Advance(Minute);
        }

        // Confirmed again, the second one is younger than the third.
        Assert.Equal(3, store.Count);
        Assert.Equal(WebhookReservation.Reserved, await ReserveAsync(store, "1", "a"));
        Assert.Equal(WebhookReservation.Done, await ReserveAsync(store, "2", "a"));
        Assert.Equal(WebhookReservation.Done, await ReserveAsync(store, "4", "a"));
    }

    [Fact]
    public async Task Two_receivers_with_one_store_do_not_take_each_others_events_for_their_own()
    {
        var store = new TestDeliveryStore();
        var handler = new RecordingHandler();
        var (one, two) = (Receiver("eu-app"), Receiver("us-app"));

        Assert.Equal("handled", (await one.ReceiveAsync(WebhookExamples.Event("1"), "s", Stop)).Reason);
        Assert.Equal("handled", (await two.ReceiveAsync(WebhookExamples.Event("1"), "s", Stop)).Reason);
        Assert.Equal("duplicate", (await Receiver("eu-app").ReceiveAsync(WebhookExamples.Event("1"), "s", Stop)).Reason);

        WebhookReceiver Receiver(string name) =>
            new(new WebhookOptions { Secrets = { "s" }, DeliveryStore = store, Name = name }, [handler]);
    }

    /// <summary>Each sender sends every event, and again until it is delivered, as Adapty does.</summary>
    [Fact]
    public async Task Two_hundred_senders_at_once_have_each_event_handled_exactly_once()
    {
        const int Events = 50;
        var handler = new RecordingHandler(async _ => await Task.Yield());
        var receiver = new WebhookReceiver(new WebhookOptions { Secrets = { "s" } }, [handler]);
        var bodies = Enumerable.Range(0, Events).Select(id => WebhookExamples.Event($"e-{id}")).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(sender => Task.Run(async () =>
        {
            for (var index = 0; index < Events; index++)
            {
                var body = bodies[(index + (sender % 7)) % Events];
                WebhookReply reply;
                while ((reply = await receiver.ReceiveAsync(body, "s", Stop)).StatusCode != 200)
                {
                    Assert.Equal("in_progress", reply.Reason);
                    await Task.Yield();
                }
            }
        })));

        Assert.Equal(Enumerable.Range(0, Events).Select(id => $"e-{id}").Order(), handler.Handled.Select(handled => handled.Id).Order());
    }

    private static ValueTask<WebhookReservation> ReserveAsync(MemoryDeliveryStore store, string key, string owner) =>
        store.ReserveAsync(key, owner, Minute, Stop);
}
