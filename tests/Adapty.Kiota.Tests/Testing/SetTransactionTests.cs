using Adapty.Kiota.Models;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>What a transaction makes of a user.</summary>
public sealed class SetTransactionTests : FakeScenario
{
    [Fact]
    public async Task A_subscription_gives_its_access_level_until_it_expires()
    {
        Fake.AddProduct("monthly.gold", "gold");
        var sent = Subscription("monthly.gold");
        sent.Environment = Environments.Sandbox;
        sent.Offer = new() { Category = OfferCategories.Promotional, Type = OfferTypes.PayUpFront, Id = "spring" };

        var profile = await Adapty.Purchases.SetTransactionAsync(User.Key, sent, Token);

        var subscription = Assert.Single(profile.Subscriptions!);
        Assert.Equal("monthly.gold", subscription.StoreProductId);
        Assert.Equal(Environments.Sandbox, subscription.Environment);
        Assert.Equal("spring", subscription.Offer!.Id);
        Assert.Equal(Now.AddDays(30), subscription.ExpiresAt);
        Assert.Null(subscription.RenewalCancelledAt);
        var level = Assert.Single(profile.AccessLevels!);
        Assert.Equal("gold", level.AccessLevelId);
        Assert.Equal("1", level.StoreOriginalTransactionId);
        Assert.Equal(Now.AddDays(30), level.ExpiresAt);
        Assert.True(profile.HasAccess("gold"));
        Assert.Equal(9.99m, profile.TotalRevenueUsd);
        Clock.Advance(TimeSpan.FromDays(30));
        Assert.False((await ReadAsync()).HasAccess("gold"));
    }

    [Fact]
    public async Task A_renewal_takes_the_place_of_what_it_renews()
    {
        await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(), Token);
        Clock.Advance(TimeSpan.FromDays(30));

