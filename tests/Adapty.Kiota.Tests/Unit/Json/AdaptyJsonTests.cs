using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Tests.Unit.Json;

/// <summary>Models outside of a call: written and read back the same, as strictly as a call reads, whatever an application's options say.</summary>
public sealed class AdaptyJsonTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Models => [.. SampleModels.Types.Select(type => type.Name)];

    /// <summary>The ways in, each of which must be as strict as the others.</summary>
    public static TheoryData<string> WaysIn => [.. Readers.Keys];

    /// <summary>Options of applications. None of them reaches a model.</summary>
    private static readonly Dictionary<string, JsonSerializerOptions> Applications = new(StringComparer.Ordinal)
    {
        ["Web defaults"] = new(JsonSerializerDefaults.Web),
        ["kebab-case"] = new() { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper, DictionaryKeyPolicy = JsonNamingPolicy.CamelCase },
        ["everything lenient"] = new()
        {
            AllowDuplicateProperties = true,
            AllowTrailingCommas = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals,
            PropertyNameCaseInsensitive = true,
            RespectNullableAnnotations = false,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
            UnknownTypeHandling = JsonUnknownTypeHandling.JsonNode,
        },
        ["numbers as strings, nulls left out"] = new()
        {
            NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        },
        ["defaults left out, references kept"] = new()
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            ReferenceHandler = ReferenceHandler.Preserve,
            IgnoreReadOnlyProperties = true,
            IncludeFields = true,
            WriteIndented = true,
            PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        },
        ["converters of its own"] = new() { Converters = { new NoDates(), new NoTexts(), new NoModels() } },
    };

    private static readonly JsonSerializerOptions LenientCopy = new(AdaptyJson.Options)
    {
        AllowDuplicateProperties = true,
        PropertyNameCaseInsensitive = true,
        RespectNullableAnnotations = false,
    };

    private static readonly Dictionary<string, Func<byte[], ProfileResponse?>> Readers = new(StringComparer.Ordinal)
    {
        ["AdaptyJson, bytes"] = json => AdaptyJson.Deserialize<ProfileResponse>(json),
        ["AdaptyJson, a string"] = json => AdaptyJson.Deserialize<ProfileResponse>(Encoding.UTF8.GetString(json)),
        ["Options"] = json => JsonSerializer.Deserialize<ProfileResponse>(json, AdaptyJson.Options),
        ["Options, a stream"] = json => JsonSerializer.Deserialize<ProfileResponse>(new MemoryStream(json), AdaptyJson.Options),
        ["a lenient copy of Options"] = json => JsonSerializer.Deserialize<ProfileResponse>(json, LenientCopy),
        ["Resolver, Web defaults"] = json => JsonSerializer.Deserialize<ProfileResponse>(json, WithModels("Web defaults")),
        ["Resolver, everything lenient"] = json => JsonSerializer.Deserialize<ProfileResponse>(json, WithModels("everything lenient")),
        ["Resolver, a record's member"] = json =>
            JsonSerializer.Deserialize<Stored>([.. "{\"Note\":\"n\",\"Profile\":null,\"Response\":"u8, .. json, .. "}"u8], WithModels("converters of its own"))!.Response,
        ["Resolver, a list"] = json =>
            JsonSerializer.Deserialize<List<ProfileResponse>[]>([.. "[[],["u8, .. json, .. ",null]]"u8], WithModels("everything lenient"))![1][0],
    };

    private static JsonSerializerOptions WithModels(string application) =>
        new(Applications[application]) { TypeInfoResolverChain = { AdaptyJson.Resolver, new DefaultJsonTypeInfoResolver() } };

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_is_read_back_as_it_was_written(string name)
    {
        var type = SampleModels.Named(name);
        foreach (var model in (object[])[SampleModels.Filled(type), SampleModels.Minimal(type)])
        {
            var json = Serialize(model);

            SampleModels.AssertSame(model, Deserialize(type, json));
            // A second trip changes nothing any more, not even the order of the fields.
            var again = Serialize(Deserialize(type, json));
            Assert.Equal(again, Serialize(Deserialize(type, again)));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_is_known_to_the_options_and_to_the_resolver(string name)
    {
        var type = SampleModels.Named(name);
        var json = JsonSerializer.Serialize(SampleModels.Filled(type), AdaptyJson.Options.GetTypeInfo(type));
        SampleModels.AssertSame(SampleModels.Filled(type), JsonSerializer.Deserialize(json, AdaptyJson.Options.GetTypeInfo(type)));
        Assert.Equal(Serialize(SampleModels.Filled(type)), json);

        foreach (var application in Applications.Keys)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!;
            list.Add(SampleModels.Filled(type));
            list.Add(SampleModels.Minimal(type));
            var nested = JsonSerializer.Serialize(list, list.GetType(), WithModels(application));

            using var document = JsonDocument.Parse(nested);
            var items = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement : document.RootElement.GetProperty("$values");
            Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), items[0]), application);
            SampleModels.AssertSame(list, JsonSerializer.Deserialize(nested, list.GetType(), WithModels(application)));
        }
    }

    [Fact]
    public void Text_and_bytes_are_the_same()
    {
        var profile = (Profile)SampleModels.Filled(typeof(Profile));

        Assert.Equal(Encoding.UTF8.GetBytes(AdaptyJson.Serialize(profile)), AdaptyJson.SerializeToUtf8Bytes(profile));
    }

    [Fact]
    public async Task What_a_call_read_is_read_back_the_same()
    {
        var profile = await TestData.ReadAsync(TestData.ProfileBody);
        var response = AdaptyJson.Deserialize<ProfileResponse>(TestData.ProfileBody);

        SampleModels.AssertSame(profile, response.Data);
        SampleModels.AssertSame(profile, AdaptyJson.Deserialize<Profile>(AdaptyJson.Serialize(profile)));
    }

    [Fact]
    public void The_json_is_Adaptys_own()
    {
        var page = JsonNode.Parse(TestData.ProfileBody)!;

        var written = JsonNode.Parse(AdaptyJson.Serialize(AdaptyJson.Deserialize<ProfileResponse>(TestData.ProfileBody)))!;

        // The page's sample leaves out what most levels and purchases do not have; what it has is as it was, but for the spelling of dates.
        Assert.Empty(Leaves(page).Where(leaf => !leaf.Contains("_at: ", StringComparison.Ordinal)).Except(Leaves(written)));
        Assert.Contains("$.data.access_levels[0].expires_at: null", Leaves(written));
        Assert.Contains("$.data.access_levels[0].renewal_cancelled_at: \"2025-01-05T13:27:47.461425Z\"", Leaves(written));
    }

    [Fact]
    public void A_lifetime_is_written_as_such()
    {
        var level = new AccessLevel { AccessLevelId = "premium" };

        Assert.Contains("\"expires_at\":null", AdaptyJson.Serialize(level), StringComparison.Ordinal);
        Assert.Null(AdaptyJson.Deserialize<AccessLevel>(AdaptyJson.Serialize(level)).ExpiresAt);
    }

    [Theory]
    [InlineData("2031-05-06T07:08:09.1234567+00:00", "2031-05-06T07:08:09.123456Z")]
    [InlineData("2031-05-06T09:08:09.1+02:00", "2031-05-06T07:08:09.100000Z")]
    [InlineData("2031-05-06T07:08:09Z", "2031-05-06T07:08:09Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999999Z")]
    public void Dates_are_written_in_utc_to_the_microsecond(string date, string written)
    {
        var level = new AccessLevel { AccessLevelId = "premium", ExpiresAt = DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Contains($"\"expires_at\":\"{written}\"", AdaptyJson.Serialize(level), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9.90")]
    [InlineData("0.000")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public void Decimals_keep_their_zeros(string number)
    {
        var json = $$"""{"country":"DE","currency":"EUR","value":{{number}}}""";

        Assert.Equal(json, AdaptyJson.Serialize(AdaptyJson.Deserialize<Price>(json)));
    }

    [Fact]
    public void A_deletion_of_an_attribute_stays_a_deletion()
    {
        var request = new UpdateProfileRequest { CustomAttributes = [CustomAttribute.Of("a", "x"), CustomAttribute.Of("b", 1.50m), CustomAttribute.Delete("c"), new CustomAttribute { Key = "d" }] };

        var json = AdaptyJson.Serialize(request);
        var again = AdaptyJson.Deserialize<UpdateProfileRequest>(json);

        Assert.Equal("""{"custom_attributes":[{"key":"a","value":"x"},{"key":"b","value":1.50},{"key":"c","value":null},{"key":"d"}]}""", json);
        Assert.Equal([false, false, true, false], again.CustomAttributes!.Select(attribute => attribute.IsDeletion));
        Assert.Equal(json, AdaptyJson.Serialize(again));
    }

    /// <summary>Kiota sends an explicit null from <c>AdditionalData</c>; a queue must not lose it.</summary>
    [Fact]
    public void An_explicit_null_in_a_request_stays_one()
    {
        var request = new UpdateProfileRequest { FirstName = "Kim" };
        request.AdditionalData["last_name"] = null!;

        var again = AdaptyJson.Deserialize<UpdateProfileRequest>(AdaptyJson.Serialize(request));

        Assert.Equal("""{"first_name":"Kim","last_name":null}""", AdaptyJson.Serialize(again));
        SampleModels.AssertSame(request, again);
    }

    [Theory]
    [InlineData("""{"offer_category":"promotional","offer_id":"o","offer_type":"free_trial"}""")]
    [InlineData("""{"category":"promotional","type":"free_trial","id":"o"}""")]
    [InlineData("""{"category":"promotional","offer_category":"retention","offer_type":"free_trial","id":"o"}""")]
    public void Both_spellings_of_an_offer_are_read_and_the_first_is_written(string json)
    {
        var offer = AdaptyJson.Deserialize<Offer>(json);

        Assert.Equal("""{"category":"promotional","id":"o","type":"free_trial"}""", AdaptyJson.Serialize(offer));
    }

    [Fact]
    public void An_offer_of_your_own_making_is_written_in_its_spelling()
    {
        var json = AdaptyJson.Serialize(new Offer { OfferCategory = "promotional", OfferId = "o" });

        Assert.Equal("""{"category":null,"id":null,"offer_category":"promotional","offer_id":"o","type":null}""", json);
        Assert.Equal(("promotional", "o"), (AdaptyJson.Deserialize<Offer>(json).Category, AdaptyJson.Deserialize<Offer>(json).Id));
    }

    [Fact]
    public void Both_kinds_of_a_set_transaction_request_come_back()
    {
        var purchase = new SetTransactionRequest { OneTimePurchaseTransaction = (OneTimePurchaseTransaction)SampleModels.Filled(typeof(OneTimePurchaseTransaction)) };
        var subscription = new SetTransactionRequest { SubscriptionTransaction = (SubscriptionTransaction)SampleModels.Filled(typeof(SubscriptionTransaction)) };

        SampleModels.AssertSame(purchase, AdaptyJson.Deserialize<SetTransactionRequest>(AdaptyJson.Serialize(purchase)));
        SampleModels.AssertSame(subscription, AdaptyJson.Deserialize<SetTransactionRequest>(AdaptyJson.Serialize(subscription)));
        // In the JSON there is no wrapper, as in a request.
        Assert.Equal(AdaptyJson.Serialize(purchase.OneTimePurchaseTransaction), AdaptyJson.Serialize(purchase));
    }

    /// <summary>Nothing is lost where the variable's type is the base class of both purchases.</summary>
    [Theory]
    [InlineData(typeof(SubscriptionTransaction))]
    [InlineData(typeof(OneTimePurchaseTransaction))]
    [InlineData(typeof(PurchaseTransaction))]
    public void A_purchase_comes_back_as_what_it_is(Type type)
    {
        var purchase = (PurchaseTransaction)SampleModels.Filled(type);

        var again = AdaptyJson.Deserialize<PurchaseTransaction>(AdaptyJson.Serialize(purchase));

        SampleModels.AssertSame(purchase, again);
        Assert.Equal(AdaptyJson.Serialize(purchase), JsonSerializer.Serialize(purchase, AdaptyJson.Options));
    }

    [Fact]
    public void What_travels_beside_the_body_is_kept()
    {
        Assert.Equal("iPadOS", AdaptyJson.Deserialize<CreateProfileRequest>(AdaptyJson.Serialize(new CreateProfileRequest { Platform = Platforms.IPadOS })).Platform);
    }

    public static TheoryData<string, string> UnreadableBodies()
    {
        var data = new TheoryData<string, string>();
        foreach (var (body, path) in Cases(nameof(UnreadableTests.A_body_that_proves_nothing)))
            data.Add(body, path!);
        foreach (var (expiry, _) in Cases(nameof(UnreadableTests.An_expiry_that_is_no_date_time)))
            data.Add(TestData.BodyWithLevel($"\"expires_at\":{expiry}"), "$.data.access_levels[0].expires_at");
        return data;
    }

    [Theory]
    [MemberData(nameof(UnreadableBodies))]
    public void What_a_call_refuses_is_refused_by_each_way_in(string body, string path)
    {
        foreach (var (way, read) in Readers)
        {
            var exception = Record.Exception(() => read(Encoding.UTF8.GetBytes(body)));

            // Through a serializer, null is no model, and a whole text is the serializer's own business.
            if (body == "null" && !way.StartsWith("AdaptyJson", StringComparison.Ordinal))
                continue;
            Assert.True(exception is JsonException, $"{way}: {exception}");
            if (JsonIsWhole(body))
                AssertOurs((JsonException)exception, path, way);
        }
    }

    [Theory]
    [InlineData("", "it is empty (at $)")]
    [InlineData("\uFEFF", "it is empty (at $)")]
    [InlineData(" \t\r\n", "not the JSON that the API documents there (at $)")]
    [InlineData("null", "it is null (at $)")]
    [InlineData("{}", "the key is missing (at $.data)")]
    [InlineData("[]", "not the JSON that the API documents there (at $)")]
    [InlineData("<html>", "not the JSON that the API documents there (at $)")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[null]}}""", "a list must not hold null (at $.data.access_levels[0])")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium","expires_at":"soon"}]}}""", "not a date-time (at $.data.access_levels[0].expires_at)")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium"}]}}""", "the key is missing (at $.data.access_levels[0].expires_at)")]
    [InlineData("""{"data":{"profile_id":"","access_levels":[]}}""", "an id must be a string that is not empty (at $.data.profile_id)")]
    public void The_message_says_which_rule_is_broken_and_where(string json, string problem)
    {
        var exception = Assert.Throws<JsonException>(() => AdaptyJson.Deserialize<ProfileResponse>(json));

        Assert.Equal($"The JSON cannot be read: {problem}.", exception.Message);
        Assert.Equal(problem.Split("(at ")[1].TrimEnd(')'), exception.Path);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        Assert.True(AdaptyJson.Deserialize<ProfileResponse>("\uFEFF" + TestData.ProfileBody).Data!.HasAccess("premium"));
        Assert.True(AdaptyJson.Deserialize<ProfileResponse>([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TestData.ProfileBody)]).Data!.HasAccess("premium"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(",")]
    [InlineData("\0")]
    [InlineData("x")]
    public void Something_behind_it_is_refused(string rest)
    {
        Assert.Throws<JsonException>(() => AdaptyJson.Deserialize<ProfileResponse>(TestData.ProfileBody + rest));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<ProfileResponse>(TestData.ProfileBody + rest, AdaptyJson.Options));
    }

    [Theory]
    [InlineData("\"customer_user_id\":\"LONE\"")]
    [InlineData("\"LONE\":1")]
    [InlineData("\"customer_user_id\":\"\\ud800\"")]
    [InlineData("\"customer_user_id\":\"\\udc00x\"")]
    [InlineData("\"brand_new\":\"\\ud800\"")]
    [InlineData("\"brand_new\":{\"a\":[\"\\ud800\"]}")]
    [InlineData("\"brand_new\":{\"\\ud800\":1}")]
    [InlineData("\"\\ud800\":1")]
    [InlineData("\"custom_attributes\":[{\"value\":\"\\ud800\"}]")]
    public void A_lone_surrogate_is_refused(string member)
    {
        var json = $$"""{"profile_id":"p","access_levels":[],{{member}}}""".Replace("LONE", "\ud800", StringComparison.Ordinal);

        AssertQuotesNothing(Assert.Throws<JsonException>(() => AdaptyJson.Deserialize<Profile>(json)));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'"', 0xFF, (byte)'"' })]
    [InlineData(new byte[] { (byte)'"', 0xC3, (byte)'"' })]
    [InlineData(new byte[] { (byte)'"', 0xED, 0xA0, 0x80, (byte)'"' })]
    [InlineData(new byte[] { (byte)'"', 0xF4, 0x90, 0x80, 0x80, (byte)'"' })]
    public void Bytes_that_are_no_utf8_are_refused_wherever_they_are(byte[] text)
    {
        foreach (var (before, after) in ((string, string)[])[
            ("{\"profile_id\":", ",\"access_levels\":[]}"),
            ("{\"profile_id\":\"p\",\"access_levels\":[],\"brand_new\":", "}"),
            ("{\"profile_id\":\"p\",\"access_levels\":[],\"brand_new\":{\"a\":[", "]}}"),
            ("{\"profile_id\":\"p\",\"access_levels\":[],", ":1}"),
            ("{\"profile_id\":\"p\",\"access_levels\":[],\"custom_attributes\":[{\"value\":", "}]}"),
            ("{\"profile_id\":\"p\",\"access_levels\":[{\"access_level_id\":\"premium\",\"expires_at\":", "}]}")])
        {
            byte[] json = [.. Encoding.UTF8.GetBytes(before), .. text, .. Encoding.UTF8.GetBytes(after)];

            AssertQuotesNothing(Assert.Throws<JsonException>(() => AdaptyJson.Deserialize<Profile>(json)));
            AssertQuotesNothing(Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Profile>(json, AdaptyJson.Options)));
        }
    }

    [Theory]
    [MemberData(nameof(WaysIn))]
    public void Nothing_of_the_content_is_quoted(string way)
    {
        foreach (var member in (string[])[
            "\"eve@example.com\":{\"x\":1,\"x\":2}", "\"eve@example.com\":1e999", "\"customer_user_id\":7", "\"total_revenue_usd\":\"eve@example.com\"",
            "\"custom_attributes\":[{\"key\":\"eve@example.com\",\"value\":[\"eve@example.com\"]}]", "\"eve@example.com\":1,\"eve@example.com\":2", "\"timestamp\":1.5"])
        {
            var json = $$$"""{"data":{"profile_id":"p","access_levels":[],{{{member}}}}}""";

            var exception = Assert.Throws<JsonException>(() => Readers[way](Encoding.UTF8.GetBytes(json)));

            AssertQuotesNothing(exception);
            Assert.StartsWith("The JSON cannot be read: ", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],}}""")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[/* none */]}}""")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],"access_levels":[]}}""")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],"total_revenue_usd":"9.99"}}""")]
    [InlineData("""{"data":{"profile_id":"p","Access_Levels":[]}}""")]
    public void No_leniency_of_an_application_reaches_a_model(string json)
    {
        foreach (var (way, read) in Readers)
            Assert.True(Record.Exception(() => read(Encoding.UTF8.GetBytes(json))) is JsonException, way);
    }

    [Fact]
    public void An_application_keeps_its_own_names_around_the_models()
    {
        var stored = new Stored("n", AdaptyJson.Deserialize<ProfileResponse>(TestData.ProfileBody).Data, null);

        var json = JsonSerializer.Serialize(stored, WithModels("Web defaults"));
        var again = JsonSerializer.Deserialize<Stored>(json, WithModels("Web defaults"))!;

        Assert.StartsWith("""{"note":"n","profile":{"access_levels":[{"access_level_id":"premium",""", json, StringComparison.Ordinal);
        SampleModels.AssertSame(stored.Profile, again.Profile);
        Assert.Null(again.Response);
    }

    [Fact]
    public void Options_are_read_only_and_as_strict_as_the_contract()
    {
        Assert.True(AdaptyJson.Options.IsReadOnly);
        Assert.False(AdaptyJson.Options.AllowDuplicateProperties);
        Assert.Throws<InvalidOperationException>(() => AdaptyJson.Options.PropertyNameCaseInsensitive = true);
        Assert.Throws<NotSupportedException>(() => AdaptyJson.Serialize(new Stored("n", null, null)));
        Assert.Throws<NotSupportedException>(() => AdaptyJson.Deserialize<Stored>("{}"));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Stored("n", null, null), AdaptyJson.Options));
    }

    [Fact]
    public async Task A_web_application_responds_with_a_model_as_it_is()
    {
        var profile = AdaptyJson.Deserialize<ProfileResponse>(TestData.ProfileBody).Data!;

        foreach (var result in (IResult[])[Results.Json(profile, AdaptyJson.Options), Results.Json<object>(profile, AdaptyJson.Options), TypedResults.Json(profile, AdaptyJson.Options)])
        {
            var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(), Response = { Body = new MemoryStream() } };
            await result.ExecuteAsync(context);

            Assert.Equal(AdaptyJson.SerializeToUtf8Bytes(profile), ((MemoryStream)context.Response.Body).ToArray());
        }
    }

    [Fact]
    public async Task A_stream_is_read_and_written()
    {
        var profile = AdaptyJson.Deserialize<ProfileResponse>(TestData.ProfileBody).Data!;
        using var stream = new MemoryStream();

        await JsonSerializer.SerializeAsync(stream, profile, AdaptyJson.Options, TestContext.Current.CancellationToken);
        stream.Position = 0;

        SampleModels.AssertSame(profile, await JsonSerializer.DeserializeAsync<Profile>(stream, AdaptyJson.Options, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_profile_that_went_through_a_cache_keeps_the_clock_that_it_is_given()
    {
        var clock = new FakeTimeProvider(Now);
        using var client = StubHandler.Returning(TestData.BodyWithLevel(""" "expires_at":"2031-03-10T12:00:01Z" """)).Client(options => options.TimeProvider = clock);
        var fresh = await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);

        var stored = AdaptyJson.Serialize(fresh);
        var cached = AdaptyJson.Deserialize<Profile>(stored, clock);
        var whole = AdaptyJson.Deserialize<ProfileResponse>(AdaptyJson.SerializeToUtf8Bytes(new ProfileResponse { Data = fresh }), clock).Data!;
        Assert.Equal((true, true, true), (fresh.HasAccess("premium"), cached.HasAccess("premium"), whole.HasAccess("premium")));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((false, false, false), (fresh.HasAccess("premium"), cached.HasAccess("premium"), whole.HasAccess("premium")));
        Assert.Empty(cached.ActiveAccessLevels());
    }

    [Fact]
    public void Without_a_clock_it_is_the_systems()
    {
        var level = new AccessLevel { AccessLevelId = "premium", ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1) };
        var expired = new AccessLevel { AccessLevelId = "gold", ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(-1) };

        var profile = AdaptyJson.Deserialize<Profile>(AdaptyJson.Serialize(new Profile { ProfileId = "p", AccessLevels = [level, expired] }));

        Assert.Equal((true, false), (profile.HasAccess("premium"), profile.HasAccess("gold")));
    }

    [Fact]
    public void Null_is_an_argument_error()
    {
        Assert.Throws<ArgumentNullException>(() => AdaptyJson.Serialize<Profile>(null!));
        Assert.Throws<ArgumentNullException>(() => AdaptyJson.SerializeToUtf8Bytes<Profile>(null!));
        Assert.Throws<ArgumentNullException>(() => AdaptyJson.Deserialize<Profile>((string)null!));
    }

    /// <summary>What could not be read back is not written.</summary>
    [Fact]
    public void A_model_that_proves_nothing_is_not_written()
    {
        var level = new AccessLevel { AccessLevelId = "premium" };
        var duplicate = new UpdateProfileRequest { FirstName = "Kim", AdditionalData = { ["first_name"] = "Eve" } };
        var known = new AccessLevel { AccessLevelId = "premium", AdditionalData = { ["expires_at"] = "2020-01-01T00:00:00Z" } };
        var metadata = new VirtualCurrencyMetadata { AdditionalData = { ["reason"] = 7m } };
        var kind = new SubscriptionTransaction { PurchaseType = "one_time_purchase" };
        foreach (var (model, path) in ((object, string)[])[
            (new Profile { ProfileId = "p" }, "$.access_levels"),
            (new Profile { AccessLevels = [level] }, "$.profile_id"),
            (new Profile { ProfileId = "", AccessLevels = [level] }, "$.profile_id"),
            (new Profile { ProfileId = "p", AccessLevels = [level, null!] }, "$.access_levels[1]"),
            (new Profile { ProfileId = "p", AccessLevels = [level, new AccessLevel()] }, "$.access_levels[*].access_level_id"),
            (new ProfileResponse(), "$.data"),
            (new ProfileResponse { Data = new Profile { ProfileId = "p" } }, "$.data.access_levels"),
            (new PaywallList { Data = [null!], Meta = new PaywallListMeta { Pagination = new PagePagination { Page = 1, Pages = 1 } } }, "$.data[0]"),
            (duplicate, "$.first_name"),
            (known, "$.expires_at"),
            (metadata, "$.*"),
            (new VirtualCurrencyMetadata { ["reason"] = null }, "$.*"),
            (new SetTransactionRequest(), "$"),
            (new SetTransactionRequest { SubscriptionTransaction = new(), OneTimePurchaseTransaction = new() }, "$"),
            (new SetTransactionRequest { SubscriptionTransaction = kind }, "$.purchase_type")])
        {
            var exception = Assert.Throws<JsonException>(() => Serialize(model));

            Assert.StartsWith("The model cannot be written: ", exception.Message, StringComparison.Ordinal);
            Assert.EndsWith($" (at {path}).", exception.Message, StringComparison.Ordinal);
            Assert.Equal(path, exception.Path);
            Assert.Throws<JsonException>(() => JsonSerializer.Serialize(model, AdaptyJson.Options.GetTypeInfo(model.GetType())));
        }
    }

    [Fact]
    public void What_has_no_form_in_json_is_refused()
    {
        foreach (var value in (object[])[new Uri("https://x.example"), DateTime.UnixEpoch, double.NaN, ulong.MaxValue])
        {
            var profile = new Profile { ProfileId = "p", AccessLevels = [], AdditionalData = { ["x"] = value } };

            Assert.Throws<ArgumentException>(() => AdaptyJson.Serialize(profile));
        }
    }

    private static string Serialize(object model) => (string)Generic(nameof(AdaptyJson.Serialize), model.GetType(), model);

    private static object Deserialize(Type type, string json) => Generic(nameof(AdaptyJson.Deserialize), type, json, null);

    /// <summary>Calls AdaptyJson as an application does, with the type argument.</summary>
    private static object Generic(string name, Type type, params object?[] arguments)
    {
        var method = typeof(AdaptyJson).GetMethods().Single(method =>
            method.Name == name && method.GetParameters() is [var first, ..] && (first.ParameterType == typeof(string) || first.ParameterType.IsGenericParameter));
        try
        {
            return method.MakeGenericMethod(type).Invoke(null, arguments)!;
        }
        catch (TargetInvocationException exception)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    /// <summary>The rows of a theory of <see cref="UnreadableTests"/>, as they are written there: xunit's own way to them is another in each version.</summary>
    private static IEnumerable<(string Body, string? Path)> Cases(string theory) =>
        from attribute in typeof(UnreadableTests).GetMethod(theory)!.GetCustomAttributesData()
        where attribute.AttributeType == typeof(InlineDataAttribute)
        let values = (IReadOnlyList<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!
        select ((string)values[0].Value!, values.Count > 1 ? (string?)values[1].Value : null);

    private static bool JsonIsWhole(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return text != "null";
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void AssertOurs(JsonException exception, string path, string way)
    {
        Assert.True(exception.Path == path, $"{way}: {exception.Path}");
        Assert.StartsWith("The JSON cannot be read: ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith($" (at {path}).", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertQuotesNothing(JsonException exception)
    {
        foreach (var quoted in (string[])["eve@", "\ud800", "\\u", "0xFF", "brand_new"])
            Assert.DoesNotContain(quoted, exception.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(exception.InnerException);
    }

    private static IEnumerable<string> Leaves(JsonNode? node, string path = "$") => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Leaves(item, $"{path}[{index}]")),
        _ => [$"{path}: {node?.ToJsonString() ?? "null"}"],
    };

    private sealed record Stored(string Note, Profile? Profile, ProfileResponse? Response);

    private sealed class NoDates : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new InvalidOperationException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => throw new InvalidOperationException();
    }

    private sealed class NoTexts : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue("***");
    }

    /// <summary>A factory that takes everything of Kiota's for itself.</summary>
    private sealed class NoModels : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeof(IParsable).IsAssignableFrom(typeToConvert);

        public override System.Text.Json.Serialization.JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => throw new InvalidOperationException();
    }
}
