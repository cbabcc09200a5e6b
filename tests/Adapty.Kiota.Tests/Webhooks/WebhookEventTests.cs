using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Adapty.Kiota.Tests.Support;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>Reading and writing of events.</summary>
public sealed partial class WebhookEventTests
{
    private const string NotDocumented = "not the JSON that the API documents there";
    private const string NoId = "must be a string or an integer";
    private const string NoAttribute = "the value of a custom attribute must be a string, a number, a boolean or null";

    public static TheoryData<string> Examples => [.. WebhookExamples.Names];

    public static TheoryData<string> Types =>
    [
        .. WebhookEventTypes.All,
        WebhookEventTypes.SubscriptionInitialPurchase, WebhookEventTypes.SubscriptionCancelled, WebhookEventTypes.TrialCancelled,
        "something_new", "Abo verlängert 🎉", "SUBSCRIPTION_STARTED",
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_read_with_all_of_its_fields_typed(string name)
    {
        var read = WebhookEvent.Parse(WebhookExamples.Text(name));

        Assert.Equal(name, read.EventType);
        Assert.Empty(read.AdditionalData);
        Assert.Empty(read.Properties.AdditionalData);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_written_as_it_was_apart_from_nulls(string name)
    {
        var example = WebhookExamples.Node(name);
        RemoveNulls(example);

        var written = JsonNode.Parse(WebhookEvent.Parse(WebhookExamples.Text(name)).ToJson())!;
        RemoveNulls(written);

        Assert.True(JsonNode.DeepEquals(example, written), $"{example}\n{written}");
    }

    [Fact]
    public void The_examples_are_those_of_the_fact_sheet()
    {
        Assert.SkipWhen(Checkout.Shared("adapty-webhooks.md") is null, "There is no fact sheet beside the checkout.");
        var shared = WebhookExamples.Shared().ToList();

        Assert.NotEmpty(shared);
        Assert.All(shared, text => Assert.Equal(text, WebhookExamples.Text(WebhookEvent.Parse(text).EventType)));
    }

    [Fact]
    public void Every_documented_field_is_typed()
    {
        var facts = Checkout.Shared("adapty-webhooks.md");
        Assert.SkipWhen(facts is null, "There is no fact sheet beside the checkout.");
        var known = Documented(facts, "## 5. ", "## 6. ").Except(["profile_id", "event_type"]).Select(name => $"{name}\":null")
            .Concat(Documented(facts, "## 6. ", "## 7. ").Select(name => $$"""event_properties":{"{{name}}":null}"""))
            .Select(member => WebhookEvent.Parse(WithMember(member))).ToList();

        Assert.True(known.Count > 60);
        Assert.All(known, read => Assert.Empty(read.AdditionalData.Concat(read.Properties.AdditionalData)));
    }

    [Fact]
    public void A_renewal_says_what_it_says()
    {
        var read = WebhookEvent.Parse(Encoding.UTF8.GetBytes(WebhookExamples.Renewal).AsMemory());

        Assert.Equal("b93d0c15-2f48-4ad7-90e1-5c7a18f2d604", read.Id);
        Assert.Equal("4e0b7a52-9c1d-4f3a-8b66-21f0d5c7e913", read.ProfileId);
        Assert.Equal("reader-3307", read.CustomerUserId);
        Assert.Equal(new DateTimeOffset(2031, 6, 12, 18, 30, 11, TimeSpan.Zero), read.OccurredAt);
        Assert.Equal(1, read.EventApiVersion);
        Assert.Null(read.Idfa);
        Assert.Empty(read.ProfilesSharingAccessLevel);
        Assert.Equal(Environments.Production, read.Properties.Environment);
        Assert.Equal("730001122334455", read.Properties.TransactionId);
        Assert.Equal(3.99m, read.Properties.PriceLocal);
        Assert.Equal("2.00", read.Properties.DiscountAmountLocal!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(3, read.Properties.StoreOfferNumberOfPeriods);
        Assert.Equal("3", read.Properties.PaywallRevision);
        Assert.False(read.Properties.RateAfterFirstYear);
        Assert.True(read.Properties.ProfileHasAccessLevel);
        Assert.Null(read.Properties.CancellationReason);
    }

    [Fact]
    public void Attributions_attributes_ids_and_the_purchase_token_are_read()
    {
        var read = WebhookEvent.Parse(WebhookExamples.Text(WebhookEventTypes.TrialActive));

        var attribution = read.Attributions!["appsflyer"]!;
        Assert.Equal(("non_organic", "spring", null), (attribution.Status, attribution.Campaign, attribution.Creative));
        Assert.Equal(new DateTimeOffset(2031, 2, 28, 10, 0, 0, TimeSpan.Zero), attribution.CreatedAt);
        Assert.Equal(("gold", 41m), (read.UserAttributes!["plan"]!.String, read.UserAttributes["age"]!.Decimal));
        Assert.Equal(("1700000000000-1234567", null), (read.IntegrationIds!["appsflyer_id"], read.IntegrationIds["mixpanel_user_id"]));
        Assert.Equal(("reader_yearly", true), (read.PlayStorePurchaseToken!.ProductId, read.PlayStorePurchaseToken.IsSubscription));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_event_type_is_read_as_it_is(string type) => Assert.Equal(type, With(node => node["event_type"] = type).EventType);

    [Fact]
    public void The_constants_are_the_documented_types()
    {
        var facts = Checkout.Shared("adapty-webhooks.md");
        Assert.SkipWhen(facts is null, "There is no fact sheet beside the checkout.");

        Assert.Equal(Documented(facts, "## 4. ", "### 4.1").Order(), WebhookEventTypes.All.Order());
    }

    [Theory]
    [InlineData("\"2031-05-06T07:08:09.123456+0000\"", 1234560)]
    [InlineData("\"2031-05-06T07:08:09.123000+0000\"", 1230000)]
    [InlineData("\"2031-05-06T07:08:09.000000+0000\"", 0)]
    [InlineData("\"2031-05-06T07:08:09Z\"", 0)]
    [InlineData("\"2031-05-06T07:08:09\"", 0)]
    [InlineData("\"2031-05-06T09:08:09.1+02:00\"", 1000000)]
    public void Every_form_of_a_date_is_read(string json, int ticks) => Assert.Equal(
        new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero).AddTicks(ticks),
        With(node => node["event_properties"]!["expires_at"] = JsonNode.Parse(json)).Properties.ExpiresAt);

    [Theory]
    [InlineData("transaction_id")]
    [InlineData("original_transaction_id")]
    [InlineData("paywall_revision")]
    [InlineData("ab_test_revision")]
    public void An_id_or_a_revision_may_be_an_integer(string field)
    {
        var read = With(node => node["event_properties"]![field] = JsonNode.Parse("73000112233445566778899001122"));

        Assert.Contains("73000112233445566778899001122", new[]
        {
            read.Properties.TransactionId, read.Properties.OriginalTransactionId, read.Properties.PaywallRevision,
            read.Properties.AbTestRevision,
        });
    }

    [Fact]
    public void Absent_and_null_are_the_same()
    {
        var absent = WebhookEvent.Parse("""{"profile_id":"p","event_type":"t"}""");
        string[] fields = ["event_properties", "event_datetime", "customer_user_id", "event_api_version", "profiles_sharing_access_level"];
        var isNull = WebhookEvent.Parse(WithMember(string.Join(",\"", fields.Select(field => $"{field}\":null"))));

        Assert.All([absent, isNull], read =>
        {
            Assert.Null(read.OccurredAt);
            Assert.Null(read.CustomerUserId);
            Assert.Null(read.Id);
            Assert.Null(read.Properties.ExpiresAt);
            Assert.Null(read.Properties.IsActive);
            Assert.Equal([ProfileKey.ForProfile("p")], read.AffectedProfiles);
        });
    }

    [Fact]
    public void The_id_is_found_at_the_root_where_a_flat_form_has_it() => Assert.Equal(
        "e-1", WebhookEvent.Parse(WithMember("""profile_event_id":"e-1","event_properties":{"profile_event_id":""}""")).Id);

    [Fact]
    public void Affected_are_both_names_of_the_profile_and_of_all_that_share_its_access()
    {
        var read = WebhookEvent.Parse("""
            {"profile_id":"p","customer_user_id":"c","event_type":"access_level_updated","profiles_sharing_access_level":[
              {"profile_id":"p2","customer_user_id":null},{"profile_id":"p","customer_user_id":"c"},
              {"profile_id":"p3","customer_user_id":"ü"}]}
            """);

        Assert.Equal(
            [ProfileKey.ForProfile("p"), ProfileKey.ForCustomer("c"), ProfileKey.ForProfile("p2"), ProfileKey.ForProfile("p3")],
            read.AffectedProfiles);
    }

    [Fact]
    public void Unknown_fields_are_kept_at_every_level_and_written_again()
    {
        const string Unknown = """{"text":"x","list":[1,{"deep":true}],"number":0.10,"nothing":null}""";
        var node = WebhookExamples.Node(WebhookEventTypes.TrialActive);
        node["profiles_sharing_access_level"] = new JsonArray(JsonNode.Parse("""{"profile_id":"p2"}"""));
        foreach (var level in Levels(node))
            level["unknown"] = JsonNode.Parse(Unknown);

        var read = WebhookEvent.Parse(node.ToJsonString());

        IDictionary<string, object>[] kept =
        [
            read.AdditionalData, read.Properties.AdditionalData, read.ProfilesSharingAccessLevel[0].AdditionalData,
            read.Attributions!["appsflyer"]!.AdditionalData, read.PlayStorePurchaseToken!.AdditionalData,
        ];
        Assert.All(kept, level => Assert.Equal("unknown", Assert.Single(level).Key));
        var written = JsonNode.Parse(read.ToJson())!;
        Assert.All(Levels(written), level =>
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Unknown), level["unknown"]), level.ToJsonString()));
    }