        var profile = await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(transaction: "2", at: Now.AddDays(30)), Token);

        Assert.Equal("2", Assert.Single(profile.Subscriptions!).StoreTransactionId);
        var level = Assert.Single(profile.AccessLevels!);
        Assert.Equal("2", level.StoreTransactionId);
        Assert.Equal(Now, level.OriginallyPurchasedAt);
        Assert.Equal(Now.AddDays(30), level.PurchasedAt);
        Assert.True(profile.HasAccess("premium"));
        Assert.Equal(19.98m, profile.TotalRevenueUsd);
    }

    [Fact]
    public async Task The_same_transaction_again_changes_the_state_and_counts_once()
    {
        await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(), Token);
        var cancelled = Subscription();
        cancelled.RenewStatus = false;
        cancelled.RenewStatusChangedAt = Now.AddDays(1);
        cancelled.CancellationReason = CancellationReasons.VoluntarilyCancelled;

        var profile = await Adapty.Purchases.SetTransactionAsync(User.Key, cancelled, Token);

        Assert.Equal(9.99m, profile.TotalRevenueUsd);
        Assert.Equal(Now.AddDays(1), Assert.Single(profile.Subscriptions!).RenewalCancelledAt);
        Assert.Equal(Now.AddDays(1), Assert.Single(profile.AccessLevels!).RenewalCancelledAt);
        Assert.Equal(CancellationReasons.VoluntarilyCancelled, profile.AccessLevels![0].CancellationReason);
        Assert.True(profile.HasAccess("premium"));
        cancelled.RenewStatusChangedAt = null;
        Assert.Equal(Now, (await Adapty.Purchases.SetTransactionAsync(User.Key, cancelled, Token)).Subscriptions![0].RenewalCancelledAt);
    }

    [Fact]
    public async Task A_grace_period_keeps_the_access_to_its_end()
    {
        var sent = Subscription();
        sent.BillingIssueDetectedAt = Now.AddDays(30);
        sent.GracePeriodExpiresAt = Now.AddDays(36);

        var profile = await Adapty.Purchases.SetTransactionAsync(User.Key, sent, Token);

        var level = Assert.Single(profile.AccessLevels!);
        Assert.Equal(Now.AddDays(36), level.ExpiresAt);
        Assert.Equal(Now.AddDays(30), level.BillingIssueDetectedAt);
        Assert.True(level.IsInGracePeriod);
        Assert.True(profile.Subscriptions![0].IsInGracePeriod);
        Clock.Advance(TimeSpan.FromDays(36));
        var after = await ReadAsync();
        Assert.False(after.HasAccess("premium"));
        Assert.False(after.AccessLevels![0].IsInGracePeriod);
        Assert.False(after.Subscriptions![0].IsInGracePeriod);
    }

    [Fact]
    public async Task A_payment_ends_the_grace_period()
    {
        var sent = Subscription();
        sent.BillingIssueDetectedAt = Now.AddDays(30);
        sent.GracePeriodExpiresAt = Now.AddDays(36);
        await Adapty.Purchases.SetTransactionAsync(User.Key, sent, Token);

        var level = Assert.Single((await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(transaction: "2", at: Now.AddDays(32)), Token)).AccessLevels!);

        Assert.False(level.IsInGracePeriod);
        Assert.Null(level.BillingIssueDetectedAt);
        Assert.Equal(Now.AddDays(62), level.ExpiresAt);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(40, 30)]
    public async Task A_refund_ends_the_access_and_never_prolongs_it(int refundedAfter, int endsAfter)
    {
        await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(), Token);
        var refunded = Subscription();
        refunded.RefundedAt = Now.AddDays(refundedAfter);
        refunded.CancellationReason = CancellationReasons.Refund;

        var profile = await Adapty.Purchases.SetTransactionAsync(User.Key, refunded, Token);

        Assert.Equal(Now.AddDays(endsAfter), Assert.Single(profile.AccessLevels!).ExpiresAt);
        Assert.Equal(CancellationReasons.Refund, profile.AccessLevels![0].CancellationReason);
        Assert.Equal(0, profile.TotalRevenueUsd);
    }

    [Fact]
    public async Task Another_subscription_is_an_entry_of_its_own()
    {
        await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription(), Token);
        var yearly = Subscription("yearly.premium", "9", "9");
        yearly.ExpiresAt = Now.AddDays(365);

        var profile = await Adapty.Purchases.SetTransactionAsync(User.Key, yearly, Token);

        Assert.Equal(2, profile.Subscriptions!.Count);
        Assert.Equal(2, profile.AccessLevels!.Count);
        Assert.True(profile.HasAccess("premium", Now.AddDays(100)));
    }

    [Fact]
    public async Task A_change_to_a_product_with_another_level_ends_the_first_one()
    {
        Fake.AddProduct("monthly.silver", "silver").AddProduct("monthly.gold", "gold");
        await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription("monthly.silver"), Token);

        var profile = await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription("monthly.gold", "2", at: Now.AddDays(1)), Token);

        Assert.Single(profile.Subscriptions!);
        Assert.False(profile.HasAccess("silver", Now.AddDays(2)));
        Assert.True(profile.HasAccess("gold", Now.AddDays(2)));
    }

    [Fact]
    public async Task A_one_time_purchase_gives_what_its_product_gives()
    {
        Fake.AddProduct("coins.100", isConsumable: true).AddProduct("forever", "premium");

        var coins = await Adapty.Purchases.SetTransactionAsync(User.Key, OneTime(), Token);
        var forever = await Adapty.Purchases.SetTransactionAsync(User.Key, OneTime("forever", "78"), Token);

        var purchase = Assert.Single(coins.NonSubscriptions!);
        Assert.True(purchase.IsConsumable);
        Assert.False(purchase.IsRefund);
        Assert.Empty(coins.AccessLevels!);
        Assert.Equal(2, forever.NonSubscriptions!.DistinctBy(item => item.PurchaseId).Count());
        Assert.Null(Assert.Single(forever.AccessLevels!).ExpiresAt);
        Assert.Empty(forever.Subscriptions!);
        Assert.Equal(3.98m, forever.TotalRevenueUsd);
    }

    [Fact]
    public async Task A_refund_of_a_one_time_purchase_ends_the_lifetime()
    {
        Fake.AddProduct("forever", "premium");
        var bought = await Adapty.Purchases.SetTransactionAsync(User.Key, OneTime("forever"), Token);
        var refund = OneTime("forever");
        refund.RefundedAt = Now.AddDays(2);
        refund.CancellationReason = CancellationReasons.Refund;

        var profile = await Adapty.Purchases.SetTransactionAsync(User.Key, refund, Token);

        Assert.True(Assert.Single(profile.NonSubscriptions!).IsRefund);
        Assert.Equal(bought.NonSubscriptions![0].PurchaseId, profile.NonSubscriptions![0].PurchaseId);
        Assert.Equal(Now.AddDays(2), Assert.Single(profile.AccessLevels!).ExpiresAt);
    }

    [Fact]
    public async Task A_product_that_the_app_lacks_gives_premium_or_what_the_test_says()
    {
        Assert.Equal("premium", Fake.UnknownProductAccessLevel);
        Assert.True((await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription("unknown"), Token)).HasAccess("premium"));

        Fake.UnknownProductAccessLevel = "basic";
        Assert.True((await Adapty.Purchases.SetTransactionAsync(User.Key, Subscription("unknown", "2", "2"), Token)).HasAccess("basic"));

        Fake.UnknownProductAccessLevel = null;
        Assert.Single((await Adapty.Purchases.SetTransactionAsync(Fake.AddProfile("user-43").Key, Subscription("unknown"), Token)).Subscriptions!);
        Assert.Empty((await Adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-43"), Token)).AccessLevels!);
        Assert.Throws<ArgumentException>(() => Fake.UnknownProductAccessLevel = "");
    }

    [Fact]
    public async Task A_base_plan_of_google_play_travels_behind_a_colon()
    {
        Fake.AddProduct("reader", "basic").AddProduct("reader:pro", "gold");
        Subscription Bought(Profile profile) => profile.Subscriptions![^1];
        SubscriptionTransaction OfPlay(string product, string id)
        {
            var transaction = Subscription(product, id, id);
            transaction.Store = Stores.PlayStore;
            return transaction;
        }

        var monthly = await Adapty.Purchases.SetTransactionAsync(User.Key, OfPlay("reader:monthly", "1"), Token);
        var pro = await Adapty.Purchases.SetTransactionAsync(User.Key, OfPlay("reader:pro", "2"), Token);

        Assert.Equal(("reader", "monthly"), (Bought(monthly).StoreProductId, Bought(monthly).StoreBasePlanId));
        Assert.Equal(["basic", "gold"], pro.ActiveAccessLevels().Select(level => level.AccessLevelId));
    }

    [Fact]
    public async Task Revenue_in_another_currency_is_not_converted()
    {
        var sent = Subscription();
        sent.Price!.Currency = "EUR";

        Assert.Equal(0, (await Adapty.Purchases.SetTransactionAsync(User.Key, sent, Token)).TotalRevenueUsd);
    }

    [Fact]
    public async Task An_unknown_user_is_a_bad_request()
    {
        await RefusedAsync<AdaptyProfileNotFoundException>(400, AdaptyErrorCodes.ProfileDoesNotExist, () => Adapty.Purchases.SetTransactionAsync(Nobody, Subscription(), Token));
    }

    [Fact]
    public void Wrong_products_and_levels_are_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => Fake.AddProduct(""));
        Assert.Throws<ArgumentException>(() => Fake.AddProduct("x", ""));
        Assert.Throws<ArgumentException>(() => Fake.AddAccessLevel(""));
    }
}
