using System.Text.Json.Nodes;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>Every code that the API documents for a transaction, with its source; and what is missing or of the wrong kind.</summary>
public sealed class SetTransactionRefusalTests : FakeScenario
{
    private const string Path = "purchase/set/transaction/";

    private static JsonObject SubscriptionJson => JsonNode.Parse("""
        {"purchase_type":"subscription","store":"app_store","store_product_id":"monthly.premium","store_transaction_id":"1",
         "store_original_transaction_id":"1","price":{"country":"US","currency":"USD","value":9.99},"purchased_at":"2031-03-10T12:00:00Z",
         "originally_purchased_at":"2031-03-10T12:00:00Z","expires_at":"2031-04-10T12:00:00Z","renew_status":true}
        """)!.AsObject();

    private static JsonObject OneTimeJson => JsonNode.Parse("""
        {"purchase_type":"one_time_purchase","store":"app_store","store_product_id":"coins.100","store_transaction_id":"1",
         "store_original_transaction_id":"1","price":{"country":"US","currency":"USD","value":1},"purchased_at":"2031-03-10T12:00:00Z"}
        """)!.AsObject();

    [Theory]
    [InlineData("billing_issue_detected_at_date_comparison_error", "billing_issue_detected_at", """{"billing_issue_detected_at":"2031-03-10T12:00:00Z"}""")]
    [InlineData("expires_date_error", "expires_at", """{"expires_at":"2031-03-10T12:00:00Z"}""")]
    [InlineData("family_share_price_error", "is_family_shared", """{"is_family_shared":true}""")]
    [InlineData("free_trial_price_error", "offer_type", """{"offer":{"category":"introductory","type":"free_trial"}}""")]
    [InlineData("grace_period_billing_error", "grace_period_billing_error", """{"grace_period_expires_at":"2031-04-20T12:00:00Z"}""")]
    [InlineData("grace_period_expires_date_error", "grace_period_expires_at", """{"billing_issue_detected_at":"2031-03-11T12:00:00Z","grace_period_expires_at":"2031-04-10T11:59:59Z"}""")]
    [InlineData("missing_offer_id", "offer_category", """{"offer":{"category":"promotional","type":"pay_up_front"}}""")]
    [InlineData("missing_offer_id", "offer_category", """{"offer":{"category":"win_back","type":"pay_up_front","id":null}}""")]
    [InlineData("originally_purchased_date_error", "originally_purchased_at", """{"originally_purchased_at":"2031-03-10T12:00:01Z"}""")]
    [InlineData("refund_date_error", "refunded_at", """{"refunded_at":"2031-03-10T12:00:00Z","cancellation_reason":"refund"}""")]
    [InlineData("refund_fields_error", "refunded_at", """{"refunded_at":"2031-03-11T12:00:00Z"}""")]
    [InlineData("refund_fields_error", "refunded_at", """{"refunded_at":"2031-03-11T12:00:00Z","cancellation_reason":"unknown"}""")]
    [InlineData("refund_fields_error", "refunded_at", """{"cancellation_reason":"refund"}""")]
    [InlineData("renew_status_changed_date_error", "renew_status_changed_at", """{"renew_status_changed_at":"2031-03-10T12:00:00Z"}""")]
    public async Task A_subscription_that_does_not_fit_together(string code, string source, string changes) =>
        await AssertRefusedAsync(Changed(SubscriptionJson, changes), code, source);

    [Theory]
    [InlineData("store_transaction_id_error", "store_transaction_id", """{"store_original_transaction_id":"2"}""")]
    [InlineData("one_time_purchase_trial_error", "offer.type", """{"offer":{"category":"introductory","type":"free_trial"}}""")]
    [InlineData("missing_offer_id", "offer_category", """{"offer":{"category":"offer_code","type":"pay_up_front"}}""")]
    [InlineData("family_share_price_error", "is_family_shared", """{"is_family_shared":true}""")]
    [InlineData("refund_fields_error", "refunded_at", """{"cancellation_reason":"refund"}""")]
    [InlineData("refund_date_error", "refunded_at", """{"refunded_at":"2031-03-10T11:00:00Z","cancellation_reason":"refund"}""")]
    public async Task A_one_time_purchase_that_does_not_fit_together(string code, string source, string changes) =>
        await AssertRefusedAsync(Changed(OneTimeJson, changes), code, source);

    [Theory]
    [InlineData("""{"is_family_shared":true,"price":{"country":"US","currency":"USD","value":0}}""")]
    [InlineData("""{"offer":{"category":"introductory","type":"free_trial","id":null},"price":{"country":"US","currency":"USD","value":0.0}}""")]
    [InlineData("""{"offer":null,"environment":"Sandbox","variation_id":null,"cancellation_reason":null,"refunded_at":null}""")]
    [InlineData("""{"billing_issue_detected_at":"2031-03-10T12:00:00.000001Z","grace_period_expires_at":"2031-04-10T12:00:00Z"}""")]
    [InlineData("""{"originally_purchased_at":"2030-03-10T12:00:00+0000","cancellation_reason":"upgraded","future":{}}""")]
    public async Task What_fits_is_accepted(string changes) =>
        Assert.Equal(200, (await Fake.SendAsync(HttpMethod.Post, Path, Changed(SubscriptionJson, changes))).Status);

