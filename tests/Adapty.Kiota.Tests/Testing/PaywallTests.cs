using System.Text.Json.Nodes;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Tests.Testing;

public sealed class PaywallTests : FakeScenario
{
    [Fact]
    public async Task A_paywall_is_read_with_its_remote_configs()
    {
        var id = Fake.AddPaywall("Summer", paywall =>
        {
            paywall.State = PaywallStates.Draft;
            paywall.WebPurchaseUrl = "https://example.com/buy";
            paywall.MainScreenshot = new() { ImageId = 7, Url = "https://example.com/7.png" };
            paywall.Products =
            [
                new() { ProductId = "p-1", Title = "Monthly", ProductSet = ProductSets.Monthly, Offer = new() { ProductOfferId = "o-1", Title = "First month" } },
                new() { ProductId = "p-2", Title = "Coins", ProductSet = ProductSets.Consumable },
            ];
            paywall.RemoteConfigs = [new() { Locale = "pt", Data = "{\"headline\":\"Olá\"}" }];
        });

        var paywall = await Adapty.Paywalls.GetAsync(id, Token);

        Assert.Equal("Summer", paywall.Title);
        Assert.Equal(PaywallStates.Draft, paywall.State);
        Assert.Equal(Now, paywall.CreatedAt);
        Assert.False(paywall.IsDeleted);
        Assert.Equal("https://example.com/buy", paywall.WebPurchaseUrl);
        Assert.Equal(7, paywall.MainScreenshot!.ImageId);
        Assert.Equal("First month", paywall.Products![0].Offer!.Title);
        Assert.Null(paywall.Products[1].Offer);
        Assert.Equal("{\"headline\":\"Olá\"}", Assert.Single(paywall.RemoteConfigs!).Data);
    }

    [Fact]
    public async Task Without_more_a_paywall_is_live_and_empty()
    {
        var paywall = await Adapty.Paywalls.GetAsync(Fake.AddPaywall("Summer"), Token);

        Assert.Equal(PaywallStates.Live, paywall.State);
        Assert.Empty(paywall.Products!);
        Assert.Empty(paywall.RemoteConfigs!);
        Assert.Null(paywall.MainScreenshot);
        Assert.Null(paywall.WebPurchaseUrl);
    }

