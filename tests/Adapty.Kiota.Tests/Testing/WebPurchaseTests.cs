namespace Adapty.Kiota.Tests.Testing;

/// <summary>Stripe and Paddle.</summary>
public sealed class WebPurchaseTests : FakeScenario
{
    private const string Stripe = "/api/v1/sdk/purchase/stripe/token/validate/";
    private const string Paddle = "purchase/paddle/token/validate/";
    private const string JsonApi = "application/vnd.api+json";

    [Fact]
    public async Task Stripe_brings_what_the_test_says_and_answers_with_null()
    {
        Fake.AddWebPurchase("sub_1", user => user.WithAccessLevel("premium", Now.AddDays(30)).WithSubscription("web.monthly", Now.AddDays(30)));

        var answer = await Adapty.Purchases.ValidateStripeAsync("user-42", "sub_1", Token);

        Assert.Null(answer.Data);
        Assert.True((await ReadAsync()).HasAccess("premium"));
    }

    [Fact]
    public async Task Paddle_brings_what_the_test_says_and_answers_with_the_profile()
    {
        Fake.AddWebPurchase("txn_1", user => user.WithLifetimeAccess("premium"));

        Assert.True((await Adapty.Purchases.ValidatePaddleAsync("user-42", "txn_1", Token)).HasAccess("premium"));
    }

    [Fact]
    public async Task A_user_who_is_missing_is_created()
    {
        await Adapty.Purchases.ValidateStripeAsync("user-43", "sub_1", Token);
        var paddle = await Adapty.Purchases.ValidatePaddleAsync("üser", "txn_1", Token);

        Assert.Empty((await Adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-43"), Token)).AccessLevels!);
        // In a body, other than in a header, an id may be any text.
        Assert.Equal("üser", (await Adapty.Profiles.GetAsync(ProfileKey.ForProfile(paddle.ProfileId!), Token)).CustomerUserId);
        Assert.Equal(paddle.ProfileId, (await Adapty.Purchases.ValidatePaddleAsync("üser", "txn_1", Token)).ProfileId);
    }

    [Fact]
    public async Task A_refusal_is_one_that_the_test_asks_for()
    {
        Fake.FailNextWithCode(400, AdaptyErrorCodes.InvalidPaddleCredentialsOrPurchaseNotFound);

        await RefusedAsync<AdaptyValidationException>(
            400, AdaptyErrorCodes.InvalidPaddleCredentialsOrPurchaseNotFound, () => Adapty.Purchases.ValidatePaddleAsync("user-42", "txn_1", Token));
    }

    [Theory]
    [InlineData("{}", "/data")]
    [InlineData("""{"data":null}""", "/data")]
    [InlineData("""{"type":"stripe_receipt_validation_result","attributes":{"customer_user_id":"user-42","stripe_token":"sub_1"}}""", "/data")]
    [InlineData("""{"data":{"attributes":{"customer_user_id":"user-42","stripe_token":"sub_1"}}}""", "/data/type")]
    [InlineData("""{"data":{"type":"other","attributes":{"customer_user_id":"user-42","stripe_token":"sub_1"}}}""", "/data/type")]
    [InlineData("""{"data":{"type":"stripe_receipt_validation_result"}}""", "/data/attributes")]
    [InlineData("""{"data":{"type":"stripe_receipt_validation_result","attributes":{"customer_user_id":"user-43","stripe_token":null}}}""", "/data/attributes/stripe_token")]
    [InlineData("""{"data":{"type":"stripe_receipt_validation_result","attributes":{"customer_user_id":1,"stripe_token":"sub_1"}}}""", "/data/attributes/customer_user_id")]
    public async Task A_wrong_request_to_stripe_is_refused_in_jsonapi(string sent, string place)
    {
        var (status, body) = await Fake.SendAsync(HttpMethod.Post, Stripe, sent, null, JsonApi);

        Assert.Equal(400, status);
        Assert.Matches($$$"""^\{"errors":\[\{"detail":"[^"]+","source":\{"pointer":"{{{place}}}"\},"status":"400"\}\]\}$""", body);
        Assert.Null(Fake.FindProfile(ProfileKey.ForCustomer("user-43")));
    }

    [Theory]
    [InlineData("application/json", """{"data":{"type":"stripe_receipt_validation_result","attributes":{"customer_user_id":"user-42","stripe_token":"sub_1"}}}""")]
    [InlineData(JsonApi, "{")]
    public async Task Stripes_operation_speaks_jsonapi_only(string contentType, string sent)
    {
        var (status, body) = await Fake.SendAsync(HttpMethod.Post, Stripe, sent, null, contentType);

        Assert.Equal(400, status);
        Assert.StartsWith("{\"errors\":[{\"detail\":", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_version_has_no_stripe() =>
        Assert.Equal(404, (await Fake.SendAsync(HttpMethod.Post, "purchase/stripe/token/validate/", "{}", null, JsonApi)).Status);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"customer_user_id":"user-43"}""")]
    [InlineData("""{"customer_user_id":"user-43","paddle_token":""}""")]
    [InlineData("""{"customer_user_id":1,"paddle_token":"txn_1"}""")]
    public async Task A_wrong_request_to_paddle_is_refused_in_texts(string sent)
    {
        var (status, body) = await Fake.SendAsync(HttpMethod.Post, Paddle, sent, null);

        Assert.Equal(400, status);
        Assert.StartsWith("{\"errors\":[\"", body, StringComparison.Ordinal);
        Assert.EndsWith("\"error_code\":\"validation_error\",\"status_code\":400}", body, StringComparison.Ordinal);
        Assert.Null(Fake.FindProfile(ProfileKey.ForCustomer("user-43")));
    }

    [Fact]
    public void Wrong_tokens_are_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => Fake.AddWebPurchase("", _ => { }));
        Assert.Throws<ArgumentNullException>(() => Fake.AddWebPurchase("sub_1", null!));
    }
}
