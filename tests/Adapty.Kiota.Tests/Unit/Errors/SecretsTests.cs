using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Adapty.Kiota.Errors;
using Adapty.Kiota.Tests.Contract;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Errors;

/// <summary>The key, customers' ids and e-mail addresses appear in nothing that may be logged.</summary>
public sealed class SecretsTests
{
    private const string Email = "kim.doe+vip@example.com";
    private const string ProfileId = "5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603";

    private static readonly string[] Secrets = [TestData.Key, "zzTOPsecret", TestData.CustomerId, Email, "kim.doe", ProfileId];

    /// <summary>The texts of requests that name nobody. Any other field is taken to name a person: what is new must be looked at.</summary>
    private static readonly HashSet<string> Impersonal =
    [
        "access_level_id", "adapty_sdk_version", "app_build", "app_version", "cancellation_reason", "category", "country", "currency", "currency_code",
        "custom_preference", "data", "device", "environment", "gender", "id", "ip_country", "key", "locale", "os", "platform", "purchase_type", "reason",
        "shop_order", "store", "store_country", "store_original_transaction_id", "store_product_id", "store_transaction_id", "timezone", "type",
        "user_agent", "value", "variation_id",
    ];

    public static TheoryData<string, int> Answers => new()
    {
        { $$"""{"errors":["{{TestData.Key}} of {{TestData.CustomerId}}, {{Email}} / `{{ProfileId}}`"],"error_code":"c-{{TestData.CustomerId}}"}""", 400 },
        { $$"""{"errors":[{"source":"{{TestData.CustomerId}}","errors":["Profile `{{ProfileId}}` of <{{Email}}> not found"]}],"error_code":"profile_does_not_exist"}""", 404 },
        { $"<html>{TestData.Key} {TestData.CustomerId} {Email} {ProfileId}</html>", 502 },
        { $$"""{"data":{"customer_user_id":"{{TestData.CustomerId}}","email":"{{Email}}","profile_id":"{{ProfileId}}","{{Email}}":1,"{{Email}}":2} }""", 200 },
        { $"{TestData.Key} {TestData.CustomerId} {Email} {ProfileId}", 200 },
        { $"true{TestData.CustomerId}", 200 },
        { $$"""{"data":"{{TestData.CustomerId}}"}""", 200 },
        { $$"""{"data":{"profile_id":"{{ProfileId}}","access_levels":[{"access_level_id":"premium","expires_at":"{{Email}}"}]} }""", 200 },
        { "", 301 },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_exception_tells(string answer, int status)
    {
        using var client = StubHandler.Returning(answer, status, headers: [("Location", $"https://evil.example/{TestData.CustomerId}"), ("x-request-id", $"{TestData.Key}-{TestData.CustomerId}")]).Client();

        AssertTellsNothing(await Assert.ThrowsAnyAsync<AdaptyException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Nothing_of_a_request_that_names_a_person_comes_back_in_Adaptys_words()
    {
        var seen = new HashSet<string>();
        foreach (var call in FacadeCalls.All.Where(call => call.Body.Length > 0))
        {
            foreach (var (name, value) in PersonalTexts(JsonSerializer.Deserialize<JsonElement>(call.Body)))
            {
                seen.Add(name);
                if (value.Length == 0)
                    continue;
                var body = JsonSerializer.Serialize(new { errors = new[] { $"There is {value} already." }, error_code = "c" });
                using var client = StubHandler.Returning(body, 400).Client();

                var exception = await Assert.ThrowsAsync<AdaptyValidationException>(() => call.Send(client, TestContext.Current.CancellationToken));

                Assert.True(exception.Errors.Single().Messages.Single() == "There is *** already.", name);
                Assert.EndsWith("There is *** already.", exception.Message, StringComparison.Ordinal);
            }
        }

        Assert.All(seen, name => Assert.Equal(
            $$"""{"{{name}}":"***"}""", new Redactor([]).Excerpt(Encoding.UTF8.GetBytes($$"""{"{{name}}":"a word"}"""))));
        Assert.Superset(new HashSet<string> { "customer_user_id", "email", "idfa", "mixpanel_user_id" }, seen);
    }

    private static IEnumerable<(string Name, string Value)> PersonalTexts(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Array => body.EnumerateArray().SelectMany(PersonalTexts),
        JsonValueKind.Object => body.EnumerateObject().SelectMany(member =>
            member.Value.ValueKind != JsonValueKind.String ? PersonalTexts(member.Value)
            : Impersonal.Contains(member.Name) || member.Name.EndsWith("_at", StringComparison.Ordinal) ? []
            : [(member.Name, member.Value.GetString()!)]),
        _ => [],
    };

    [Fact]
    public async Task The_customer_of_a_profile_id_is_found_by_the_fields_name()
    {
        using var client = StubHandler.Returning($$"""{"data":{"customer_user_id" : "{{TestData.CustomerId}}", "email":"a\"{{TestData.CustomerId}}", "profile_id":"{{TestData.CustomerId}} """).Client();

        AssertTellsNothing(await Assert.ThrowsAsync<AdaptyResponseException>(() => client.Profiles.GetAsync(ProfileKey.ForProfile(ProfileId), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task No_connection_failure_tells()
    {
        using var client = new StubHandler(_ => throw new HttpRequestException("connection lost")).Client();

        AssertTellsNothing(await Assert.ThrowsAsync<AdaptyConnectionException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task An_id_that_is_a_common_word_does_not_blacken_other_words()
    {
        using var client = StubHandler.Returning("""{"errors":["User 1 bought 11 of 1."],"error_code":"c"}""", 400).Client();

        var exception = await Assert.ThrowsAsync<AdaptyValidationException>(() => client.Profiles.GetAsync(ProfileKey.ForCustomer("1"), TestContext.Current.CancellationToken));

        Assert.EndsWith("User *** bought 11 of ***.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_ToString_tells()
    {
        using var client = new AdaptyClient(TestData.Key);
        object[] things =
        [
            client, client.Profiles, client.Api, new AdaptyClientOptions { ApiKey = TestData.Key },
            TestData.Customer, ProfileKey.ForProfile(ProfileId), default(ProfileKey),
        ];

        Assert.All(things, thing => AssertHasNoSecret(thing.ToString()!));
    }

    /// <summary>What a debugger shows of the client's own objects, unless it is told otherwise: their fields and properties.</summary>
    [Fact]
    public void No_debugger_view_tells()
    {
        using var client = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key });
        var found = new List<string>();
        Walk(client, "client", [], found);

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("secret_live_\r\nX-Evil: 1")]
    [InlineData(" secret_live_zzTOPsecret")]
    [InlineData("secret_live_zzTOPsecret ")]
    [InlineData("secret_live_zzTOPsecr\u00e9t")]
    public void A_key_that_is_refused_is_not_repeated(string key)
    {
        var exception = Assert.Throws<ArgumentException>(() => new AdaptyClient(key));

        Assert.Contains("ApiKey", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret_live", exception.ToString(), StringComparison.Ordinal);
    }

    private static void AssertTellsNothing(AdaptyException exception)
    {
        AssertHasNoSecret(exception.ToString());
        for (Exception? current = exception; current is not null; current = current.InnerException)
        {
            foreach (var property in current.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)))
                AssertHasNoSecret((string?)property.GetValue(current) ?? "");
        }

        foreach (var error in (exception as AdaptyApiException)?.Errors ?? [])
            AssertHasNoSecret(string.Join(' ', error.Messages.Append(error.Source)));
    }

    private static void AssertHasNoSecret(string text)
    {
        foreach (var secret in Secrets)
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
    }

    private static void Walk(object value, string path, HashSet<object> seen, List<string> found)
    {
        if (value is string text)
        {
            if (text.Contains(TestData.Key, StringComparison.Ordinal))
                found.Add(path);
            return;
        }

        // Our own objects and what they hold; the inside of the framework is not ours to hide.
        if (value.GetType().Namespace?.StartsWith("Adapty.Kiota", StringComparison.Ordinal) != true || !seen.Add(value))
            return;

        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(All | BindingFlags.DeclaredOnly))
            {
                if (!IsHidden(field) && field.GetValue(value) is { } inner)
                    Walk(inner, $"{path}.{field.Name}", seen, found);
            }

            foreach (var property in type.GetProperties(All | BindingFlags.DeclaredOnly).Where(property => property.PropertyType == typeof(string) && property.GetIndexParameters().Length == 0))
            {
                if (!IsHidden(property) && property.GetValue(value) is { } inner)
                    Walk(inner, $"{path}.{property.Name}", seen, found);
            }
        }
    }

    private static bool IsHidden(MemberInfo member) =>
        member.GetCustomAttribute<DebuggerBrowsableAttribute>() is { State: DebuggerBrowsableState.Never };
}
