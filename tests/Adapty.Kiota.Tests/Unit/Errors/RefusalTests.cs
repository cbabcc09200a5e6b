using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Errors;

/// <summary>Which refusal becomes which exception, in every shape that Adapty documents.</summary>
public sealed class RefusalTests
{
    private const string NotFoundBody =
        """{"errors":[{"source":null,"errors":["Profile not found"]}],"error_code":"profile_does_not_exist","status_code":404}""";

    private static async Task<AdaptyApiException> RefusedAsync(string body, int status, string contentType = "application/json", params (string, string)[] headers)
    {
        using var client = StubHandler.Returning(body, status, contentType, headers).Client();
        return await Assert.ThrowsAnyAsync<AdaptyApiException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));
    }

    private static string Body(string code) => $$"""{"errors":[{"source":"s","errors":["m"]}],"error_code":"{{code}}","status_code":0}""";

    [Theory]
    // By code, whatever the status.
    [InlineData("profile_does_not_exist", 404, typeof(AdaptyProfileNotFoundException))]
    [InlineData("profile_does_not_exist", 400, typeof(AdaptyProfileNotFoundException))]
    [InlineData("profile_not_found", 404, typeof(AdaptyProfileNotFoundException))]
    [InlineData("not_authenticated", 401, typeof(AdaptyAuthenticationException))]
    [InlineData("unauthorized", 403, typeof(AdaptyAuthenticationException))]
    [InlineData("rate_limited", 400, typeof(AdaptyRateLimitException))]
    [InlineData("feature_not_enabled", 400, typeof(AdaptyForbiddenException))]
    [InlineData("idempotency_in_flight", 409, typeof(AdaptyConflictException))]
    [InlineData("duplicate_source_transaction", 400, typeof(AdaptyConflictException))]
    [InlineData("paid_access_level_does_not_exist", 400, typeof(AdaptyResourceNotFoundException))]
    [InlineData("paid_access_level_does_not_exist", 404, typeof(AdaptyResourceNotFoundException))]
    [InlineData("paywall_does_not_exist", 404, typeof(AdaptyResourceNotFoundException))]
    // Then by status.
    [InlineData("expires_date_error", 400, typeof(AdaptyValidationException))]
    [InlineData("profile_paid_access_level_does_not_exist", 400, typeof(AdaptyValidationException))]
    [InlineData("brand_new_code", 422, typeof(AdaptyValidationException))]
    [InlineData("brand_new_code", 401, typeof(AdaptyAuthenticationException))]
    [InlineData("brand_new_code", 403, typeof(AdaptyForbiddenException))]
    [InlineData("brand_new_code", 404, typeof(AdaptyApiException))]
    [InlineData("brand_new_code", 409, typeof(AdaptyConflictException))]
    [InlineData("brand_new_code", 429, typeof(AdaptyRateLimitException))]
    [InlineData("brand_new_code", 418, typeof(AdaptyApiException))]
    [InlineData("brand_new_code", 500, typeof(AdaptyServerException))]
    [InlineData("brand_new_code", 502, typeof(AdaptyServerException))]
    [InlineData("brand_new_code", 520, typeof(AdaptyServerException))]
    [InlineData("brand_new_code", 530, typeof(AdaptyServerException))]
    public async Task The_class_goes_by_code_then_by_status(string code, int status, Type expected)
    {
        var exception = await RefusedAsync(Body(code), status);

        Assert.IsType(expected, exception);
        Assert.Equal((status, code), (exception.StatusCode, exception.ErrorCode));
        Assert.Equal(1, exception.Attempts);
    }

    public static TheoryData<string, string?, string?, string?> Shapes => new()
    {
        // Shape 1: objects with a source and messages.
        { """{"errors":[{"source":"non_field_errors","errors":["Bad thing."]}],"error_code":"c","status_code":401}""", "c", "non_field_errors", "Bad thing." },
        { """{"errors":[{"source":null,"errors":["Bad thing."]}],"error_code":"c","status_code":401}""", "c", null, "Bad thing." },
        { """{"errors":[{"errors":"Bad thing."}],"error_code":"c","status_code":"401"}""", "c", null, "Bad thing." },
        // Shape 2: strings.
        { """{"errors":["Bad thing."],"error_code":"c","status_code":401}""", "c", null, "Bad thing." },
        { """{"errors":"Bad thing.","error_code":"c"}""", "c", null, "Bad thing." },
        // Shape 3: a map.
        { """{"errors":{"email":["Bad thing."]},"error_code":"base_error"}""", "base_error", "email", "Bad thing." },
        // Shape 4: JSON:API.
        { """{"errors":[{"detail":"Bad thing.","source":{"pointer":"/data/attributes/stripe_token"},"status":"400"}]}""", null, "/data/attributes/stripe_token", "Bad thing." },
        // Shape 5, and what nobody documents.
        { "", null, null, null },
        { "<html><head><title>502 Bad Gateway</title></head></html>", null, null, null },
        { "not json", null, null, null },
        { "[]", null, null, null },
        { "null", null, null, null },
        { "{}", null, null, null },
        { """{"errors":null,"error_code":null}""", null, null, null },
        { """{"errors":[null,7,{},[]],"error_code":7}""", null, null, null },
        { """{"errors":[{"source":7,"errors":["Bad thing.",8]}],"error_code":"c"}""", "c", null, "Bad thing." },
        { """{"errors":["\ud800"],"error_code":"c"}""", null, null, null },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Every_shape_is_read_for_every_status(string body, string? code, string? source, string? message)
    {
        foreach (var status in (int[])[400, 401, 403, 404, 429, 500])
        {
            var exception = await RefusedAsync(body, status, body.StartsWith('<') ? "text/html" : "application/json");

            Assert.Equal(status, exception.StatusCode);
            Assert.Equal(code, exception.ErrorCode);
            Assert.Equal(message, exception.Errors.SingleOrDefault()?.Messages.Single());
            Assert.Equal(source, exception.Errors.SingleOrDefault()?.Source);
            Assert.Equal(body.Length == 0 ? null : body, exception.BodyExcerpt);
            Assert.IsNotType<AdaptyProfileNotFoundException>(exception);
            Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
            if (message is not null)
                Assert.EndsWith(message, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Shapes_may_be_mixed_in_one_list()
    {
        var exception = await RefusedAsync(
            """{"errors":["one",{"source":"a","errors":["two","three"]},{"detail":"four","source":{"pointer":"/b"}}],"error_code":"c"}""", 400);

        Assert.Equal([(null, "one"), ("a", "two,three"), ("/b", "four")], exception.Errors.Select(error => (error.Source, string.Join(',', error.Messages))));
        Assert.Equal("Adapty refused getProfile: 400 c: one; two; three; four", exception.Message);
    }

    [Theory]
    [InlineData("""{"errors":["no such page"],"error_code":"paywall_does_not_exist"}""")]
    [InlineData("""{"errors":["no such page"]}""")]
    [InlineData("<html>404</html>")]
    [InlineData("")]
    public async Task A_404_that_does_not_say_so_is_never_an_unknown_profile(string body)
    {
        using var client = StubHandler.Returning(body, 404).Client();

        var exception = await Assert.ThrowsAnyAsync<AdaptyApiException>(() => client.Profiles.FindAsync(TestData.Customer, TestContext.Current.CancellationToken));

        Assert.IsNotType<AdaptyProfileNotFoundException>(exception);
    }

    [Fact]
    public async Task Find_is_null_only_when_Adapty_says_so()
    {
        using var client = StubHandler.Returning(NotFoundBody, 404).Client();

        Assert.Null(await client.Profiles.FindAsync(TestData.Customer, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<AdaptyProfileNotFoundException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Find_reads_a_profile_that_is_there()
    {
        using var client = StubHandler.Returning(TestData.ProfileBody).Client();

        Assert.Equal("d8533a10-bcce-4e33-8c9d-88b05ac56559", (await client.Profiles.FindAsync(TestData.Customer, TestContext.Current.CancellationToken))!.ProfileId);
    }

    [Theory]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(520, true)]
    [InlineData(501, false)]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(404, false)]
    public async Task Transient_is_what_passes_by_itself(int status, bool transient) => Assert.Equal(transient, (await RefusedAsync("", status)).IsTransient);

    [Theory]
    [InlineData("Request-Id", "0f1e2d3c4b5a69788796a5b4c3d2e1f0")]
    [InlineData("x-request-id", "abc")]
    [InlineData("cf-ray", "8f2-FRA")]
    public async Task The_request_id_is_whichever_header_is_there(string header, string value)
    {
        var exception = await RefusedAsync("", 500, "text/html", (header, value));

        Assert.Equal(value, exception.RequestId);
    }

    [Theory]
    [InlineData("7", 7d)]
    [InlineData("0", 0d)]
    [InlineData("999999999999", 365 * 86400d)]
    [InlineData("Mon, 10 Mar 2031 12:00:30 GMT", 30d)]
    [InlineData("Mon, 10 Mar 2031 11:00:00 GMT", 0d)]
    [InlineData("-1", null)]
    [InlineData("soon", null)]
    [InlineData("1.5", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999999", null)]
    public async Task Retry_after_in_both_forms(string value, double? seconds)
    {
        using var client = StubHandler.Returning("", 429, "text/plain", ("Retry-After", value)).Client(options => options.TimeProvider = new FakeTimeProvider(TestData.Now));

        var exception = await Assert.ThrowsAsync<AdaptyRateLimitException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));

        Assert.Equal(seconds, exception.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("", 400, "Adapty refused getProfile: 400.")]
    [InlineData("", 500, "Adapty failed at getProfile: 500.")]
    [InlineData("""{"error_code":"c"}""", 404, "Adapty refused getProfile: 404 c.")]
    [InlineData("""{"errors":["Bad thing."]}""", 503, "Adapty failed at getProfile: 503: Bad thing.")]
    [InlineData("""{"errors":["Bad thing."],"error_code":"c"}""", 400, "Adapty refused getProfile: 400 c: Bad thing.")]
    public async Task The_message_says_what_is_known(string body, int status, string message) => Assert.Equal(message, (await RefusedAsync(body, status)).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Long_words_are_cut(int tooMuch)
    {
        var (name, words) = (new string('n', 100), new string('w', 500));
        var (more, cut) = (new string('x', tooMuch), tooMuch == 0 ? "" : "…");

        var exception = await RefusedAsync($$"""{"errors":[{"source":"{{name + more}}","errors":["{{words + more}}"]}],"error_code":"{{name + more}}"}""", 400);

        Assert.Equal(name + cut, exception.ErrorCode);
        Assert.Equal((name + cut, words + cut), (exception.Errors[0].Source, exception.Errors[0].Messages[0]));
        Assert.Equal($"Adapty refused getProfile: 400 {name + cut}: {words + cut}", exception.Message);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    [InlineData(0, false)]
    public async Task A_request_id_that_is_none_is_not_taken(int length, bool taken)
    {
        var id = new string('i', length);

        var exception = await RefusedAsync("", 500, "text/html", ("cf-ray", "the next one"), ("Request-Id", id));

        Assert.Equal(taken ? id : "the next one", exception.RequestId);
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped() => Assert.Equal("c", (await RefusedAsync("\uFEFF{\"error_code\":\"c\"}", 400)).ErrorCode);

    [Fact]
    public async Task Messages_are_one_line_and_not_endless()
    {
        var exception = await RefusedAsync($$"""{"errors":["first\r\nFAKE LOG LINE {{new string('x', 3000)}}"],"error_code":"c"}""", 400);

        Assert.DoesNotContain('\n', exception.Message);
        Assert.DoesNotContain('\r', exception.Message);
        Assert.InRange(exception.Message.Length, 100, 700);
    }

    [Fact]
    public void Every_documented_code_has_a_constant_of_that_value()
    {
        var facts = Checkout.Shared("adapty-api.md");
        Assert.SkipWhen(facts is null, "the fact sheet is not beside the checkout");
        var table = facts![facts.IndexOf("### 4.2", StringComparison.Ordinal)..facts.IndexOf("### 4.3", StringComparison.Ordinal)];
        var documented = table.Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal) && !line.StartsWith("| error_code", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split([',', ';'], StringSplitOptions.TrimEntries))
            .Where(code => !code.Contains(' ', StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);

        var constants = typeof(AdaptyErrorCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);

        Assert.Equal(documented, constants);
    }
}
