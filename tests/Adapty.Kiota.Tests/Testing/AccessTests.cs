using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>What a user of the package writes: a user, what they have, and the code that asks.</summary>
public sealed class AccessTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Now);
    private readonly FakeAdapty _fake;

    public AccessTests() => _fake = new FakeAdapty(_clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task An_access_level_is_active_until_its_expiry()
    {
        _fake.AddProfile("user-42").WithAccessLevel("premium", expiresAt: Now.AddDays(7));
        using var adapty = _fake.CreateClient();

        var profile = await adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-42"), Token);

        Assert.True(profile.HasAccess("premium"));
        Assert.False(profile.HasAccess("pro"));
        _clock.Advance(TimeSpan.FromDays(7));
        Assert.False(profile.HasAccess("premium"));
    }

    [Fact]
    public async Task Lifetime_access_has_no_expiry()
    {
        var user = _fake.AddProfile("user-42").WithLifetimeAccess("premium");
        using var adapty = _fake.CreateClient();

        var level = Assert.Single((await adapty.Profiles.GetAsync(user.Key, Token)).AccessLevels!);

        Assert.Null(level.ExpiresAt);
        Assert.True(level.IsActiveAt(DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task An_expired_access_level_stays_in_the_list()
    {
        var user = _fake.AddProfile("user-42").WithAccessLevel("premium", Now.AddDays(-1));
        using var adapty = _fake.CreateClient();

        var profile = await adapty.Profiles.GetAsync(user.Key, Token);

        Assert.False(profile.HasAccess("premium"));
        Assert.Equal(Now.AddDays(-1), Assert.Single(profile.AccessLevels!).PurchasedAt);
    }

    [Fact]
    public async Task The_rest_of_an_access_level_can_be_set()
    {
        var user = _fake.AddProfile("user-42").WithAccessLevel("premium", Now.AddDays(30), level =>
        {
            level.StartsAt = Now.AddDays(1);
            level.Store = Stores.PlayStore;
            level.Environment = Environments.Sandbox;
            level.IsInGracePeriod = true;
            level.CancellationReason = CancellationReasons.BillingError;
            level.Offer = new() { Category = OfferCategories.Introductory, Type = OfferTypes.FreeTrial };
            level.AdditionalData["is_gift"] = true;
        });
        using var adapty = _fake.CreateClient();

        var profile = await adapty.Profiles.GetAsync(user.Key, Token);

        var level = Assert.Single(profile.AccessLevels!);
        Assert.False(profile.HasAccess("premium"));
        Assert.Equal(Now.AddDays(1), level.StartsAt);
        Assert.Equal(Stores.PlayStore, level.Store);
        Assert.Equal(Environments.Sandbox, level.Environment);
        Assert.True(level.IsInGracePeriod);
        Assert.Equal(CancellationReasons.BillingError, level.CancellationReason);
        Assert.Equal(OfferTypes.FreeTrial, level.Offer!.Type);
        Assert.Equal("True", level.AdditionalData["is_gift"].ToString());
    }

    [Fact]
    public async Task A_user_can_change_between_two_requests()
    {
        var user = _fake.AddProfile("user-42").WithAccessLevel("premium", Now.AddDays(-1)).WithLifetimeAccess("archive");
        using var adapty = _fake.CreateClient();
        Assert.False((await adapty.Profiles.GetAsync(user.Key, Token)).HasAccess("premium"));

        user.WithAccessLevel("premium", Now.AddDays(30));

        var profile = await adapty.Profiles.GetAsync(user.Key, Token);
        Assert.Equal(["premium", "archive"], profile.ActiveAccessLevels().Select(level => level.AccessLevelId));
    }

    [Fact]
    public async Task Purchases_and_attributes_are_read_back()
    {
        var user = _fake.AddProfile("user-42")
            .WithSubscription("premium.monthly", Now.AddDays(30), subscription => subscription.RenewalCancelledAt = Now)
            .WithPurchase("coins.100", purchase => purchase.IsConsumable = true)
            .WithCustomAttribute("favourite_sport", "golf")
            .WithCustomAttribute("favourite_sport", "yoga")
            .WithCustomAttribute("logins", 12.5m)
            .WithRevenue(19.98m);
        using var adapty = _fake.CreateClient();

        var profile = await adapty.Profiles.GetAsync(user.Key, Token);

        var subscription = Assert.Single(profile.Subscriptions!);
        Assert.Equal("premium.monthly", subscription.StoreProductId);
        Assert.Equal(Now.AddDays(30), subscription.ExpiresAt);
        Assert.Equal(Now, subscription.RenewalCancelledAt);
        Assert.Equal(Environments.Production, subscription.Environment);
        var purchase = Assert.Single(profile.NonSubscriptions!);
        Assert.Equal("coins.100", purchase.StoreProductId);
        Assert.True(purchase.IsConsumable);
        Assert.False(purchase.IsRefund);
        Assert.NotEqual(subscription.StoreTransactionId, purchase.StoreTransactionId);
        Assert.Equal(["favourite_sport=yoga", "logins=12.5"], profile.CustomAttributes!.Select(attribute => $"{attribute.Key}={attribute.Value}"));
        Assert.Equal(19.98m, profile.TotalRevenueUsd);
        Assert.Equal(Now.ToUnixTimeMilliseconds(), profile.Timestamp);
        Assert.Empty(profile.ActiveAccessLevels());
    }

    [Fact]
    public async Task Both_ids_find_a_user_and_an_anonymous_one_has_only_the_profile_id()
    {
        var user = _fake.AddProfile("user-42");
        var anonymous = _fake.AddAnonymousProfile();
        using var adapty = _fake.CreateClient();

        Assert.Equal(ProfileKey.ForCustomer("user-42"), user.Key);
        Assert.Equal("user-42", (await adapty.Profiles.GetAsync(ProfileKey.ForProfile(Guid.Parse(user.ProfileId)), Token)).CustomerUserId);
        Assert.Equal(ProfileKey.ForProfile(anonymous.ProfileId), anonymous.Key);
        Assert.Null((await adapty.Profiles.GetAsync(anonymous.Key, Token)).CustomerUserId);
        Assert.Null(anonymous.CustomerUserId);
    }

    [Fact]
    public async Task An_unknown_user_is_not_found()
    {
        _fake.AddProfile("user-42");
        using var adapty = _fake.CreateClient();

        Assert.Null(await adapty.Profiles.FindAsync(ProfileKey.ForCustomer("User-42"), Token));
        var exception = await Assert.ThrowsAsync<AdaptyProfileNotFoundException>(() => adapty.Profiles.GetAsync(ProfileKey.ForProfile("user-42"), Token));
        Assert.Matches("^[0-9a-f]{32}$", exception.RequestId);
    }
}
