using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Json;

/// <summary>The body of Adapty's Get profile page, field by field.</summary>
public sealed class ProfilePageTests
{
    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute, int second) =>
        new(year, month, day, hour, minute, second, TimeSpan.Zero);

    [Fact]
    public async Task Profile()
    {
        var profile = await TestData.ReadAsync(TestData.ProfileBody);

        Assert.Equal("14c3d333-2f3a-455a-aa86-ef83dff6913b", profile.AppId);
        Assert.Equal("d8533a10-bcce-4e33-8c9d-88b05ac56559", profile.ProfileId);
        Assert.Equal("77B14FB4-FD2A-4D38-AA3A-4C433F79863C", profile.CustomerUserId);
        Assert.Equal(9.99m, profile.TotalRevenueUsd);
        Assert.Equal("fdaeef7f8aaa33c9", profile.SegmentHash);
        Assert.Equal(1733324566777L, profile.Timestamp);
        var attribute = Assert.Single(profile.CustomAttributes!);
        Assert.Equal(("favourite_sport", "yoga"), (attribute.Key, attribute.Value!.String));
        Assert.Empty(profile.AdditionalData);
    }

    [Fact]
    public async Task Access_level()
    {
        var profile = await TestData.ReadAsync(TestData.ProfileBody);

        var level = Assert.Single(profile.AccessLevels!);
        Assert.Equal("premium", level.AccessLevelId);
        Assert.Equal(Stores.AppStore, level.Store);
        Assert.Equal("unlimited.9999", level.StoreProductId);
        Assert.Null(level.StoreBasePlanId);
        Assert.Equal("2000000335013007", level.StoreTransactionId);
        Assert.Equal("2000000335013007", level.StoreOriginalTransactionId);
        Assert.Null(level.Offer);
        Assert.Null(level.Environment);
        Assert.Null(level.StartsAt);
        Assert.Equal(Utc(2024, 12, 24, 10, 50, 23), level.PurchasedAt);
        Assert.Equal(Utc(2024, 12, 24, 10, 50, 23), level.OriginallyPurchasedAt);
        Assert.Null(level.ExpiresAt);
        Assert.Equal(Utc(2025, 1, 5, 13, 27, 47).AddTicks(4_614_250), level.RenewalCancelledAt);
        Assert.Null(level.BillingIssueDetectedAt);
        Assert.False(level.IsInGracePeriod);
        Assert.Null(level.CancellationReason);
        Assert.Empty(level.AdditionalData);
        Assert.True(profile.HasAccess("premium"));
    }

    [Fact]
    public async Task Subscriptions()
    {
        var profile = await TestData.ReadAsync(TestData.ProfileBody);

        Assert.Equal(["unlimited.9999", "weekly.premium.599"], profile.Subscriptions!.Select(subscription => subscription.StoreProductId));
        var weekly = profile.Subscriptions![1];
        Assert.Equal(Stores.AppStore, weekly.Store);
        Assert.Null(weekly.StoreBasePlanId);
        Assert.Equal("2000000825768152", weekly.StoreTransactionId);
        Assert.Equal("2000000815033245", weekly.StoreOriginalTransactionId);
        Assert.Null(weekly.Offer);
        Assert.Equal(Environments.Sandbox, weekly.Environment);
        Assert.Equal(Utc(2024, 12, 24, 11, 13, 4), weekly.PurchasedAt);
        Assert.Equal(Utc(2024, 12, 24, 11, 13, 4), weekly.OriginallyPurchasedAt);
        Assert.Equal(Utc(2025, 1, 10, 11, 34, 40), weekly.ExpiresAt);
        Assert.Null(weekly.RenewalCancelledAt);
        Assert.Null(weekly.BillingIssueDetectedAt);
        Assert.False(weekly.IsInGracePeriod);
        Assert.Null(weekly.CancellationReason);
        Assert.Empty(weekly.AdditionalData);
    }

    [Fact]
    public async Task One_time_purchase()
    {
        var profile = await TestData.ReadAsync(TestData.ProfileBody);

        var purchase = Assert.Single(profile.NonSubscriptions!);
        Assert.Equal("7a5f9a7d-e236-33e6-96d8-53a3c59c5562", purchase.PurchaseId);
        Assert.Equal(Stores.AppStore, purchase.Store);
        Assert.Equal("1year.premium", purchase.StoreProductId);
        Assert.Null(purchase.StoreBasePlanId);
        Assert.Equal("30002109551456", purchase.StoreTransactionId);
        Assert.Equal("30002109551456", purchase.StoreOriginalTransactionId);
        Assert.Equal(Utc(2022, 10, 12, 9, 42, 50), purchase.PurchasedAt);
        Assert.Equal(Environments.Production, purchase.Environment);
        Assert.False(purchase.IsRefund);
        Assert.False(purchase.IsConsumable);
        Assert.Empty(purchase.AdditionalData);
    }

    [Fact]
    public void The_fixture_is_the_documented_body()
    {
        var facts = Checkout.Shared("adapty-api.md");
        Assert.SkipWhen(facts is null, "the fact sheet is not beside the checkout");

        Assert.Contains("```json\n" + TestData.ProfileBody, facts, StringComparison.Ordinal);
    }
}
