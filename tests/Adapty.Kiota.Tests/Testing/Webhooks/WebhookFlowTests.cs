using Adapty.Kiota.Models;
using Adapty.Kiota.Testing;
using Adapty.Kiota.Webhooks;
using static Adapty.Kiota.Webhooks.WebhookEventTypes;

namespace Adapty.Kiota.Tests.Testing.Webhooks;

/// <summary>Which events a change sends: those of Adapty's "Event flows".</summary>
public sealed class WebhookFlowTests : FakeScenario
{
    private readonly WebhookApp _app = new();

    public WebhookFlowTests() => Fake.SendWebhooksTo(_app.Client, WebhookApp.Path, WebhookApp.Secret);

    [Fact]
    public async Task A_purchase_starts_the_subscription_and_its_access_before_the_call_returns()
    {
        await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(), Token);

        Assert.Equal([SubscriptionStarted, AccessLevelUpdated], _app.TakeTypes());
    }

    [Fact]
    public async Task A_renewal_renews_also_after_a_lapse()
    {
        await BoughtAsync(Subscription());
        await BuyAsync(Subscription(transaction: "2", at: Now.AddDays(29)), SubscriptionRenewed, AccessLevelUpdated);
        await PassAsync(60, SubscriptionExpired, AccessLevelUpdated);

        // Time alone has passed: the next change must not hide what expired before it.
        await BuyAsync(Subscription(transaction: "3", at: Now.AddDays(65)), SubscriptionRenewed, AccessLevelUpdated);
        Clock.Advance(TimeSpan.FromDays(60));
        await BuyAsync(
            Subscription(transaction: "4", at: Now.AddDays(100)),
            SubscriptionExpired, AccessLevelUpdated, SubscriptionRenewed, AccessLevelUpdated);
    }

    [Fact]
    public async Task A_cancelled_renewal_changes_nothing_until_the_period_ends()
    {
        await BoughtAsync(Subscription());
        var cancelled = Subscription();
        (cancelled.RenewStatus, cancelled.RenewStatusChangedAt) = (false, Now.AddDays(1));

        await BuyAsync(cancelled, SubscriptionRenewalCancelled, AccessLevelUpdated);
        await BuyAsync(cancelled);
        await BuyAsync(Subscription(), SubscriptionRenewalReactivated, AccessLevelUpdated);
        await BuyAsync(cancelled, SubscriptionRenewalCancelled, AccessLevelUpdated);
        await PassAsync(29);
        var expired = (await PassAsync(1, SubscriptionExpired, AccessLevelUpdated))[0];

        Assert.Equal(CancellationReasons.VoluntarilyCancelled, expired.Properties.CancellationReason);
        Assert.Equal(Now.AddDays(30), expired.OccurredAt);
        Assert.False(expired.Properties.ProfileHasAccessLevel);
    }

    [Fact]
    public async Task A_refund_takes_the_place_of_the_expiry()
    {
        await BoughtAsync(Subscription());
        Clock.Advance(TimeSpan.FromDays(2));
        var refunded = Subscription();
        (refunded.RefundedAt, refunded.CancellationReason) = (Now.AddDays(1), CancellationReasons.Refund);
        refunded.RenewStatus = false;

        var events = await BuyAsync(refunded, SubscriptionRefunded, AccessLevelUpdated);
        await PassAsync(60);

        Assert.Equal(CancellationReasons.Refund, events[0].Properties.CancellationReason);
        Assert.Equal((true, false), (events[1].Properties.IsRefund, events[1].Properties.IsActive));
    }

    [Fact]
    public async Task A_trial_is_started_and_paid()
    {
        var started = (await BuyAsync(Trial(), TrialStarted, AccessLevelUpdated))[0];
        Clock.Advance(TimeSpan.FromDays(6));
        await BuyAsync(Subscription(transaction: "2", at: Now.AddDays(6)), TrialConverted, AccessLevelUpdated);

        Assert.Equal("7 days", started.Properties.TrialDuration);
        Assert.Null(started.Properties.PriceUsd);
    }

    [Fact]
    public async Task An_unpaid_trial_expires_and_is_converted_when_it_is_paid_later()
    {
        await BoughtAsync(Trial());
        var cancelled = Trial();
        (cancelled.RenewStatus, cancelled.RenewStatusChangedAt) = (false, Now.AddDays(1));

        await BuyAsync(cancelled, TrialRenewalCancelled, AccessLevelUpdated);
        await BuyAsync(Trial(), TrialRenewalReactivated, AccessLevelUpdated);
        await PassAsync(7, TrialExpired, AccessLevelUpdated);
        await BuyAsync(Subscription(transaction: "2", at: Now.AddDays(7)), TrialConverted, AccessLevelUpdated);
    }

    [Fact]
    public async Task An_upgrade_returns_the_old_product_and_starts_the_new_one()
    {
        Fake.AddProduct("monthly.premium", "premium").AddProduct("monthly.gold", "gold");
        await BoughtAsync(Subscription());
        Clock.Advance(TimeSpan.FromDays(10));

        var events = await BuyAsync(
            Subscription("monthly.gold", transaction: "2", at: Now.AddDays(10)),
            SubscriptionRefunded, SubscriptionStarted, AccessLevelUpdated, AccessLevelUpdated);

        Assert.Equal((CancellationReasons.Upgraded, "monthly.premium"), (events[0].Properties.CancellationReason, events[0].Properties.VendorProductId));
        Assert.Equal(
            [("gold", true), ("premium", false)],
            events.Skip(2).Select(changed => (changed.Properties.AccessLevelId, changed.Properties.IsActive)).OrderBy(level => level.AccessLevelId));
    }

    [Fact]
    public async Task A_change_at_the_renewal_lets_the_old_product_expire()
    {
        await BoughtAsync(Subscription());
        Clock.Advance(TimeSpan.FromDays(29));

        await BuyAsync(
            Subscription("monthly.basic", transaction: "2", at: Now.AddDays(30)), SubscriptionExpired, SubscriptionStarted, AccessLevelUpdated);
    }

    [Fact]
    public async Task A_failed_payment_enters_the_grace_period_and_expires_with_it()
    {
        await BoughtAsync(Subscription());
        Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        var failed = Subscription();
        (failed.BillingIssueDetectedAt, failed.GracePeriodExpiresAt) = (Now.AddDays(30), Now.AddDays(46));

        var events = await BuyAsync(failed, BillingIssueDetected, EnteredGracePeriod, AccessLevelUpdated);
        await PassAsync(15);
        var expired = (await PassAsync(2, SubscriptionExpired, AccessLevelUpdated))[0];

        Assert.Equal(Now.AddDays(46), events[1].Properties.SubscriptionExpiresAt);
        Assert.Equal((true, true), (events[2].Properties.IsInGracePeriod, events[2].Properties.IsActive));
        Assert.Equal(CancellationReasons.BillingError, expired.Properties.CancellationReason);
    }

    [Fact]
    public async Task A_payment_that_Google_puts_off_is_deferred()
    {
        var purchase = Subscription();
        purchase.Store = Stores.PlayStore;
        await BoughtAsync(purchase);
        purchase.ExpiresAt = Now.AddDays(60);

        await BuyAsync(purchase, SubscriptionDeferred, AccessLevelUpdated);
    }

    [Fact]
    public async Task A_one_time_purchase_is_bought_and_refunded()
    {
        Fake.AddProduct("coins.100", isConsumable: true);
        await BuyAsync(OneTime(), NonSubscriptionPurchase);
        var refunded = OneTime();
        (refunded.RefundedAt, refunded.CancellationReason) = (Now.AddDays(1), CancellationReasons.Refund);

        await BuyAsync(refunded, NonSubscriptionPurchaseRefunded);
    }

    [Fact]
    public async Task Grants_and_revocations_change_the_access_level_alone()
    {
        await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(30), Token);
        Assert.Equal([AccessLevelUpdated], _app.TakeTypes());
        await Adapty.AccessLevels.RevokeAsync(User.Key, "premium", Token);
        Assert.Equal([AccessLevelUpdated], _app.TakeTypes());
        await Adapty.AccessLevels.GrantAsync(User.Key, "premium", Now.AddDays(9), Now.AddDays(5), Token);
        Assert.Equal([AccessLevelUpdated], _app.TakeTypes());
        await PassAsync(5, AccessLevelUpdated);
        await PassAsync(4, AccessLevelUpdated);
    }

    [Fact]
    public async Task A_restore_and_a_refused_call_send_nothing()
    {
        await BoughtAsync(Subscription());
        await BuyAsync(Subscription());
        var refused = Subscription(transaction: "2");
        refused.ExpiresAt = Now.AddDays(-1);
        await Assert.ThrowsAsync<AdaptyValidationException>(() => Adapty.Purchases.SetTransactionAsync(User.Key, refused, Token));
        await Adapty.Profiles.GetAsync(User.Key, Token);

        Assert.Empty(_app.TakeTypes());
    }

    [Fact]
    public async Task What_a_test_sets_up_is_sent_when_the_test_says_so_or_with_the_next_request()
    {
        User.WithSubscription("monthly.premium", Now.AddDays(30)).WithAccessLevel("premium", Now.AddDays(30));
        Assert.Empty(_app.TakeTypes());
        await Fake.Webhooks.DeliverAsync(Token);
        Assert.Equal([SubscriptionStarted, AccessLevelUpdated], _app.TakeTypes());

        User.WithPurchase("coins.100");
        await Adapty.Profiles.GetAsync(User.Key, Token);
        Assert.Equal([NonSubscriptionPurchase], _app.TakeTypes());
    }

    [Fact]
    public async Task A_web_purchase_sends_what_it_brings()
    {
        Fake.AddWebPurchase("sub_1", user => user.WithSubscription("web", Now.AddDays(30), web => web.Store = Stores.Stripe));

        await Adapty.Purchases.ValidateStripeAsync("new-user", "sub_1", Token);

        Assert.Equal(("new-user", Stores.Stripe), (Assert.Single(_app.Handler.Handled).CustomerUserId, _app.Handler.Handled.Single().Properties.Store));
        Assert.Equal([SubscriptionStarted], _app.TakeTypes());
    }

    [Fact]
    public async Task What_was_there_before_and_what_is_gone_is_not_told()
    {
        using var fake = new FakeAdapty(Clock);
        var user = fake.AddProfile("user-1").WithAccessLevel("premium", Now.AddDays(30)).WithSubscription("monthly", Now.AddDays(30));
        fake.AddProfile("user-2").WithAccessLevel("premium", Now.AddDays(30));
        fake.SendWebhooksTo(_app.Client, WebhookApp.Path, WebhookApp.Secret);
        using var client = fake.CreateClient();

        await fake.Webhooks.DeliverAsync(Token);
        Assert.Empty(_app.TakeTypes());
        await client.Profiles.DeleteAsync(user.Key, Token);
        Clock.Advance(TimeSpan.FromDays(30));
        await fake.Webhooks.DeliverAsync(Token);
        Assert.Equal("user-2", Assert.Single(_app.Handler.Handled).CustomerUserId);
    }

    private static SubscriptionTransaction Trial()
    {
        var trial = Subscription();
        trial.Offer = new Offer { Category = OfferCategories.Introductory, Type = OfferTypes.FreeTrial };
        trial.Price!.Value = 0;
        trial.ExpiresAt = Now.AddDays(7);
        return trial;
    }

    /// <summary>Sets a transaction whose events another test is about.</summary>
    private async Task BoughtAsync(SubscriptionTransaction transaction)
    {
        await Adapty.Purchases.SetTransactionAsync(User.Key, transaction, Token);
        _app.TakeTypes();
    }

    private async Task<List<WebhookEvent>> BuyAsync(PurchaseTransaction transaction, params string[] types)
    {
        _ = transaction is SubscriptionTransaction subscription
            ? await Adapty.Purchases.SetTransactionAsync(User.Key, subscription, Token)
            : await Adapty.Purchases.SetTransactionAsync(User.Key, (OneTimePurchaseTransaction)transaction, Token);
        return Taken(types);
    }

    private async Task<List<WebhookEvent>> PassAsync(int days, params string[] types)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        await Fake.Webhooks.DeliverAsync(Token);
        return Taken(types);
    }

    private List<WebhookEvent> Taken(string[] types)
    {
        List<WebhookEvent> events = [.. _app.Handler.Handled];
        Assert.Equal(types, _app.TakeTypes());
        return events;
    }
}
