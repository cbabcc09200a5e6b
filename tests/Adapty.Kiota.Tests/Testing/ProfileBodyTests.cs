using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adapty.Kiota.Testing;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Testing;

public sealed class ProfileBodyTests
{
    private static readonly DateTimeOffset BoughtAt = new(2024, 12, 24, 10, 50, 23, TimeSpan.Zero);

    /// <summary>Every key, and every value but the three that are the server's own.</summary>
    [Fact]
    public async Task A_fake_profile_has_the_body_of_the_Get_profile_page()
    {
        var fake = new FakeAdapty();
        fake.AddProfile("77B14FB4-FD2A-4D38-AA3A-4C433F79863C", "d8533a10-bcce-4e33-8c9d-88b05ac56559")
            .WithRevenue(9.99m)
            .WithCustomAttribute("favourite_sport", "yoga")
            .WithLifetimeAccess("premium", level =>
            {
                level.StoreProductId = "unlimited.9999";
                level.StoreTransactionId = level.StoreOriginalTransactionId = "2000000335013007";
                level.PurchasedAt = level.OriginallyPurchasedAt = BoughtAt;
                level.RenewalCancelledAt = new DateTimeOffset(2025, 1, 5, 13, 27, 47, TimeSpan.Zero).AddMicroseconds(461425);
            })
            .WithSubscription("unlimited.9999", DateTimeOffset.MaxValue, subscription =>
            {
                subscription.StoreTransactionId = subscription.StoreOriginalTransactionId = "2000000815013007";
                subscription.Environment = Environments.Sandbox;
                subscription.PurchasedAt = subscription.OriginallyPurchasedAt = BoughtAt;
                subscription.ExpiresAt = null;
            })
            .WithSubscription("weekly.premium.599", new DateTimeOffset(2025, 1, 10, 11, 34, 40, TimeSpan.Zero), subscription =>
            {
                subscription.StoreTransactionId = "2000000825768152";
                subscription.StoreOriginalTransactionId = "2000000815033245";
                subscription.Environment = Environments.Sandbox;
                subscription.PurchasedAt = subscription.OriginallyPurchasedAt = new DateTimeOffset(2024, 12, 24, 12, 13, 4, TimeSpan.FromHours(1));
            })
            .WithPurchase("1year.premium", purchase =>
            {
                purchase.PurchaseId = "7a5f9a7d-e236-33e6-96d8-53a3c59c5562";
                purchase.StoreTransactionId = purchase.StoreOriginalTransactionId = "30002109551456";
                purchase.PurchasedAt = new DateTimeOffset(2022, 10, 12, 9, 42, 50, TimeSpan.Zero);
            });

        Assert.Equal(
            Flatten(TestData.ProfileBody),
            Flatten(await fake.ProfileTextAsync("77B14FB4-FD2A-4D38-AA3A-4C433F79863C")));
    }

    [Fact]
    public async Task A_user_with_nothing_has_empty_lists()
    {
        var fake = new FakeAdapty(new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddMilliseconds(1733324566777)));
        fake.AddProfile("user-42");

        Assert.Equal(
            """{"data":{"access_levels":[],"app_id":"00000000-0000-4000-a000-000000000000","custom_attributes":[],"customer_user_id":"user-42","non_subscriptions":[],"profile_id":"00000000-0000-4000-8000-000000000001","segment_hash":"0000000000000000","subscriptions":[],"timestamp":1733324566777,"total_revenue_usd":0}}""",
            await fake.ProfileTextAsync("user-42"));
    }

    [Theory]
    [InlineData(0, "2031-05-06T07:08:09+00:00")]
    [InlineData(1_234_567, "2031-05-06T07:08:09.123456+00:00")]
    [InlineData(1_200_000, "2031-05-06T07:08:09.120000+00:00")]
    public async Task Dates_end_in_an_offset_in_any_culture(long ticks, string text)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            var fake = new FakeAdapty();
            fake.AddProfile("user-42")
                .WithAccessLevel("premium", new DateTimeOffset(2031, 5, 6, 9, 8, 9, TimeSpan.FromHours(2)).AddTicks(ticks))
                .WithCustomAttribute("ratio", 0.5m);

            var body = await fake.ProfileTextAsync("user-42");

            Assert.Contains($"\"expires_at\":\"{text}\"", body, StringComparison.Ordinal);
            Assert.Contains("\"value\":0.5}", body, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task The_offer_has_three_fields_and_the_environment_of_a_level_only_when_given()
    {
        var fake = new FakeAdapty();
        fake.AddProfile("user-42").WithLifetimeAccess("premium", level =>
        {
            level.Offer = new() { Category = OfferCategories.Introductory, Type = OfferTypes.FreeTrial };
            level.Environment = Environments.Sandbox;
        });

        var level = JsonNode.Parse(await fake.ProfileTextAsync("user-42"))!["data"]!["access_levels"]![0]!;
        Assert.Equal("""{"category":"introductory","id":null,"type":"free_trial"}""", level["offer"]!.ToJsonString());
        Assert.Equal("Sandbox", (string?)level["environment"]);
        Assert.True(level.AsObject().TryGetPropertyValue("starts_at", out var startsAt) && startsAt is null);
    }

    [Fact]
    public async Task Fields_that_the_models_do_not_name_are_written_in_JSON_kinds_only()
    {
        var fake = new FakeAdapty();
        var user = fake.AddProfile("user-42").WithPurchase("coins.100", purchase =>
        {
            purchase.AdditionalData["text"] = "a \"quote\"";
            purchase.AdditionalData["number"] = 7;
            purchase.AdditionalData["large"] = 7_000_000_000L;
            purchase.AdditionalData["money"] = 9.90m;
            purchase.AdditionalData["none"] = null!;
        });
        Assert.Contains(""" "text":"a \"quote\"","number":7,"large":7000000000,"money":9.90,"none":null} """.Trim(), await fake.ProfileTextAsync("user-42"), StringComparison.Ordinal);

        user.WithPurchase("coins.200", purchase => purchase.AdditionalData["where"] = new Uri("https://x.example"));
        await Assert.ThrowsAsync<ArgumentException>(() => fake.ProfileTextAsync("user-42"));
    }

    private static List<string> Flatten(string json)
    {
        using var document = JsonDocument.Parse(json);
        List<string> lines = [];
        Flatten(document.RootElement, "$", lines);
        return lines;
    }

    private static void Flatten(JsonElement element, string path, List<string> lines)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                    Flatten(property.Value, $"{path}.{property.Name}", lines);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Flatten(item, path + "[]", lines);
                break;
            default:
                var isTheServers = path is "$.data.app_id" or "$.data.segment_hash" or "$.data.timestamp";
                lines.Add($"{path} = {(isTheServers ? element.ValueKind : element.GetRawText())}");
                break;
        }
    }
}
