using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Limits;

/// <summary>Ids of paywalls become a segment of the path, and remote configs go out as they are.</summary>
public sealed class PaywallRuleTests
{
    private const string Answer = """{"paywall_id":"p"}""";

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("s3cr3t\n")]
    [InlineData("s3cr3t\u0000")]
    public async Task What_is_no_id(string id)
    {
        await Refused.AsArgumentAsync((adapty, token) => adapty.Paywalls.GetAsync(id, token), "paywallId", "");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Paywalls.UpdateAsync(id, [new RemoteConfig { Locale = "en", Data = "{}" }], token), "paywallId", "");
    }

    [Fact]
    public async Task No_id_and_no_configs()
    {
        await Refused.AsArgumentAsync((adapty, token) => adapty.Paywalls.GetAsync(null!, token), "paywallId", "");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Paywalls.UpdateAsync("p", null!, token), "remoteConfigs", "");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Paywalls.UpdateAsync("p", [], token), "remoteConfigs", "at least one");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Paywalls.UpdateAsync("p", [null!], token), "remoteConfigs[0]", "is required");
        await Refused.AsArgumentAsync(
            (adapty, token) => adapty.Paywalls.UpdateAsync("p", [new RemoteConfig { Locale = "en", Data = Refused.Secret }, new RemoteConfig { Locale = " ", Data = Refused.Secret }], token), "remoteConfigs[1].Locale", "is required");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Paywalls.UpdateAsync("p", [new RemoteConfig { Locale = "en" }], token), "remoteConfigs[0].Data", "is required");
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("../profile", "..%2Fprofile")]
    [InlineData(".a", ".a")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("a b+c", "a%20b%2Bc")]
    [InlineData("{baseurl}", "%7Bbaseurl%7D")]
    [InlineData("\u00e9\ud83d\ude00", "%C3%A9%F0%9F%98%80")]
    [InlineData("a\\b", "a%5Cb")]
    public async Task Any_other_id_is_one_segment_of_the_path(string id, string segment)
    {
        await using var server = await RecordingServer.StartAsync(Answer);
        using var client = server.Client();

        await client.Paywalls.GetAsync(id, TestContext.Current.CancellationToken);
        await client.Paywalls.UpdateAsync(id, [new RemoteConfig { Locale = "en", Data = "{}" }], TestContext.Current.CancellationToken);

        Assert.All(server.Requests, request => Assert.Equal($"/api/v2/server-side-api/paywalls/{segment}/", request.Target));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"headline\":\"\u00e9 \ud83d\ude00 \u2028 </script>\",\"n\":1.0,\"n\":01}")]
    [InlineData("not json at all\t\r\n")]
    public async Task The_data_of_a_config_is_passed_through_untouched(string data)
    {
        using var sent = System.Text.Json.JsonDocument.Parse(
            await Refused.NotAsync((adapty, token) => adapty.Paywalls.UpdateAsync("p", [new RemoteConfig { Locale = "en", Data = data }], token), Answer));

        Assert.Equal(data, sent.RootElement.GetProperty("remote_configs")[0].GetProperty("data").GetString());
    }
}