    [Fact]
    public async Task The_list_comes_page_by_page_in_the_order_of_adding()
    {
        for (var number = 1; number <= 7; number++)
            Fake.AddPaywall($"{number}");

        Assert.Equal("1 2 3 4 5 6 7", string.Join(' ', await Adapty.Paywalls.ListAsync(3, Token).Select(paywall => paywall.Title).ToListAsync(Token)));
        Assert.Equal(
            ["/api/v2/server-side-api/paywalls/?page%5Bnumber%5D=1&page%5Bsize%5D=3", "/api/v2/server-side-api/paywalls/?page%5Bnumber%5D=2&page%5Bsize%5D=3", "/api/v2/server-side-api/paywalls/?page%5Bnumber%5D=3&page%5Bsize%5D=3"],
            Fake.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_list_item_has_no_remote_configs_and_no_screenshot()
    {
        Fake.AddPaywall("Summer", paywall => paywall.RemoteConfigs = [new() { Locale = "en", Data = "{}" }]);

        var item = JsonNode.Parse((await Fake.SendAsync(HttpMethod.Get, "paywalls/", customerUserId: null)).Body)!["data"]![0]!.AsObject();

        Assert.Equal("Summer", (string?)item["title"]);
        Assert.False(item.ContainsKey("remote_configs"));
        Assert.False(item.ContainsKey("main_screenshot"));
    }

    [Theory]
    [InlineData("", 20, 1, 3)]
    [InlineData("?page%5Bnumber%5D=3", 5, 3, 3)]
    [InlineData("?page[number]=2&page[size]=40", 5, 2, 2)]
    [InlineData("?page%5Bnumber%5D=9&page%5Bsize%5D=100", 0, 9, 1)]
    [InlineData("?page%255Bsize%255D=1", 20, 1, 3)]
    public async Task A_page_says_where_it_is(string query, int items, int page, int pages)
    {
        for (var number = 1; number <= 45; number++)
            Fake.AddPaywall($"{number}");

        var (_, body) = await Fake.SendAsync(HttpMethod.Get, "paywalls/" + query, customerUserId: null);

        Assert.Equal(items, JsonNode.Parse(body)!["data"]!.AsArray().Count);
        Assert.EndsWith($"\"meta\":{{\"pagination\":{{\"count\":45,\"page\":{page},\"pages\":{pages}}}}}}}", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_paywalls_there_is_one_empty_page()
    {
        Assert.Equal((200, """{"data":[],"meta":{"pagination":{"count":0,"page":1,"pages":1}}}"""), await Fake.SendAsync(HttpMethod.Get, "paywalls/", customerUserId: null));
        Assert.Empty(await Adapty.Paywalls.ListAsync(Token).ToListAsync(Token));
    }

    [Theory]
    [InlineData("page[size]=0", "page_size")]
    [InlineData("page[size]=101", "page_size")]
    [InlineData("page[size]=x", "page_size")]
    [InlineData("page[number]=0", "page_number")]
    [InlineData("page[number]=-1", "page_number")]
    public async Task A_page_out_of_range_is_refused(string query, string name)
    {
        var (status, body) = await Fake.SendAsync(HttpMethod.Get, "paywalls/?" + query, customerUserId: null);

        Assert.Equal(400, status);
        Assert.StartsWith($$"""{"errors":["{{name}} """, body, StringComparison.Ordinal);
        Assert.EndsWith("\"error_code\":\"validation_error\",\"status_code\":400}", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_replaces_all_remote_configs()
    {
        var id = Fake.AddPaywall("Summer", paywall => paywall.RemoteConfigs = [new() { Locale = "en", Data = "1" }, new() { Locale = "pt", Data = "2" }]);
        Clock.Advance(TimeSpan.FromHours(1));

        var paywall = await Adapty.Paywalls.UpdateAsync(id, [new RemoteConfig { Locale = "nl", Data = "{ \"a\": 1.0 }" }], Token);

        Assert.Equal("{ \"a\": 1.0 }", Assert.Single(paywall.RemoteConfigs!).Data);
        Assert.Equal((Now, Now.AddHours(1)), (paywall.CreatedAt, paywall.UpdatedAt));
        Assert.Equal("nl", Assert.Single((await Adapty.Paywalls.GetAsync(id, Token)).RemoteConfigs!).Locale);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"remote_configs":null}""")]
    [InlineData("""{"remote_configs":[]}""")]
    [InlineData("""{"remote_configs":{}}""")]
    [InlineData("""{"remote_configs":[1]}""")]
    [InlineData("""{"remote_configs":[{"locale":"en","data":"1"},{"data":"{}"}]}""")]
    [InlineData("""{"remote_configs":[{"locale":"en"}]}""")]
    [InlineData("""{"remote_configs":[{"locale":"en","data":{}}]}""")]
    public async Task An_update_of_nothing_or_of_something_else_is_refused(string sent)
    {
        var id = Fake.AddPaywall("Summer", paywall => paywall.RemoteConfigs = [new() { Locale = "en", Data = "old" }]);

        var (status, body) = await Fake.SendAsync(HttpMethod.Put, $"paywalls/{id}/", sent, customerUserId: null);

        Assert.Equal(400, status);
        Assert.StartsWith("""{"errors":["remote_configs""", body, StringComparison.Ordinal);
        Assert.EndsWith("\"error_code\":\"validation_error\",\"status_code\":400}", body, StringComparison.Ordinal);
        Assert.Equal("old", Assert.Single((await Adapty.Paywalls.GetAsync(id, Token)).RemoteConfigs!).Data);
    }

    [Fact]
    public async Task A_paywall_that_does_not_exist_is_not_found()
    {
        await RefusedAsync<AdaptyResourceNotFoundException>(404, AdaptyErrorCodes.PaywallDoesNotExist, () => Adapty.Paywalls.GetAsync("no/such one", Token));
        await RefusedAsync<AdaptyResourceNotFoundException>(
            404, AdaptyErrorCodes.PaywallDoesNotExist, () => Adapty.Paywalls.UpdateAsync("x", [new RemoteConfig { Locale = "en", Data = "{}" }], Token));
        Assert.Equal(
            (404, """{"errors":["Paywall does not exist"],"error_code":"paywall_does_not_exist","status_code":404}"""),
            await Fake.SendAsync(HttpMethod.Get, "paywalls/x/", customerUserId: null));
    }

    [Fact]
    public async Task An_id_is_decoded_once()
    {
        Fake.AddPaywall("Odd", paywall => paywall.PaywallId = "a b/c%20");

        Assert.Equal("Odd", (await Adapty.Paywalls.GetAsync("a b/c%20", Token)).Title);
    }

    [Theory]
    [InlineData("paywalls/x")]
    [InlineData("paywalls/x/y/")]
    [InlineData("paywalls//")]
    public async Task Another_path_is_a_web_page(string path)
    {
        var (status, body) = await Fake.SendAsync(HttpMethod.Get, path, customerUserId: null);

        Assert.Equal(404, status);
        Assert.StartsWith("<!doctype html>", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_paywalls_are_refused_at_once()
    {
        var id = Fake.AddPaywall("Summer");

        Assert.Throws<ArgumentNullException>(() => Fake.AddPaywall(null!));
        Assert.Throws<ArgumentException>(() => Fake.AddPaywall("Winter", paywall => paywall.PaywallId = id));
        Assert.Throws<ArgumentException>(() => Fake.AddPaywall("Winter", paywall => paywall.PaywallId = ""));
    }
}
