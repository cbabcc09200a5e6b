using System.Text;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Cli.Demo;

/// <summary>
/// An Adapty in memory. It knows one user, the example of Get profile in Adapty's documentation, and an app that has some of
/// everything. Each run starts with a new one.
/// </summary>
internal static class DemoAdapty
{
    public const string CustomerUserId = "user-42";
    public const string ProfileId = "d8533a10-bcce-4e33-8c9d-88b05ac56559";
    public const string PaywallId = "0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0";

    /// <summary>A token of Stripe that imports a subscription.</summary>
    public const string StripeToken = "sub_demo";

    /// <summary>A token of Paddle that imports a subscription.</summary>
    public const string PaddleToken = "txn_demo";

    public static async Task<FakeAdapty> CreateAsync(TimeProvider timeProvider)
    {
        var clock = new DemoClock(timeProvider);
        var adapty = new FakeAdapty(clock);
        AddApp(adapty, clock.GetUtcNow());
        var user = adapty.AddProfileJson(ReadExample(), ProfileKey.ForCustomer(CustomerUserId));
        await AddHistoryAsync(adapty, user, clock);
        return adapty;
    }

    private static void AddApp(FakeAdapty adapty, DateTimeOffset now)
    {
        adapty
            .AddAccessLevel("plus")
            .AddProduct("pro.monthly", "premium")
            .AddProduct("coins.100", isConsumable: true)
            .AddCurrency("coins", "Gold coins")
            .AddCurrency("gems", "Gems")
            .AddWebPurchase(StripeToken, user => user.WithAccessLevel("plus", now.AddDays(30), level => level.Store = Stores.Stripe))
            .AddWebPurchase(PaddleToken, user => user.WithAccessLevel("plus", now.AddDays(30), level => level.Store = Stores.Paddle));

        adapty.AddPaywall("Onboarding", paywall =>
        {
            paywall.PaywallId = PaywallId;
            paywall.CreatedAt = now.AddDays(-90);
            paywall.UpdatedAt = now.AddDays(-3);
            paywall.Products =
            [
                new() { ProductId = "1f0a6b6e-6c1d-4e6b-9d53-4b7f0c2a9e11", Title = "Pro monthly", ProductSet = ProductSets.Monthly },
                new() { ProductId = "2a7c9d0e-1b3f-4c58-8e64-5d8a1b3c7f22", Title = "Pro annual", ProductSet = ProductSets.Annual },
            ];
            paywall.RemoteConfigs =
            [
                new() { Locale = "en", Data = """{"headline":"Read without limits"}""" },
                new() { Locale = "de", Data = """{"headline":"Lesen ohne Grenzen"}""" },
            ];
        });
        adapty.AddPaywall("Winter sale", paywall =>
        {
            paywall.State = PaywallStates.Draft;
            paywall.CreatedAt = paywall.UpdatedAt = now.AddDays(-1);
        });
    }

    /// <summary>Adds what happened before the run, on earlier days at the same time.</summary>
    private static async Task AddHistoryAsync(FakeAdapty adapty, FakeProfile user, DemoClock clock)
    {
        using var client = adapty.CreateClient();
        clock.Offset = TimeSpan.FromDays(-30);
        user.WithBalance("coins", 250);
        clock.Offset = TimeSpan.FromDays(-2);
        await client.VirtualCurrency.CreateTransactionAsync(user.Key, new VirtualCurrencyTransactionRequest
        {
            Items = [new() { CurrencyCode = "coins", Amount = -50 }, new() { CurrencyCode = "gems", Amount = 1 }],
            Metadata = new() { ["reason"] = "exchange" },
        });
        clock.Offset = TimeSpan.Zero;
        await client.RefundSaver.SetSettingsAsync(user.Key, new() { Consent = true, CustomPreference = RefundPreferences.Decline });
        await client.Integrations.SetIdentifiersAsync(
            user.Key, new() { AmplitudeUserId = "amplitude-42", OneSignalSubscriptionId = "onesignal-42" });
    }

    private static string ReadExample()
    {
        using var stream = typeof(DemoAdapty).Assembly.GetManifestResourceStream("get-profile.json")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
