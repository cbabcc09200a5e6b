using System.Text.Json.Nodes;
using Adapty.Kiota.Testing;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>What holds for all operations of the description, and for the whole fake.</summary>
public sealed class EveryOperationTests : FakeScenario
{
    private const string Objects = """{"errors":[{"source":"non_field_errors","errors":["Invalid API key"]}],"error_code":"not_authenticated","status_code":401}""";
    private const string Strings = """{"errors":["Invalid API key"],"error_code":"unauthorized","status_code":401}""";

    /// <summary>The operations whose errors are a list of strings. Those of every other one are objects.</summary>
    private static readonly string[] WithStrings =
    [
        "getRefundSaverSettings",
        "setRefundSaverSettings",
        "validatePaddlePurchase",
        "getIntegrationIdentifiers",
        "setIntegrationIdentifiers",
        "listPaywalls",
        "getPaywall",
        "updatePaywall",
    ];

    public static TheoryData<string> Operations => [.. Spec.Operations.Select(operation => operation.Operation)];

    public static TheoryData<string> Paths => [.. Spec.Operations.Select(operation => operation.Path).Distinct()];

    /// <summary>To create a profile may take both user ids.</summary>
    public static TheoryData<string> OperationsOfOneUser => [.. Spec.OfUsers.Where(operation => operation != "createProfile")];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_wrong_key_changes_and_shows_nothing(string operation)
    {
        Fake.ApiKey = "secret_live_other";
        var (method, path) = Described(operation);

        Assert.Equal(
            (401, WithStrings.Contains(operation) ? Strings : Objects), await Fake.SendAsync(method, path, method == HttpMethod.Get ? null : "{}"));
        Assert.NotNull(Fake.FindProfile(User.Key));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Another_method_is_not_allowed(string path)
    {
        using var response = await Fake.AskAsync(RawClient.Request(path, HttpMethod.Trace));

        Assert.Equal(405, (int)response.StatusCode);
        Assert.Equal(
            Spec.Operations.Where(operation => operation.Path == path).Select(operation => operation.Method).Order(StringComparer.Ordinal),
            response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OperationsOfOneUser))]
    public async Task Exactly_one_user_id_is_needed(string operation)
    {
        Fake.AddCurrency("GEM");
        var (method, path) = Described(operation);

        var neither = await Fake.SendAsync(method, path, customerUserId: null);
        var both = await Fake.SendAsync(method, path, headers: ("adapty-profile-id", User.ProfileId));

        Assert.Equal((400, "base_error"), (neither.Status, (string?)JsonNode.Parse(neither.Body)!["error_code"]));
        Assert.Equal(neither, both);
    }

    [Fact]
    public async Task A_request_changes_a_profile_that_was_given_as_json()
    {
        Fake.AddProfileJson("""{"data":{"profile_id":"p-1","customer_user_id":"user-43","access_levels":null,"new_field":1}}""");

        var profile = await Adapty.AccessLevels.GrantLifetimeAsync(ProfileKey.ForCustomer("user-43"), "premium", Token);

        Assert.True(profile.HasAccess("premium"));
        Assert.Equal("1", profile.AdditionalData["new_field"].ToString());
        await Adapty.Profiles.DeleteAsync(ProfileKey.ForProfile("p-1"), Token);
        Assert.Null(await Adapty.Profiles.FindAsync(ProfileKey.ForCustomer("user-43"), Token));
    }

    [Fact]
    public async Task The_app_has_the_access_levels_of_a_profile_that_was_given_as_json()
    {
        Fake.AddProfileJson("""{"data":{"profile_id":"p-1","access_levels":[{"access_level_id":"gold","expires_at":null}]}}""");

        var profile = await Adapty.AccessLevels.RevokeAsync(ProfileKey.ForProfile("p-1"), "gold", Token);

        Assert.False(profile.HasAccess("gold"));
    }

    [Fact]
    public async Task An_unknown_charset_is_read_as_utf8()
    {
        using var request = RawClient.Request(method: HttpMethod.Patch, headers: ("adapty-customer-user-id", "user-42"));
        request.Content = new ByteArrayContent("""{"custom_attributes":[{"key":"name","value":"Zoë"}]}"""u8.ToArray());
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=bogus");

        using var response = await Fake.AskAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains("Zoë", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_fakes_give_the_same_responses_to_the_same_requests()
    {
        List<string> runs = [];
        for (var run = 0; run < 2; run++)
        {
            using var fake = new FakeAdapty(Clock);
            fake.AddProfile("user-42");
            using var adapty = fake.CreateClient();
            await adapty.Purchases.SetTransactionAsync(User.Key, OneTime(), Token);
            await adapty.AccessLevels.GrantLifetimeAsync(User.Key, "premium", Token);
            await adapty.Profiles.CreateAsync(ProfileKey.ForCustomer("user-43"), cancellationToken: Token);
            runs.Add(await fake.ProfileTextAsync("user-42") + await fake.ProfileTextAsync("user-43"));
        }

        Assert.Equal(runs[0], runs[1]);
    }

    private static (HttpMethod Method, string Path) Described(string operation)
    {
        var (_, method, path) = Spec.Operations.Single(described => described.Operation == operation);
        return (new HttpMethod(method), path);
    }
}
