using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>What holds for all operations, in the words of each.</summary>
public sealed class EveryOperationTests : FakeScenario
{
    private const string Objects = """{"errors":[{"source":"non_field_errors","errors":["Invalid API key"]}],"error_code":"not_authenticated","status_code":401}""";
    private const string Texts = """{"errors":["Invalid API key"],"error_code":"unauthorized","status_code":401}""";

    [Theory]
    [InlineData("GET", "profile/", Objects)]
    [InlineData("POST", "profile/", Objects)]
    [InlineData("PATCH", "profile/", Objects)]
    [InlineData("DELETE", "profile/", Objects)]
    [InlineData("POST", "purchase/set/transaction/", Objects)]
    [InlineData("POST", "purchase/profile/grant/access-level/", Objects)]
    [InlineData("POST", "purchase/profile/revoke/access-level/", Objects)]
    [InlineData("GET", "purchase/profile/refund-saver/settings/", Texts)]
    [InlineData("POST", "purchase/profile/refund-saver/settings/", Texts)]
    [InlineData("POST", "/api/v1/sdk/purchase/stripe/token/validate/", Objects)]
    [InlineData("POST", "purchase/paddle/token/validate/", Texts)]
    [InlineData("GET", "integration/profile/set/integration-identifiers/", Texts)]
    [InlineData("POST", "integration/profile/set/integration-identifiers/", Texts)]
    [InlineData("GET", "paywalls/", Texts)]
    [InlineData("GET", "paywalls/x/", Texts)]
    [InlineData("PUT", "paywalls/x/", Texts)]
    [InlineData("POST", "vc/transactions/", Objects)]
    [InlineData("GET", "vc/transactions/", Objects)]
    [InlineData("GET", "vc/balances/", Objects)]
    public async Task A_wrong_key_changes_and_shows_nothing(string method, string path, string expected)
    {
        Fake.ApiKey = "secret_live_other";

        Assert.Equal((401, expected), await Fake.SendAsync(new HttpMethod(method), path, method == "GET" ? null : "{}"));
        Assert.NotNull(Fake.FindProfile(User.Key));
    }

    [Theory]
    [InlineData("purchase/set/transaction/", "POST")]
    [InlineData("purchase/profile/refund-saver/settings/", "GET, POST")]
    [InlineData("paywalls/", "GET")]
    [InlineData("paywalls/x/", "GET, PUT")]
    [InlineData("vc/transactions/", "GET, POST")]
    public async Task Another_method_is_not_allowed(string path, string allowed)
    {
        using var response = await Fake.AskAsync(RawClient.Request("/api/v2/server-side-api/" + path, HttpMethod.Delete));

        Assert.Equal(405, (int)response.StatusCode);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("GET", "purchase/profile/refund-saver/settings/")]
    [InlineData("GET", "integration/profile/set/integration-identifiers/")]
    [InlineData("POST", "purchase/set/transaction/")]
    [InlineData("DELETE", "profile/")]
    public async Task Exactly_one_user_id_is_needed(string method, string path)
    {
        Assert.Equal(400, (await Fake.SendAsync(new HttpMethod(method), path, customerUserId: null)).Status);
        Assert.Equal(400, (await Fake.SendAsync(new HttpMethod(method), path, headers: ("adapty-profile-id", User.ProfileId))).Status);
    }

    [Fact]
    public async Task A_whole_answer_gives_way_to_what_a_request_changes()
    {
        Fake.AddProfileJson("""{"data":{"profile_id":"p-1","customer_user_id":"user-43","access_levels":null,"new_field":1}}""");

        var profile = await Adapty.AccessLevels.GrantLifetimeAsync(ProfileKey.ForCustomer("user-43"), "premium", Token);

        Assert.True(profile.HasAccess("premium"));
        Assert.Equal("1", profile.AdditionalData["new_field"].ToString());
        await Adapty.Profiles.DeleteAsync(ProfileKey.ForProfile("p-1"), Token);
        Assert.Null(await Adapty.Profiles.FindAsync(ProfileKey.ForCustomer("user-43"), Token));
    }

    [Fact]
    public async Task The_access_levels_of_a_whole_answer_are_the_apps()
    {
        Fake.AddProfileJson("""{"data":{"profile_id":"p-1","access_levels":[{"access_level_id":"gold","expires_at":null}]}}""");

        var profile = await Adapty.AccessLevels.RevokeAsync(ProfileKey.ForProfile("p-1"), "gold", Token);

        Assert.False(profile.HasAccess("gold"));
    }

    [Fact]
    public async Task A_charset_that_there_is_not_is_read_as_utf8()
    {
        using var request = RawClient.Request(method: HttpMethod.Patch, headers: ("adapty-customer-user-id", "user-42"));
        request.Content = new ByteArrayContent("""{"custom_attributes":[{"key":"name","value":"Zoë"}]}"""u8.ToArray());
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=bogus");

        using var response = await Fake.AskAsync(request);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains("Zoë", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_fakes_that_are_asked_alike_answer_alike()
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
}
