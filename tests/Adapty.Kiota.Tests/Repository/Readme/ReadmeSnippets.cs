using System.Collections.Concurrent;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing;
using Adapty.Kiota.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Adapty.Kiota.Tests.Repository.Readme;

/// <summary>The C# of the READMEs, compiled. A region names the READMEs that show it; <see cref="ReadmeTests"/> compares the two.</summary>
internal static class ReadmeSnippets
{
    public static async Task FirstScreen()
    {
        #region README.md, src/Adapty.Kiota/README.md
        using var adapty = new AdaptyClient("secret_live_…");

        Profile? profile = await adapty.Profiles.FindAsync(ProfileKey.ForCustomer("user-42"));
        bool premium = profile?.HasAccess("premium") ?? false;
        #endregion

        _ = premium;
    }

    public static void AspNetCore(WebApplicationBuilder builder)
    {
        #region src/Adapty.Kiota/README.md
        builder.Services.AddAdapty(builder.Configuration.GetSection("Adapty"));
        #endregion

        var app = builder.Build();

        #region src/Adapty.Kiota/README.md
        app.MapGet("/premium/{user}", async (string user, AdaptyClient adapty, CancellationToken stop) =>
            (await adapty.Profiles.FindAsync(ProfileKey.ForCustomer(user), stop))?.HasAccess("premium") is true
                ? Results.Ok("Welcome in.")
                : Results.StatusCode(402));
        #endregion
    }

    public static void Webhooks(WebApplicationBuilder builder, IUsers users)
    {
        #region src/Adapty.Kiota.AspNetCore/README.md
        builder.Services.AddAdaptyWebhooks(builder.Configuration.GetSection("Adapty:Webhooks"))
            .AddHandler((webhookEvent, stop) => users.RefreshAsync(webhookEvent.AffectedProfiles, stop));

        var app = builder.Build();
        app.MapAdaptyWebhook("/webhooks/adapty");
        #endregion
    }

    /// <summary>An application's own users.</summary>
    public interface IUsers
    {
        Task RefreshAsync(IEnumerable<ProfileKey> keys, CancellationToken cancellationToken);
    }

