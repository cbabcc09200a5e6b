using System.Globalization;
using System.Text;
using System.Text.Json;
using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Tests.Unit.Json;

/// <summary>Tolerant in shape: nothing that Adapty adds, leaves out or spells differently breaks a caller or is lost.</summary>
public sealed class TolerantReadingTests
{
    [Theory]
    [InlineData("2031-05-06T07:08:09+00:00", "2031-05-06T07:08:09.0000000")]
    [InlineData("2031-05-06T07:08:09.123456+00:00", "2031-05-06T07:08:09.1234560")]
    [InlineData("2031-05-06T07:08:09.123456+0000", "2031-05-06T07:08:09.1234560")]
    [InlineData("2031-05-06T07:08:09.123Z", "2031-05-06T07:08:09.1230000")]
    [InlineData("2031-05-06T07:08:09Z", "2031-05-06T07:08:09.0000000")]
    [InlineData("2031-05-06T07:08:09", "2031-05-06T07:08:09.0000000")]
    [InlineData("2031-05-06T07:08:09.5", "2031-05-06T07:08:09.5000000")]
    [InlineData("2031-05-06T07:08:09.1234567Z", "2031-05-06T07:08:09.1234567")]
    [InlineData("2031-05-06T07:08:09.12345679999Z", "2031-05-06T07:08:09.1234567")]
    [InlineData("2031-05-06T07:08:09.123456789012345678901234567890Z", "2031-05-06T07:08:09.1234567")]
    // 64 bytes, the longest that is looked at.
    [InlineData("2031-05-06T07:08:09.1111111000000000000000000000000000000000000Z", "2031-05-06T07:08:09.1111111")]
    [InlineData("2031-05-06T09:08:09+02:00", "2031-05-06T07:08:09.0000000")]
    [InlineData("2031-05-06T09:38:09+0230", "2031-05-06T07:08:09.0000000")]
    [InlineData("2031-05-05T21:38:09-09:30", "2031-05-06T07:08:09.0000000")]
    [InlineData("2028-02-29T00:00:00Z", "2028-02-29T00:00:00.0000000")]
    [InlineData("2031-12-31T23:59:59Z", "2031-12-31T23:59:59.0000000")]
    [InlineData("2031-05-07T07:07:09+23:59", "2031-05-06T07:08:09.0000000")]
    [InlineData("2031-05-06T06:09:09-0059", "2031-05-06T07:08:09.0000000")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000")]
    [InlineData("9999-01-02T03:04:05.000000+0000", "9999-01-02T03:04:05.0000000")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999")]
    [InlineData("\\u0032031-05-06T07:08:09Z", "2031-05-06T07:08:09.0000000")]
    public async Task Every_form_of_a_date_time_is_read_as_utc(string text, string utc)
    {
        var profile = await TestData.ReadAsync(TestData.BodyWithLevel($"\"expires_at\":\"{text}\""));

        var expiry = profile.AccessLevels![0].ExpiresAt!.Value;
        Assert.Equal(TimeSpan.Zero, expiry.Offset);
        Assert.Equal(utc, expiry.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("""{"category":"promotional","type":"free_trial","id":"o1"}""")]
    [InlineData("""{"offer_category":"promotional","offer_type":"free_trial","offer_id":"o1"}""")]
    [InlineData("""{"category":"promotional","offer_category":"retention","offer_type":"free_trial","id":"o1"}""")]
    public async Task Both_spellings_of_an_offer_are_read_and_the_first_wins(string offer)
    {
        var profile = await TestData.ReadAsync(TestData.BodyWithLevel($"\"expires_at\":null,\"offer\":{offer}"));

        var read = profile.AccessLevels![0].Offer!;
        Assert.Equal((OfferCategories.Promotional, OfferTypes.FreeTrial, "o1"), (read.Category, read.Type, read.Id));
        Assert.Equal((null, null, null), (read.OfferCategory, read.OfferType, read.OfferId));
    }

    [Fact]
    public async Task Unknown_fields_are_kept_on_every_level()
    {
        var profile = await TestData.ReadAsync(
            """
            {"data":{"profile_id":"p","brand_new":{"a":[1,"x"]},
             "access_levels":[{"access_level_id":"premium","expires_at":null,"tier":3}],
             "subscriptions":[{"price":{"value":9.99}}],
             "non_subscriptions":[{"quantity":2}]},"meta":"kept too"}
            """);

        Assert.Equal("""{"a":[1,"x"]}""", AdaptyJson.Serialize((UntypedNode)profile.AdditionalData["brand_new"]));
        Assert.Equal(3m, profile.AccessLevels![0].AdditionalData["tier"]);
        Assert.Equal("""{"value":9.99}""", AdaptyJson.Serialize((UntypedNode)profile.Subscriptions![0].AdditionalData["price"]));
        Assert.Equal(2m, profile.NonSubscriptions![0].AdditionalData["quantity"]);
    }

    [Fact]
    public async Task Unknown_values_of_growing_sets_are_kept()
    {
        var profile = await TestData.ReadAsync(TestData.BodyWithLevel(
            """ "expires_at":null,"store":"my_own_shop","cancellation_reason":"moved_to_mars","environment":"Staging","offer":{"category":"c","type":"t"} """));

        var level = profile.AccessLevels![0];
        Assert.Equal(("my_own_shop", "moved_to_mars", "Staging"), (level.Store, level.CancellationReason, level.Environment));
        Assert.Equal(("c", "t"), (level.Offer!.Category, level.Offer.Type));
    }

    [Fact]
    public async Task Null_collections_are_empty_and_mean_no_access()
    {
        var profile = await TestData.ReadAsync(
            """{"data":{"profile_id":"p","access_levels":null,"subscriptions":null,"non_subscriptions":null,"custom_attributes":null}}""");

        Assert.Empty(profile.AccessLevels!);
        Assert.Empty(profile.Subscriptions!);
        Assert.Empty(profile.NonSubscriptions!);
        Assert.Empty(profile.CustomAttributes!);
        Assert.False(profile.HasAccess("premium"));
    }

    [Fact]
    public async Task What_is_absent_is_unknown_and_never_false()
    {
        var profile = await TestData.ReadAsync(TestData.BodyWithLevel("\"expires_at\":null").Replace("]}}", "],\"subscriptions\":[{}],\"non_subscriptions\":[{}]}}", StringComparison.Ordinal));

        Assert.Null(profile.AccessLevels![0].IsInGracePeriod);
        Assert.Null(profile.Subscriptions![0].IsInGracePeriod);
        Assert.Null(profile.NonSubscriptions![0].IsRefund);
        Assert.Null(profile.CustomerUserId);
        Assert.Empty(profile.CustomAttributes!);
    }

    [Theory]
    [InlineData("\"yoga\"", "yoga")]
    [InlineData("\"\"", "")]
    [InlineData("10.0", "10.0")]
    [InlineData("-0.000001", "-0.000001")]
    [InlineData("1e3", "1000")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    public async Task A_custom_attribute_keeps_its_value(string json, string text)
    {
        var profile = await TestData.ReadAsync($$$$"""{"data":{"profile_id":"p","access_levels":[],"custom_attributes":[{"key":"k","value":{{{{json}}}}}]}}""");

        Assert.Equal(text, profile.CustomAttributes![0].Value!.ToString());
    }

    [Theory]
    [InlineData("\"yoga\"")]
    [InlineData("10.0")]
    [InlineData("true")]
    [InlineData("false")]
    public void A_custom_attribute_that_is_kept_elsewhere_as_JSON_comes_back_as_it_was(string json)
    {
        var value = JsonSerializer.Deserialize<CustomAttributeValue>(json);

        Assert.Equal(json, JsonSerializer.Serialize(value));
    }

    [Fact]
    public void A_custom_attribute_without_a_value_is_nothing()
    {
        Assert.Equal("null", JsonSerializer.Serialize(new CustomAttributeValue()));
        Assert.Equal("", new CustomAttributeValue().ToString());
    }

    [Fact]
    public async Task Money_comes_from_the_text_not_through_a_double()
    {
        var profile = await TestData.ReadAsync("""{"data":{"profile_id":"p","access_levels":[],"total_revenue_usd":79228162514264337593543950.335}}""");

        Assert.Equal(79228162514264337593543950.335m, profile.TotalRevenueUsd);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/vnd.api+json")]
    [InlineData("")]
    public async Task The_content_type_does_not_decide(string contentType)
    {
        using var client = StubHandler.Returning(TestData.ProfileBody, contentType: contentType).Client();

        Assert.True((await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken)).HasAccess("premium"));
    }

    [Fact]
    public async Task A_long_body_that_does_not_say_how_long_it_is_is_read_whole()
    {
        var keys = Enumerable.Range(0, 5000).Select(number => $"key-{number}").ToList();
        var body = $$$"""{"data":{"profile_id":"p","access_levels":[],"custom_attributes":[{{{string.Join(',', keys.Select(key => $$"""{"key":"{{key}}","value":"v"}"""))}}}]}}""";
        await using var server = await RecordingServer.StartAsync(body);
        using var client = server.Client();

        var profile = await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);

        Assert.Equal(keys, profile.CustomAttributes!.Select(attribute => attribute.Key));
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        Assert.True((await TestData.ReadAsync("\uFEFF" + TestData.ProfileBody)).HasAccess("premium"));
    }

    [Fact]
    public async Task The_models_are_those_of_the_generator()
    {
        Profile profile = await TestData.ReadAsync(TestData.ProfileBody);

        Assert.Contains("AdaptyApiClient", typeof(Profile).Assembly.GetTypes().Select(type => type.Name));
        Assert.IsType<AccessLevel>(profile.AccessLevels![0]);
    }

    /// <summary>Neither memory is taken for it in advance, nor does its size overflow.</summary>
    [Fact]
    public async Task A_length_that_is_announced_and_does_not_come()
    {
        var handler = new StubHandler(_ =>
        {
            var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(TestData.ProfileBody)));
            content.Headers.ContentLength = int.MaxValue;
            return new HttpResponseMessage { Content = content };
        });
        using var client = handler.Client(options => options.MaxResponseBytes = int.MaxValue);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var profile = await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);

        Assert.True(profile.HasAccess("premium"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }
}