    [Theory]
    [InlineData("purchase_type")]
    [InlineData("store")]
    [InlineData("store_product_id")]
    [InlineData("store_transaction_id")]
    [InlineData("store_original_transaction_id")]
    [InlineData("price")]
    [InlineData("purchased_at")]
    [InlineData("originally_purchased_at")]
    [InlineData("expires_at")]
    [InlineData("renew_status")]
    public async Task A_subscription_needs(string field)
    {
        var absent = SubscriptionJson;
        absent.Remove(field);
        await AssertFieldAsync(absent.ToJsonString(), field);

        var isNull = SubscriptionJson;
        isNull[field] = null;
        await AssertFieldAsync(isNull.ToJsonString(), field);
    }

    [Theory]
    [InlineData("store")]
    [InlineData("store_product_id")]
    [InlineData("store_transaction_id")]
    [InlineData("store_original_transaction_id")]
    [InlineData("price")]
    [InlineData("purchased_at")]
    public async Task A_one_time_purchase_needs(string field)
    {
        var absent = OneTimeJson;
        absent.Remove(field);
        await AssertFieldAsync(absent.ToJsonString(), field);
    }

    [Theory]
    [InlineData("purchase_type", """{"purchase_type":"PRODUCT_PERIOD"}""")]
    [InlineData("environment", """{"environment":"sandbox"}""")]
    [InlineData("store_transaction_id", """{"store_transaction_id":"123456789012345678901234567890123456789012345678901"}""")]
    [InlineData("store_transaction_id", """{"store_transaction_id":1}""")]
    [InlineData("store", """{"store":""}""")]
    [InlineData("price", """{"price":9.99}""")]
    [InlineData("price.value", """{"price":{"country":"US","currency":"USD","value":"9.99"}}""")]
    [InlineData("price.value", """{"price":{"country":"US","currency":"USD","value":1e99}}""")]
    [InlineData("price.currency", """{"price":{"country":"US","value":1}}""")]
    [InlineData("price.country", """{"price":{"currency":"USD","value":1}}""")]
    [InlineData("purchased_at", """{"purchased_at":"2031-03-10 12:00:00+00:00"}""")]
    [InlineData("expires_at", """{"expires_at":1931428800}""")]
    [InlineData("renew_status", """{"renew_status":"true"}""")]
    [InlineData("is_family_shared", """{"is_family_shared":0}""")]
    [InlineData("grace_period_expires_at", """{"grace_period_expires_at":true}""")]
    [InlineData("offer", """{"offer":"trial"}""")]
    [InlineData("offer.category", """{"offer":{"type":"free_trial"}}""")]
    [InlineData("offer.type", """{"offer":{"category":"introductory"}}""")]
    [InlineData("offer.id", """{"offer":{"category":"promotional","type":"pay_up_front","id":1}}""")]
    [InlineData("variation_id", """{"variation_id":1}""")]
    [InlineData("cancellation_reason", """{"cancellation_reason":1}""")]
    public async Task A_wrong_field_is_named(string field, string changes) => await AssertFieldAsync(Changed(SubscriptionJson, changes), field);

    [Fact]
    public async Task A_code_reaches_the_caller_of_the_client()
    {
        var sent = Subscription();
        sent.ExpiresAt = sent.PurchasedAt;

        var exception = await RefusedAsync<AdaptyValidationException>(400, AdaptyErrorCodes.ExpiresDateError, () => Adapty.Purchases.SetTransactionAsync(User.Key, sent, Token));

        Assert.Equal("expires_at", exception.Errors[0].Source);
    }

    [Fact]
    public async Task What_is_not_json_is_a_parse_error() =>
        Assert.Equal((null, "parse_error"), FirstError((await Fake.SendAsync(HttpMethod.Post, Path, "{]")).Body));

    private static string Changed(JsonObject transaction, string changes)
    {
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
            transaction[name] = value?.DeepClone();
        return transaction.ToJsonString();
    }

    private async Task AssertRefusedAsync(string sent, string code, string source)
    {
        var (status, body) = await Fake.SendAsync(HttpMethod.Post, Path, sent);

        Assert.Equal(400, status);
        Assert.Equal((source, code), FirstError(body));
        Assert.Empty((await ReadAsync()).AccessLevels!);
        Assert.Contains(code, typeof(AdaptyErrorCodes).GetFields().Select(field => (string?)field.GetRawConstantValue()));
    }

    private async Task AssertFieldAsync(string sent, string field)
    {
        var (status, body) = await Fake.SendAsync(HttpMethod.Post, Path, sent);

        Assert.Equal(400, status);
        Assert.StartsWith($$"""{"errors":{"{{field}}":[""", body, StringComparison.Ordinal);
        Assert.Empty((await ReadAsync()).Subscriptions!);
    }
}