    [Theory]
    [InlineData("""{"event_type":"t"}""", "the key is missing", "$.profile_id")]
    [InlineData("""{"profile_id":"p"}""", "the key is missing", "$.event_type")]
    [InlineData("""{"profile_id":"","event_type":"t"}""", "an id must be a string that is not empty", "$.profile_id")]
    [InlineData("""{"profile_id":null,"event_type":"t"}""", NotDocumented, "$.profile_id")]
    [InlineData("""{"profile_id":"p","event_type":7}""", "an id must be a string that is not empty", "$.event_type")]
    [InlineData("""[]""", NotDocumented, "$")]
    [InlineData("""null""", "it is null", "$")]
    public void What_is_no_event_is_named_by_its_rule_and_path(string body, string rule, string path)
    {
        var exception = Assert.Throws<JsonException>(() => WebhookEvent.Parse(body));

        Assert.Equal($"The JSON cannot be read: {rule} (at {path}).", exception.Message);
        Assert.Equal(path, exception.Path);
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public void What_could_not_be_read_back_is_not_written()
    {
        var webhookEvent = new WebhookEvent("t", "p") { ProfilesSharingAccessLevel = [new WebhookProfile { ProfileId = "q" }, null!] };

        var exception = Assert.Throws<JsonException>(webhookEvent.ToJson);

        Assert.Equal("The model cannot be written: a list must not hold null (at $.profiles_sharing_access_level[1]).", exception.Message);
    }

    [Theory]
    [InlineData("""event_datetime":"tomorrow" """, "not a date-time", "$.event_datetime")]
    [InlineData("""event_properties":{"expires_at":1931428800}""", "a date-time must be a string", "$.event_properties.expires_at")]
    [InlineData("""event_properties":{"is_active":"true"}""", NotDocumented, "$.event_properties.is_active")]
    [InlineData("""event_properties":{"price_usd":"9.99"}""", NotDocumented, "$.event_properties.price_usd")]
    [InlineData("""event_properties":{"price_usd":1e99}""", NotDocumented, "$.event_properties.price_usd")]
    [InlineData("""event_properties":{"transaction_id":1.5}""", NoId, "$.event_properties.transaction_id")]
    [InlineData("""event_properties":{"transaction_id":-1}""", NoId, "$.event_properties.transaction_id")]
    [InlineData("""event_properties":{"consecutive_payments":1.5}""", NotDocumented, "$.event_properties.consecutive_payments")]
    [InlineData("""event_properties":[]""", NotDocumented, "$.event_properties")]
    [InlineData("""profiles_sharing_access_level":[null]""", "a list must not hold null", "$.profiles_sharing_access_level[0]")]
    [InlineData("""profiles_sharing_access_level":[{}]""", "the key is missing", "$.profiles_sharing_access_level[0].profile_id")]
    [InlineData("""user_attributes":{"canary":[]}""", NoAttribute, "$.user_attributes.*")]
    [InlineData("""unknown":1e999""", "a number out of the range of a decimal", "$.*")]
    public void A_member_that_cannot_be_read_is_named_by_its_rule_and_path(string member, string rule, string path) =>
        What_is_no_event_is_named_by_its_rule_and_path(WithMember(member), rule, path);

    [Theory]
    [InlineData("""event_type":"t" """)]
    [InlineData("""x":1,"x":2""")]
    [InlineData("""x":{"y":1,"y":2}""")]
    [InlineData("""x":[[{"y":1,"y":2}]]""")]
    [InlineData("""event_properties":{"expires_at":null,"expires_at":null}""")]
    [InlineData("""event_properties":{"y":1,"y":2}""")]
    [InlineData("""user_attributes":{"a":1,"a":2}""")]
    [InlineData("""integration_ids":{"a":"1","a":"2"}""")]
    [InlineData("""attributions":{"a":{},"a":{}}""")]
    public void A_name_that_is_there_twice_makes_the_event_unreadable(string members) =>
        Assert.Throws<JsonException>(() => WebhookEvent.Parse(WithMember(members)));

    [Fact]
    public void A_text_that_is_no_unicode_is_unreadable() =>
        Assert.Throws<JsonException>(() => WebhookEvent.Parse("{\"profile_id\":\"\ud800\",\"event_type\":\"t\"}"));

    [Fact]
    public void An_event_of_a_test_is_written_in_documented_shape()
    {
        var json = new WebhookEvent(WebhookEventTypes.SubscriptionRenewed, "4e0b7a52")
        {
            OccurredAt = new DateTimeOffset(2031, 5, 6, 9, 8, 9, TimeSpan.FromHours(2)).AddTicks(1234567),
            Properties = new() { ProfileEventId = "e", PriceUsd = 4.99m, TransactionId = "1", AbTestRevision = "2" },
        }.ToJson();

        Assert.Equal(
            """
            {"profile_id":"4e0b7a52","customer_user_id":null,"event_type":"subscription_renewed",
            "event_datetime":"2031-05-06T07:08:09.123456+0000",
            "event_properties":{"profile_event_id":"e","transaction_id":"1","price_usd":4.99,"ab_test_revision":2}}
            """.ReplaceLineEndings(""),
            json);
    }

    [Theory]
    [InlineData("", "p")]
    [InlineData("t", "")]
    public void An_event_needs_a_type_and_a_profile(string type, string profile) =>
        Assert.Throws<ArgumentException>(() => new WebhookEvent(type, profile));

    /// <param name="member">Without its first quote.</param>
    private static string WithMember(string member) => $$"""{"profile_id":"p","event_type":"t","{{member}}}""";

    private static WebhookEvent With(Action<JsonNode> change)
    {
        var node = WebhookExamples.Node();
        change(node);
        return WebhookEvent.Parse(node.ToJsonString());
    }

    private static JsonObject[] Levels(JsonNode node) =>
    [
        node.AsObject(), node["event_properties"]!.AsObject(), node["profiles_sharing_access_level"]![0]!.AsObject(),
        node["attributions"]!["appsflyer"]!.AsObject(), node["play_store_purchase_token"]!.AsObject(),
    ];

    private static void RemoveNulls(JsonNode node)
    {
        foreach (var (name, member) in node.AsObject().ToList())
        {
            if (member is null)
                node.AsObject().Remove(name);
            else if (member is JsonObject)
                RemoveNulls(member);
            else if (member is JsonArray items)
                items.OfType<JsonObject>().ToList().ForEach(RemoveNulls);
        }
    }

    /// <summary>The names in the first column of a section's table.</summary>
    private static IEnumerable<string> Documented(string facts, string from, string to)
    {
        var section = facts[facts.IndexOf(from, StringComparison.Ordinal)..facts.IndexOf(to, StringComparison.Ordinal)];
        return FirstColumn().Matches(section).SelectMany(row => Quoted().Matches(row.Value)).Select(name => name.Groups[1].Value);
    }

    [GeneratedRegex(@"^\|[^|]*\|", RegexOptions.Multiline)]
    private static partial Regex FirstColumn();

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Quoted();
}
