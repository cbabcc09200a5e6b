using Adapty.Kiota.Models;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>Refund saver and integration identifiers: what is set is read back, and refusals are lists of texts.</summary>
public sealed class SettingsTests : FakeScenario
{
    private const string RefundSaver = "purchase/profile/refund-saver/settings/";
    private const string Identifiers = "integration/profile/set/integration-identifiers/";

    [Fact]
    public async Task Refund_settings_that_were_never_set_are_null()
    {
        var settings = await Adapty.RefundSaver.GetSettingsAsync(User.Key, Token);

        Assert.Equal(User.ProfileId, settings.ProfileId);
        Assert.Null(settings.Settings!.Consent);
        Assert.Null(settings.Settings.CustomPreference);
    }

    [Fact]
    public async Task Refund_settings_are_set_one_by_one()
    {
        await Adapty.RefundSaver.SetSettingsAsync(User.Key, new() { Consent = false }, Token);
        var set = await Adapty.RefundSaver.SetSettingsAsync(User.Key, new() { CustomPreference = RefundPreferences.Decline }, Token);

        Assert.False(set.Settings!.Consent);
        Assert.Equal(
            (200, $$$"""{"profile_id":"{{{User.ProfileId}}}","settings":{"consent":false,"custom_preference":"decline"}}"""),
            await Fake.SendAsync(HttpMethod.Get, RefundSaver));
        Assert.Null((await Adapty.RefundSaver.GetSettingsAsync(Fake.AddProfile("user-43").Key, Token)).Settings!.Consent);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"consent":null,"custom_preference":null}""")]
    [InlineData("""{"settings":{"consent":true}}""")]
    [InlineData("""{"consent":1}""")]
    [InlineData("""{"custom_preference":1}""")]
    [InlineData("""{"consent":true,"custom_preference":"maybe"}""")]
    [InlineData("[]")]
    public async Task Wrong_refund_settings_are_refused(string sent)
    {
        AssertTexts(400, "validation_error", await Fake.SendAsync(HttpMethod.Post, RefundSaver, sent));
        Assert.Null((await Adapty.RefundSaver.GetSettingsAsync(User.Key, Token)).Settings!.Consent);
    }

    [Fact]
    public async Task Refund_settings_of_an_unknown_user_are_a_bad_request()
    {
        await RefusedAsync<AdaptyProfileNotFoundException>(400, AdaptyErrorCodes.ProfileDoesNotExist, () => Adapty.RefundSaver.GetSettingsAsync(Nobody, Token));
        await RefusedAsync<AdaptyProfileNotFoundException>(
            400, AdaptyErrorCodes.ProfileDoesNotExist, () => Adapty.RefundSaver.SetSettingsAsync(Nobody, new() { Consent = true }, Token));
        AssertTexts(400, "profile_does_not_exist", await Fake.SendAsync(HttpMethod.Get, RefundSaver, customerUserId: "nobody"));
    }

    [Fact]
    public async Task Identifiers_are_added_to_those_that_are_there()
    {
        await Adapty.Integrations.SetIdentifiersAsync(User.Key, new() { AdjustDeviceId = "a", BranchId = "b" }, Token);
        await Adapty.Integrations.SetIdentifiersAsync(User.Key, new() { BranchId = "c", PushwooshHwid = "p" }, Token);
        await Fake.SendAsync(HttpMethod.Post, Identifiers, """{"adjust_device_id":null,"facebook_anonymous_id":"f","unknown_id":"x"}""");

        Assert.Equal(
            (200, """{"adjust_device_id":"a","airbridge_device_id":null,"amplitude_device_id":null,"amplitude_user_id":null,"appmetrica_device_id":null,"appmetrica_profile_id":null,"appsflyer_id":null,"branch_id":"c","facebook_anonymous_id":"f","firebase_app_instance_id":null,"mixpanel_user_id":null,"one_signal_player_id":null,"one_signal_subscription_id":null,"posthog_distinct_user_id":null,"pushwoosh_hwid":"p","tenjin_analytics_installation_id":null}"""),
            await Fake.SendAsync(HttpMethod.Get, Identifiers));
        Assert.Equal("c", (await Adapty.Integrations.GetIdentifiersAsync(User.Key, Token)).BranchId);
    }

    [Fact]
    public async Task Every_identifier_that_the_client_knows_comes_back()
    {
        var all = new IntegrationIdentifiers();
        var properties = typeof(IntegrationIdentifiers).GetProperties().Where(property => property.PropertyType == typeof(string)).ToList();
        foreach (var property in properties)
            property.SetValue(all, property.Name);

        await Adapty.Integrations.SetIdentifiersAsync(User.Key, all, Token);

        var read = await Adapty.Integrations.GetIdentifiersAsync(User.Key, Token);
        Assert.Equal(16, properties.Count);
        Assert.All(properties, property => Assert.Equal(property.Name, property.GetValue(read)));
        Assert.Empty(read.AdditionalData);
    }

    [Fact]
    public async Task Setting_identifiers_answers_with_a_blank_200() =>
        Assert.Equal((200, ""), await Fake.SendAsync(HttpMethod.Post, Identifiers, """{"branch_id":"b"}"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"branch_id":null}""")]
    [InlineData("""{"unknown_id":"x"}""")]
    [InlineData("""{"branch_id":1}""")]
    [InlineData("1")]
    public async Task Wrong_identifiers_are_refused(string sent) =>
        AssertTexts(400, "validation_error", await Fake.SendAsync(HttpMethod.Post, Identifiers, sent));

    [Fact]
    public async Task Identifiers_of_an_unknown_user_are_not_found_in_words_of_their_own()
    {
        await RefusedAsync<AdaptyProfileNotFoundException>(404, AdaptyErrorCodes.ProfileNotFound, () => Adapty.Integrations.GetIdentifiersAsync(Nobody, Token));
        await RefusedAsync<AdaptyProfileNotFoundException>(
            404, AdaptyErrorCodes.ProfileNotFound, () => Adapty.Integrations.SetIdentifiersAsync(Nobody, new() { BranchId = "b" }, Token));
        Assert.Equal(
            (404, """{"errors":["Profile not found"],"error_code":"profile_not_found","status_code":404}"""),
            await Fake.SendAsync(HttpMethod.Get, Identifiers, customerUserId: "nobody"));
    }

    [Theory]
    [InlineData(RefundSaver)]
    [InlineData(Identifiers)]
    public async Task What_is_not_json_is_a_parse_error(string path) => AssertTexts(400, "parse_error", await Fake.SendAsync(HttpMethod.Post, path, "{"));

    private static void AssertTexts(int status, string code, (int Status, string Body) answer)
    {
        Assert.Equal(status, answer.Status);
        Assert.StartsWith("{\"errors\":[\"", answer.Body, StringComparison.Ordinal);
        Assert.EndsWith($"\"],\"error_code\":\"{code}\",\"status_code\":{status}}}", answer.Body, StringComparison.Ordinal);
    }
}
