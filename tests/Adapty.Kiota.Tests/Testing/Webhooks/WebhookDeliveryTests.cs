using System.Text.Json;
using System.Text.RegularExpressions;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing;
using Adapty.Kiota.Webhooks;
using static Adapty.Kiota.Webhooks.WebhookEventTypes;

namespace Adapty.Kiota.Tests.Testing.Webhooks;

/// <summary>How an event is written and sent, and when it is sent again.</summary>
public sealed partial class WebhookDeliveryTests : FakeScenario
{
    private readonly WebhookApp _app = new();

    public WebhookDeliveryTests() => Fake.SendWebhooksTo(_app.Client, WebhookApp.Path, WebhookApp.Secret);

    [Fact]
    public async Task A_request_has_the_secret_as_it_is_and_the_documented_body()
    {
        await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(), Token);
        await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(transaction: "2"), Token);

        Assert.Equal(4, _app.Requests.Count);
        Assert.Equal(
            $$"""
            POST https://app.example/webhooks/adapty our-long-random-text application/json {"profile_id":"{{User.ProfileId}}","customer_user_id":"user-42","event_type":"subscription_renewed","event_datetime":"2031-03-10T12:00:00.000000+0000","event_properties":{"profile_event_id":"00000000-0000-4000-9000-000000000003","profile_id":"{{User.ProfileId}}","event_datetime":"2031-03-10T12:00:00.000000+0000","environment":"Production","store":"app_store","vendor_product_id":"monthly.premium","transaction_id":"2","original_transaction_id":"1","purchase_date":"2031-03-10T12:00:00.000000+0000","original_purchase_date":"2031-03-10T12:00:00.000000+0000","subscription_expires_at":"2031-04-09T12:00:00.000000+0000","currency":"USD","price_usd":9.99,"price_local":9.99,"original_price_usd":9.99,"original_price_local":9.99,"discount_amount_usd":0,"discount_amount_local":0,"proceeds_usd":8.49,"proceeds_local":8.49,"tax_amount_usd":0,"tax_amount_local":0,"net_revenue_usd":8.49,"net_revenue_local":8.49,"profile_total_revenue_usd":19.98,"consecutive_payments":2,"rate_after_first_year":false,"store_country":"US","profile_has_access_level":true},"event_api_version":1}
            """,
            _app.Requests[2]);
    }

    [Fact]
    public async Task An_access_level_has_its_own_fields_and_life_is_said_in_words()
    {
        await Adapty.AccessLevels.GrantLifetimeAsync(User.Key, "premium", Token);

        var properties = Assert.Single(_app.Handler.Handled).Properties;
        Assert.Equal(("premium", true, true, false, false), (properties.AccessLevelId, properties.IsActive, properties.IsLifetime, properties.WillRenew, properties.IsRefund));
        Assert.Equal((Stores.Adapty, "adapty_server_side_product"), (properties.Store, properties.VendorProductId));
        Assert.Null(properties.ExpiresAt);
        Assert.Null(properties.PriceLocal);
    }

    [Fact]
    public async Task Amounts_in_US_dollars_are_left_out_for_other_currencies()
    {
        var purchase = Subscription();
        purchase.Price = new Price { Country = "DE", Currency = "EUR", Value = 4.99m };

        await Adapty.Purchases.SetTransactionAsync(User.Key, purchase, Token);

        var properties = _app.Handler.Handled.First().Properties;
        Assert.Equal(("EUR", 4.99m, 4.24m, "DE"), (properties.Currency, properties.PriceLocal, properties.ProceedsLocal, properties.StoreCountry));
        Assert.Equal((null, null, null), (properties.PriceUsd, properties.DiscountAmountUsd, properties.NetRevenueUsd));
    }

    [Theory]
    [InlineData(200, WebhookDeliveryResult.Delivered)]
    [InlineData(204, WebhookDeliveryResult.Delivered)]
    [InlineData(302, WebhookDeliveryResult.Delivered)]
    [InlineData(400, WebhookDeliveryResult.Dropped)]
    [InlineData(401, WebhookDeliveryResult.Dropped)]
    [InlineData(404, WebhookDeliveryResult.Dropped)]
    [InlineData(405, WebhookDeliveryResult.Retried)]
    [InlineData(413, WebhookDeliveryResult.Retried)]
    [InlineData(429, WebhookDeliveryResult.Retried)]
    [InlineData(500, WebhookDeliveryResult.Retried)]
    [InlineData(599, WebhookDeliveryResult.Retried)]
    public async Task A_status_decides_whether_the_event_is_sent_again(int status, WebhookDeliveryResult result)
    {
        _app.Respond(status);
        await Adapty.AccessLevels.GrantLifetimeAsync(User.Key, "premium", Token);
        var first = Assert.Single(Fake.Webhooks.Deliveries);
        Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        _app.Instead = null;
        await Fake.Webhooks.DeliverAsync(Token);

        Assert.Equal((result, status, 1, Now), (first.Result, first.StatusCode, first.Attempt, first.SentAt));
        var isRetried = result == WebhookDeliveryResult.Retried;
        Assert.Equal(isRetried ? Now.AddMinutes(1) : (DateTimeOffset?)null, first.NextAttemptAt);
        Assert.Equal(isRetried ? 1 : 0, _app.Handler.Handled.Count);
    }

    [Fact]
    public async Task Retries_double_their_wait_and_end_after_nine_of_them_with_the_same_body()
    {
        using var fake = new FakeAdapty();
        fake.SendWebhooksTo(_app.Client, WebhookApp.Path, WebhookApp.Secret);
        _app.Respond(503);
        fake.AddProfile("user-1").WithAccessLevel("premium", fake.TimeProvider.GetUtcNow().AddDays(90));

        await fake.AdvanceAsync(TimeSpan.FromHours(23), Token);

        var deliveries = fake.Webhooks.Deliveries;
        Assert.Equal([0, 1, 3, 7, 15, 31, 63, 127, 255, 511], deliveries.Select(delivery => Math.Round((delivery.SentAt - deliveries[0].SentAt).TotalMinutes)));
        Assert.Equal([.. Enumerable.Range(1, 10)], deliveries.Select(delivery => delivery.Attempt));
        Assert.All(deliveries.SkipLast(1), delivery => Assert.Equal(WebhookDeliveryResult.Retried, delivery.Result));
        Assert.Equal((WebhookDeliveryResult.Dropped, null), (deliveries[^1].Result, deliveries[^1].NextAttemptAt));
        Assert.Single(_app.Requests.Distinct());
    }

    [Fact]
    public async Task An_address_without_success_for_a_day_gets_no_retries_until_one_succeeds()
    {
        _app.Respond(503);
        Clock.Advance(TimeSpan.FromHours(24));
        await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(90), Token);
        Assert.Equal(WebhookDeliveryResult.Dropped, Assert.Single(Fake.Webhooks.Deliveries).Result);

        _app.Instead = null;
        await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(91), Token);
        _app.Respond(503);
        await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(92), Token);
        Assert.Equal(WebhookDeliveryResult.Retried, Fake.Webhooks.Deliveries[^1].Result);

        // The retry is due when the day is over again.
        Clock.Advance(TimeSpan.FromHours(24));
        await Fake.Webhooks.DeliverAsync(Token);
        Assert.Equal(3, Fake.Webhooks.Deliveries.Count);
    }

    [Fact]
    public async Task An_app_that_cannot_be_reached_gets_the_event_again()
    {
        _app.Instead = _ => throw new HttpRequestException("no connection");
        await Adapty.AccessLevels.GrantLifetimeAsync(User.Key, "premium", Token);
        var first = Assert.Single(Fake.Webhooks.Deliveries);
        _app.Instead = null;
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Fake.Webhooks.DeliverAsync(Token);

        Assert.Equal((null, WebhookDeliveryResult.Retried), (first.StatusCode, first.Result));
        Assert.IsType<HttpRequestException>(first.Error);
        Assert.Equal([AccessLevelUpdated], _app.TakeTypes());
    }

    [Fact]
    public async Task An_app_has_ten_seconds()
    {
        var received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _app.Instead = async stop =>
        {
            received.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
            throw new InvalidOperationException();
        };
        User.WithLifetimeAccess("premium");
        var delivered = Fake.Webhooks.DeliverAsync(Token);
        await received.Task;
        Clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.False(delivered.IsCompleted);

        Clock.Advance(TimeSpan.FromTicks(1));
        await delivered;

        Assert.Equal((null, WebhookDeliveryResult.Retried), (Fake.Webhooks.Deliveries[0].StatusCode, Fake.Webhooks.Deliveries[0].Result));
    }

    [Fact]
    public async Task What_was_not_sent_at_a_cancellation_stays_due()
    {
        using var source = new CancellationTokenSource();
        _app.Instead = async stop =>
        {
            await source.CancelAsync();
            stop.ThrowIfCancellationRequested();
            throw new InvalidOperationException();
        };
        User.WithLifetimeAccess("premium").WithPurchase("coins.100");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fake.Webhooks.DeliverAsync(source.Token));

        _app.Instead = null;
        await Fake.Webhooks.DeliverAsync(Token);
        Assert.Equal([AccessLevelUpdated, NonSubscriptionPurchase], _app.TakeTypes());
    }

    [Fact]
    public async Task A_duplicate_is_sent_and_handled_once()
    {
        Fake.Webhooks.Duplicate();
        await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(), Token);

        Assert.Equal(4, _app.Requests.Count);
        Assert.Equal(2, _app.Requests.Distinct().Count());
        Assert.Equal([SubscriptionStarted, AccessLevelUpdated], _app.TakeTypes());
    }

    [Fact]
    public async Task A_shuffled_order_is_another_one_and_the_same_for_a_seed()
    {
        string[] inOrder = [.. await OrderAsync(null)];
        string[] shuffled = [.. await OrderAsync(7)];

        Assert.NotEqual(inOrder, shuffled);
        Assert.Equal(inOrder, shuffled.Order(StringComparer.Ordinal));
        Assert.Equal(shuffled, await OrderAsync(7));
    }

    [Fact]
    public async Task A_handler_may_ask_the_fake_and_change_it()
    {
        var granted = new List<bool>();
        using var app = new WebhookApp(async (webhookEvent, stop) =>
        {
            granted.Add((await Adapty.Profiles.GetAsync(User.Key, stop)).HasAccess("premium"));
            if (webhookEvent.EventType == SubscriptionStarted)
                await Adapty.AccessLevels.GrantLifetimeAsync(User.Key, "premium", stop);
        });
        Fake.SendWebhooksTo(app.Client, WebhookApp.Path, WebhookApp.Secret);

        await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(), Token);

        Assert.Equal([true, true, true], granted);
        Assert.Equal([SubscriptionStarted, AccessLevelUpdated, AccessLevelUpdated], app.TakeTypes());
    }

    [Fact]
    public async Task Of_many_calls_at_once_each_has_sent_its_own_events_when_it_returns()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            var user = Fake.AddProfile($"user-{number + 100}");
            await Adapty.AccessLevels.GrantLifetimeAsync(user.Key, "premium", Token);
            Assert.Contains(_app.Handler.Handled, handled => handled.CustomerUserId == user.CustomerUserId);
        }));

        Assert.Equal(100, _app.Handler.Handled.Count);
    }

    [Fact]
    public async Task An_event_of_the_tests_own_is_sent_as_it_is()
    {
        var delivery = await Fake.SendAsync(new WebhookEvent(SubscriptionPaused, User.ProfileId) { CustomerUserId = "user-42" }, Token);

        Assert.Equal((200, "{}", WebhookDeliveryResult.Delivered), (delivery.StatusCode, delivery.ResponseBody, delivery.Result));
        Assert.Equal("subscription_paused, attempt 1: 200, Delivered", delivery.ToString());
        Assert.EndsWith($$$"""{"profile_id":"{{{User.ProfileId}}}","customer_user_id":"user-42","event_type":"subscription_paused","event_properties":{}}""", _app.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_event_has_dates_of_the_documented_form_and_names_that_the_core_knows()
    {
        User.WithSubscription("monthly", Now.AddDays(3), plan => plan.IsInGracePeriod = true).WithLifetimeAccess("premium").WithPurchase("coins");
        await Fake.Webhooks.DeliverAsync(Token);

        Assert.Equal(4, _app.Requests.Count);
        foreach (var body in _app.Requests.Select(request => request[request.IndexOf('{', StringComparison.Ordinal)..]))
        {
            using var document = JsonDocument.Parse(body);
            Assert.Empty(WebhookEvent.Parse(body).AdditionalData);
            Assert.Empty(WebhookEvent.Parse(body).Properties.AdditionalData);
            var dates = document.RootElement.GetProperty("event_properties").EnumerateObject()
                .Where(member => member.Name is "event_datetime" || member.Name.EndsWith("_date", StringComparison.Ordinal) || member.Name.EndsWith("_at", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(dates);
            Assert.All(dates, date => Assert.Matches(DocumentedDate(), date.Value.GetString()));
        }
    }

    [Fact]
    public async Task Nothing_is_sent_before_an_address_is_given()
    {
        using var fake = new FakeAdapty(Clock);

        await Assert.ThrowsAsync<InvalidOperationException>(() => fake.Webhooks.DeliverAsync(Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => fake.SendAsync(new WebhookEvent("x", "y"), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => fake.AdvanceAsync(TimeSpan.FromDays(1), Token));
    }

    [Theory]
    [InlineData("/webhooks/adapty", "secret")]
    [InlineData("ftp://app.example/", "secret")]
    [InlineData("https://app.example/", " canary")]
    [InlineData("https://app.example/", "canary\n")]
    [InlineData("https://app.example/", "")]
    [InlineData("", "secret")]
    public void A_wrong_address_or_secret_is_refused_without_repeating_it(string path, string secret)
    {
        using var client = new HttpClient();

        var exception = Assert.Throws<ArgumentException>(() => Fake.SendWebhooksTo(client, path, secret));

        Assert.DoesNotContain("canary", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The users in the order in which their events arrive.</summary>
    private async Task<IEnumerable<string>> OrderAsync(int? seed)
    {
        using var app = new WebhookApp();
        using var fake = new FakeAdapty(Clock);
        fake.SendWebhooksTo(app.Client, WebhookApp.Path, WebhookApp.Secret);
        if (seed is { } given)
            fake.Webhooks.Shuffle(given);
        for (var user = 0; user < 9; user++)
            fake.AddProfile($"user-{user}").WithLifetimeAccess("premium");
        await fake.Webhooks.DeliverAsync(Token);
        return [.. app.Handler.Handled.Select(handled => handled.CustomerUserId!)];
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+0000$")]
    private static partial Regex DocumentedDate();
}
