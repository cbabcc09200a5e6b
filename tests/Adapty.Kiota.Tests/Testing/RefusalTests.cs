using System.Text.Json;
using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>What the fake answers when it doesn't answer with a profile.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly FakeAdapty _fake = new();

    public RefusalTests() => _fake.AddProfile("user-42");

    private static (string, string) User => ("adapty-customer-user-id", "user-42");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fake.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("secret_live_fake")]
    [InlineData("Bearer secret_live_fake")]
    public async Task A_request_without_a_key_is_not_authenticated(string? authorization)
    {
        var request = RawClient.Request(key: null, headers: User);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var response = await _fake.AskAsync(request);

        await AssertRefusalAsync(response, 401, """
            {"errors":[{"source":"non_field_errors","errors":["Authentication credentials were not provided."]}],"error_code":"not_authenticated","status_code":401}
            """);
    }

    [Theory]
    [InlineData("secret_live_other")]
    [InlineData("SECRET_LIVE_FAKE")]
    [InlineData("secret_live_fake2")]
    public async Task Another_key_is_not_authenticated(string key)
    {
        using var response = await _fake.AskAsync(RawClient.Request(key: key, headers: User));

        await AssertRefusalAsync(response, 401, """
            {"errors":[{"source":"non_field_errors","errors":["Invalid API key"]}],"error_code":"not_authenticated","status_code":401}
            """);
    }

    [Fact]
    public async Task A_revoked_key_is_an_authentication_exception()
    {
        using var adapty = _fake.CreateClient();
        await adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-42"), Token);

        _fake.ApiKey = "secret_live_new";

        var exception = await Assert.ThrowsAsync<AdaptyAuthenticationException>(() => adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-42"), Token));
        Assert.Equal(AdaptyErrorCodes.NotAuthenticated, exception.ErrorCode);
        using var next = _fake.CreateClient();
        await next.Profiles.GetAsync(ProfileKey.ForCustomer("user-42"), Token);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\nlines")]
    public void A_key_must_fit_a_header(string key) => Assert.Throws<ArgumentException>(() => _fake.ApiKey = key);

    [Fact]
    public async Task An_unknown_user_has_the_documented_body()
    {
        using var response = await _fake.AskAsync(RawClient.Request(headers: ("adapty-profile-id", "user-42")));

        await AssertRefusalAsync(response, 404, """
            {"errors":[{"source":null,"errors":["Profile not found"]}],"error_code":"profile_does_not_exist","status_code":404}
            """);
    }

    [Fact]
    public async Task Exactly_one_user_id_is_needed()
    {
        using var neither = await _fake.AskAsync(RawClient.Request());
        using var both = await _fake.AskAsync(RawClient.Request(headers: [User, ("adapty-profile-id", "x")]));

        foreach (var response in new[] { neither, both })
        {
            await AssertRefusalAsync(response, 400, """
                {"errors":[{"source":"non_field_errors","errors":["Send exactly one of adapty-customer-user-id and adapty-profile-id."]}],"error_code":"base_error","status_code":400}
                """);
        }
    }

    [Theory]
    [InlineData("/api/v2/server-side-api/profile")]
    [InlineData("/api/v2/server-side-api/profile//")]
    [InlineData("/api/v1/server-side-api/profile/")]
    [InlineData("/")]
    public async Task Another_path_is_a_web_page_and_no_word_about_a_user(string path)
    {
        using var response = await _fake.AskAsync(RawClient.Request(path, headers: ("adapty-customer-user-id", "nobody")));

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("profile", await response.TextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_client_with_a_wrong_address_does_not_take_it_for_an_unknown_user()
    {
        using var adapty = _fake.CreateClient(options => options.BaseAddress = new Uri("https://api.adapty.io/elsewhere"));

        var exception = await Assert.ThrowsAsync<AdaptyApiException>(() => adapty.Profiles.FindAsync(ProfileKey.ForCustomer("user-42"), Token));

        Assert.Equal(404, exception.StatusCode);
    }

    [Fact]
    public async Task Another_method_is_not_allowed()
    {
        using var response = await _fake.AskAsync(RawClient.Request(method: HttpMethod.Put, headers: User));

        Assert.Equal(405, (int)response.StatusCode);
        Assert.Equal(["GET", "POST", "PATCH", "DELETE"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Every_answer_has_a_request_id_of_its_own()
    {
        using var first = await _fake.AskAsync(RawClient.Request(headers: User));
        using var second = await _fake.AskAsync(RawClient.Request(key: null));

        Assert.Equal("00000000000000000000000000000001", Assert.Single(first.Headers.GetValues("Request-Id")));
        Assert.Equal("00000000000000000000000000000002", Assert.Single(second.Headers.GetValues("Request-Id")));
        Assert.Equal("application/json", first.Content.Headers.ContentType?.ToString());
    }

    private static async Task AssertRefusalAsync(HttpResponseMessage response, int status, string body)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(body, await response.TextAsync());
        using var _ = JsonDocument.Parse(body);
    }
}
