using System.Text.Json;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Contract.Suite;

/// <summary>The fake, set up as the world of the spec's examples.</summary>
internal static class FakeWorld
{
    public static FakeAdapty Create()
    {
        var fake = new FakeAdapty(new FakeTimeProvider(World.Now)) { ApiKey = World.Key };
        fake.AddProduct(World.Product, World.AccessLevel);
        fake.AddProduct(World.OneTimeProduct);
        fake.AddCurrency("GEM", "Gems");
        fake.AddCurrency("COIN", "Coins");
        foreach (var paywall in Spec.Answer("listPaywalls")["data"]!.AsArray())
        {
            fake.AddPaywall((string)paywall!["title"]!, it =>
            {
                it.PaywallId = (string)paywall["paywall_id"]!;
                it.State = (string)paywall["state"]!;
                it.RemoteConfigs = [new RemoteConfig { Locale = "en", Data = "{}" }, new RemoteConfig { Locale = "nl", Data = "{}" }];
            });
        }

        fake.AddAnonymousProfile(World.AnonymousProfile);
        fake.AddProfileJson(Spec.Answer("getProfile", "200", "subscriber").ToJsonString(new JsonSerializerOptions()))
            .WithBalance("GEM", 12)
            .WithBalance("COIN", 1250);
        return fake;
    }

    /// <summary>A client of the fake with another key than its own.</summary>
    public static AdaptyClient Connect(FakeAdapty fake, string key) => fake.CreateClient(options => (options.ApiKey, options.MaxRetries) = (key, 0));
}