    #region src/Adapty.Kiota.AspNetCore/README.md
    public sealed class PremiumHandler(AdaptyClient adapty) : IWebhookHandler
    {
        public async Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken)
        {
            Profile? profile = await adapty.Profiles.FindAsync(ProfileKey.ForProfile(webhookEvent.ProfileId), cancellationToken);
            bool premium = profile?.HasAccess("premium") ?? false;
        }
    }
    #endregion

    public static async Task Anonymous(AdaptyClient adapty, string customerUserId, string profileId)
    {
        #region src/Adapty.Kiota/README.md
        Profile? profile = await adapty.Profiles.FindAsync(ProfileKey.ForCustomer(customerUserId))
            ?? await adapty.Profiles.FindAsync(ProfileKey.ForProfile(profileId));
        #endregion
    }

    public static async Task Access(AdaptyClient adapty, ProfileKey key)
    {
        #region src/Adapty.Kiota/README.md
        await adapty.AccessLevels.GrantAsync(key, "premium", until: DateTimeOffset.UtcNow.AddDays(30));
        await adapty.AccessLevels.GrantLifetimeAsync(key, "premium");
        Profile profile = await adapty.AccessLevels.RevokeAsync(key, "premium");
        #endregion
    }

    public static async Task Purchases(AdaptyClient adapty, ProfileKey key)
    {
        #region src/Adapty.Kiota/README.md
        await adapty.Purchases.ValidateStripeAsync(customerUserId: "user-42", stripeToken: "sub_…");

        await adapty.Purchases.SetTransactionAsync(key, new OneTimePurchaseTransaction
        {
            Store = "my-shop", StoreProductId = "lifetime", StoreTransactionId = "order-7", StoreOriginalTransactionId = "order-7",
            PurchasedAt = DateTimeOffset.UtcNow, Price = new Price { Country = "DE", Currency = "EUR", Value = 49.90m },
        });
        #endregion
    }

    private interface IStore
    {
        Task SaveAsync(ProfileKey key, Profile? profile);
    }

    private static async Task Many(AdaptyClient adapty, IEnumerable<ProfileKey> keys, IStore store, CancellationToken stop)
    {
        #region src/Adapty.Kiota/README.md
        await foreach (ProfileResult result in adapty.Profiles.GetManyAsync(keys, new ProfileBatchOptions { MaxPerSecond = 20 }, stop))
        {
            if (result.Error is null)
                await store.SaveAsync(result.Key, result.Profile);
        }
        #endregion
    }

    public static void Storing(Profile profile, TimeProvider clock)
    {
        #region src/Adapty.Kiota/README.md
        string json = AdaptyJson.Serialize(profile);
        Profile again = AdaptyJson.Deserialize<Profile>(json, clock);
        #endregion

        _ = again;
    }

    public static void Cache(WebApplicationBuilder builder)
    {
        #region src/Adapty.Kiota.Caching/README.md
        builder.Services.AddAdapty(builder.Configuration.GetSection("Adapty"));
        builder.Services.AddAdaptyProfileCache();
        #endregion

        var app = builder.Build();

        #region src/Adapty.Kiota.Caching/README.md
        app.MapGet("/premium/{user}", async (string user, ProfileCache cache, CancellationToken stop) =>
            await cache.HasAccessAsync(ProfileKey.ForCustomer(user), "premium", stop)
                ? Results.Ok("Welcome in.")
                : Results.StatusCode(402));
        #endregion

        #region src/Adapty.Kiota.Caching/README.md
        builder.Services.AddAdaptyProfileCache(options => options.Redis = "redis.internal:6380,ssl=true,password=…");
        #endregion

        #region src/Adapty.Kiota.Caching/README.md
        builder.Services.AddAdaptyProfileCache();
        builder.Services.AddOptions<ProfileCacheOptions>()
            .Configure<IConnectionMultiplexer>((options, connection) => options.ConnectionMultiplexer = connection);
        #endregion
    }

    public static async Task Errors(AdaptyClient adapty, ProfileKey key)
    {
        #region README.md
        try
        {
            Profile profile = await adapty.Profiles.GetAsync(key);
        }
        catch (AdaptyProfileNotFoundException)
        {
            // Adapty says so: nobody with this id ever opened the app.
        }
        catch (AdaptyException exception) when (exception.IsTransient)
        {
            // No connection, no time left, 429, 5xx: the retries are used up. Decide by what you last knew, and ask again later.
        }
        #endregion
    }

    public static async Task Testing()
    {
        #region src/Adapty.Kiota.Testing/README.md
        var fake = new FakeAdapty();
        fake.AddProfile("user-42").WithAccessLevel("premium", DateTimeOffset.UtcNow.AddDays(7));

        using AdaptyClient adapty = fake.CreateClient();
        Profile profile = await adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-42"));
        Assert.True(profile.HasAccess("premium"));

        fake.FailNext(503);
        #endregion
    }

    public static async Task Subscription()
    {
        #region src/Adapty.Kiota.Testing/README.md
        var fake = new FakeAdapty().AddProduct("monthly.premium", accessLevelId: "premium");
        using AdaptyClient adapty = fake.CreateClient();
        ProfileKey user = fake.AddProfile("user-42").Key;
        DateTimeOffset now = fake.TimeProvider.GetUtcNow();

        await adapty.Purchases.SetTransactionAsync(user, new SubscriptionTransaction
        {
            Store = Stores.AppStore, StoreProductId = "monthly.premium", StoreTransactionId = "1", StoreOriginalTransactionId = "1",
            PurchasedAt = now, OriginallyPurchasedAt = now, ExpiresAt = now.AddDays(30), RenewStatus = true,
            Price = new() { Country = "US", Currency = "USD", Value = 9.99m },
        });
        Assert.True((await adapty.Profiles.GetAsync(user)).HasAccess("premium"));

        fake.Advance(TimeSpan.FromDays(30));
        Assert.False((await adapty.Profiles.GetAsync(user)).HasAccess("premium"));
        #endregion
    }

    /// <summary>An app of its own: what it keeps, and how.</summary>
    public sealed class PremiumUsers : ConcurrentDictionary<string, bool>;

    #region src/Adapty.Kiota.Testing/README.md
    public sealed class UserHandler(AdaptyClient adapty, PremiumUsers users) : IWebhookHandler
    {
        public async Task HandleAsync(WebhookEvent webhookEvent, CancellationToken stop)
        {
            Profile? profile = await adapty.Profiles.FindAsync(ProfileKey.ForProfile(webhookEvent.ProfileId), stop);
            users[webhookEvent.ProfileId] = profile?.HasAccess("premium") ?? false;
        }
    }
    #endregion

    public static async Task WebhookTest()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<PremiumUsers>();
        builder.Services.AddAdaptyWebhooks(options => options.Secrets.Add("our-secret")).AddHandler<UserHandler>();

        #region README.md, src/Adapty.Kiota.Testing/README.md
        var fake = new FakeAdapty();
        builder.Services.AddAdapty(builder.Configuration.GetSection("Adapty")).UseFakeAdapty(fake);
        await using WebApplication app = builder.Build();
        app.MapAdaptyWebhook("/webhooks/adapty");
        await app.StartAsync();
        fake.SendWebhooksTo(app.GetTestClient(), "/webhooks/adapty", "our-secret");

        FakeProfile user = fake.AddProfile("user-42");
        DateTimeOffset end = fake.TimeProvider.GetUtcNow().AddDays(30);
        user.WithSubscription("monthly.premium", end).WithAccessLevel("premium", end);
        await fake.Webhooks.DeliverAsync();
        var premium = app.Services.GetRequiredService<PremiumUsers>();
        Assert.True(premium[user.ProfileId]);

        await fake.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.False(premium[user.ProfileId]);
        #endregion
    }
}
