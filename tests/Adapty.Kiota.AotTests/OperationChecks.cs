using Adapty.Kiota.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.AotTests;

/// <summary>What an app does with users, from creating to deleting one. The client comes from configuration and the container.</summary>
internal static class OperationChecks
{
    private static readonly DateTimeOffset Later = new(2090, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static async Task RunAsync(FakeAdaptyServer server, Report report)
    {
        server.Fake.AddProduct("premium.monthly", "premium").AddProduct("coins.100", isConsumable: true).AddCurrency("COIN", "Coins");
        var settings = new Dictionary<string, string?>
        {
            ["Adapty:ApiKey"] = server.Fake.ApiKey,
            ["Adapty:BaseAddress"] = server.Address.AbsoluteUri,
            ["Adapty:Timeout"] = "00:00:20",
        };
        var services = new ServiceCollection();
        services.AddAdapty(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Adapty"));
        services.AddAdapty("eu-app", options => (options.ApiKey, options.BaseAddress) = (server.Fake.ApiKey, server.Address));
        await using var provider = services.BuildServiceProvider();
        var adapty = provider.GetRequiredService<AdaptyClient>();
        var key = ProfileKey.ForCustomer("user-42");

        await ProfilesAsync(adapty, provider.GetRequiredKeyedService<AdaptyClient>("eu-app"), key, report);
        await AccessAsync(adapty, key, report);
        await PurchasesAsync(adapty, key, report);
        await SettingsAsync(adapty, key, report);
        await PaywallsAsync(server, adapty, report);
        await CurrencyAsync(adapty, key, report);

        await adapty.Profiles.DeleteAsync(key);
        report.Equal(null, await adapty.Profiles.FindAsync(key));
    }

    private static async Task ProfilesAsync(AdaptyClient adapty, AdaptyClient other, ProfileKey key, Report report)
    {
        var created = await adapty.Profiles.CreateAsync(key, new CreateProfileRequest
        {
            FirstName = "Ada",
            Birthday = new Date(1990, 12, 31),
            InstallationMeta = new InstallationMeta { DeviceId = "device-1", Platform = "iOS" },
            CustomAttributes = [CustomAttribute.Of("sport", "yoga"), CustomAttribute.Of("logins", 12.5m)],
        });
        report.Equal("user-42", created.CustomerUserId);
        report.Equal("sport=yoga logins=12.5", string.Join(' ', created.CustomAttributes!.Select(attribute => $"{attribute.Key}={attribute.Value}")));

        var updated = await adapty.Profiles.UpdateAsync(key, new UpdateProfileRequest { LastName = "Lovelace", CustomAttributes = [CustomAttribute.Delete("sport")] });
        report.Equal(1, updated.CustomAttributes!.Count);
        report.Equal(12.5m, updated.CustomAttributes![0].Value!.Decimal);
        report.Equal(created.ProfileId, (await other.Profiles.GetAsync(ProfileKey.ForProfile(created.ProfileId!))).ProfileId);
    }

    private static async Task AccessAsync(AdaptyClient adapty, ProfileKey key, Report report)
    {
        var granted = await adapty.AccessLevels.GrantAsync(key, "premium", Later);
        report.True(granted.HasAccess("premium"));
        report.Equal(Later, granted.ActiveAccessLevels()[0].ExpiresAt);

        var revoked = await adapty.AccessLevels.RevokeAsync(key, "premium");
        report.True(!revoked.HasAccess("premium"));
        report.True((await adapty.AccessLevels.GrantLifetimeAsync(key, "premium")).HasAccess("premium", DateTimeOffset.MaxValue));
        await adapty.AccessLevels.RevokeAsync(key, "premium");
    }

    private static async Task PurchasesAsync(AdaptyClient adapty, ProfileKey key, Report report)
    {
        var subscribed = await adapty.Purchases.SetTransactionAsync(key, new SubscriptionTransaction
        {
            Store = Stores.AppStore,
            StoreProductId = "premium.monthly",
            StoreTransactionId = "t-1",
            StoreOriginalTransactionId = "t-1",
            Environment = Environments.Production,
            Price = new Price { Country = "US", Currency = "USD", Value = 9.99m },
            PurchasedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            OriginallyPurchasedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            ExpiresAt = Later,
            RenewStatus = true,
        });
        report.True(subscribed.HasAccess("premium"));
        report.Equal("premium.monthly", subscribed.Subscriptions!.Single().StoreProductId);

        var bought = await adapty.Purchases.SetTransactionAsync(key, new OneTimePurchaseTransaction
        {
            Store = Stores.AppStore,
            StoreProductId = "coins.100",
            StoreTransactionId = "t-2",
            StoreOriginalTransactionId = "t-2",
            Environment = Environments.Sandbox,
            Price = new Price { Country = "DE", Currency = "EUR", Value = 4.49m },
            PurchasedAt = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero),
        });
        report.Equal("coins.100", bought.NonSubscriptions!.Single().StoreProductId);

        report.True((await adapty.Purchases.ValidateStripeAsync("user-42", "sub_123")) is not null);
        report.Equal("user-42", (await adapty.Purchases.ValidatePaddleAsync("user-42", "txn_123")).CustomerUserId);
    }

    private static async Task SettingsAsync(AdaptyClient adapty, ProfileKey key, Report report)
    {
        await adapty.RefundSaver.SetSettingsAsync(key, new SetRefundSaverSettingsRequest { Consent = true });
        report.Equal(true, (await adapty.RefundSaver.GetSettingsAsync(key)).Settings!.Consent);

        await adapty.Integrations.SetIdentifiersAsync(key, new IntegrationIdentifiers { FirebaseAppInstanceId = "firebase-1" });
        report.Equal("firebase-1", (await adapty.Integrations.GetIdentifiersAsync(key)).FirebaseAppInstanceId);
    }

    private static async Task PaywallsAsync(FakeAdaptyServer server, AdaptyClient adapty, Report report)
    {
        string[] ids = [.. Enumerable.Range(1, 3).Select(number => server.Fake.AddPaywall($"Paywall {number}"))];
        var listed = new List<string>();
        await foreach (var paywall in adapty.Paywalls.ListAsync(pageSize: 2))
            listed.Add(paywall.Title!);
        report.Equal(3, listed.Count);

        var updated = await adapty.Paywalls.UpdateAsync(ids[0], [new RemoteConfig { Locale = "en", Data = """{"title":"Hi"}""" }]);
        report.Equal("en", updated.RemoteConfigs!.Single().Locale);
        report.Equal("""{"title":"Hi"}""", (await adapty.Paywalls.GetAsync(ids[0])).RemoteConfigs!.Single().Data);
    }

    private static async Task CurrencyAsync(AdaptyClient adapty, ProfileKey key, Report report)
    {
        foreach (var amount in (int[])[100, -30, 5])
        {
            await adapty.VirtualCurrency.CreateTransactionAsync(key, new VirtualCurrencyTransactionRequest
            {
                Items = [new VirtualCurrencyAdjustment { CurrencyCode = "COIN", Amount = amount }],
                Metadata = new VirtualCurrencyMetadata { ["reason"] = "level-up" },
            });
        }

        var transactions = new List<VirtualCurrencyTransaction>();
        await foreach (var transaction in adapty.VirtualCurrency.ListTransactionsAsync(key, "COIN", pageSize: 2))
            transactions.Add(transaction);
        report.Equal(3, transactions.Count);
        report.Equal("level-up", transactions[0].Metadata?["reason"]);
        report.Equal(75, (await adapty.VirtualCurrency.GetBalancesAsync(key)).Data!.Single().Balance);
    }
}
