using Adapty.Kiota.Models;
using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>The README's test of a whole subscription, run.</summary>
public sealed class SubscriptionStoryTests
{
    [Fact]
    public async Task A_subscription_is_bought_and_expires()
    {
        var fake = new FakeAdapty().AddProduct("monthly.premium", accessLevelId: "premium");
        using AdaptyClient adapty = fake.CreateClient();
        ProfileKey user = fake.AddProfile("user-42").Key;
        DateTimeOffset now = fake.TimeProvider.GetUtcNow();

        await adapty.Purchases.SetTransactionAsync(user, new SubscriptionTransaction
        {
            Store = Stores.AppStore, StoreProductId = "monthly.premium", StoreTransactionId = "1", StoreOriginalTransactionId = "1",
            Price = new() { Country = "US", Currency = "USD", Value = 9.99m }, RenewStatus = true,
            PurchasedAt = now, OriginallyPurchasedAt = now, ExpiresAt = now.AddDays(30),
        }, TestContext.Current.CancellationToken);
        Assert.True((await adapty.Profiles.GetAsync(user, TestContext.Current.CancellationToken)).HasAccess("premium"));

        fake.Advance(TimeSpan.FromDays(30));
        Assert.False((await adapty.Profiles.GetAsync(user, TestContext.Current.CancellationToken)).HasAccess("premium"));
    }
}
