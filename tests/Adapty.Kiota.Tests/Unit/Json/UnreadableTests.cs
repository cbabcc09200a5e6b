using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Json;

/// <summary>
/// Never tolerant in value: what cannot be read is an error that names the place. Stock Kiota makes null of most of these,
/// and a null expiry is access for life.
/// </summary>
public sealed class UnreadableTests
{
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"soon\"")]
    [InlineData("\"2031-03-20\"")]
    [InlineData("\"2031-03-10 12:00:01+00:00\"")]
    [InlineData("\"2031-03-10t12:00:01Z\"")]
    [InlineData("\"2031-03-10T12:00:01z\"")]
    [InlineData("\"2031-03-10T12:00:01 Z\"")]
    [InlineData("\"2031-03-10T12:00:01.Z\"")]
    [InlineData("\"2031-03-10T12:00:01,5Z\"")]
    [InlineData("\"2031-03-10T12:00Z\"")]
    [InlineData("\"2031:03-10T12:00:01Z\"")]
    [InlineData("\"2031-03:10T12:00:01Z\"")]
    [InlineData("\"2031-03-10T12-00:01Z\"")]
    [InlineData("\"2031-03-10T12:00-01Z\"")]
    [InlineData("\"203/-03-10T12:00:01Z\"")]
    [InlineData("\"2031-0:-10T12:00:01Z\"")]
    [InlineData("\"2031-03-x0T12:00:01Z\"")]
    [InlineData("\"2031-03-10T1x:00:01Z\"")]
    [InlineData("\"2031-03-10T12:x0:01Z\"")]
    [InlineData("\"2031-03-10T12:00:0xZ\"")]
    [InlineData("\"2031-03-32T12:00:01Z\"")]
    [InlineData("\"2031-03-10T24:00:00Z\"")]
    [InlineData("\"2031-03-10T12:60:00Z\"")]
    [InlineData("\"2031-03-10T12:00:60Z\"")]
    [InlineData("\"2031-02-29T12:00:00Z\"")]
    [InlineData("\"2031-13-01T12:00:00Z\"")]
    [InlineData("\"2031-00-01T12:00:00Z\"")]
    [InlineData("\"2031-01-00T12:00:00Z\"")]
    [InlineData("\"0000-01-01T12:00:00Z\"")]
    [InlineData("\"9999-12-31T23:59:59-00:01\"")]
    [InlineData("\"0001-01-01T00:00:59+00:01\"")]
    [InlineData("\"2031-03-10T12:00:01 00:00\"")]
    [InlineData("\"2031-03-10T12:00:01+0x:00\"")]
    [InlineData("\"2031-03-10T12:00:01+00:x0\"")]
    [InlineData("\"2031-03-10T12:00:01+000000\"")]
    [InlineData("\"2031-03-10T12:00:01+00:000\"")]
    [InlineData("\"2031-03-10T12:00:01+24:00\"")]
    [InlineData("\"2031-03-10T12:00:01+00:60\"")]
    [InlineData("\"2031-03-10T12:00:01+00\"")]
    [InlineData("\"2031-03-10T12:00:01+0:00\"")]
    [InlineData("\"2031-03-10T12:00:01+00-00\"")]
    [InlineData("\"2031-03-10T12:00:01Zjunk\"")]
    [InlineData("\"\u0662031-03-10T12:00:01Z\"")]
    [InlineData("\"2031-03-10T12:00:01.00000000000000000000000000000000000000000000000000000000Z\"")]
    [InlineData("1931428800")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task An_expiry_that_is_no_date_time(string json)
    {
        var exception = await TestData.UnreadableAsync(TestData.BodyWithLevel($"\"expires_at\":{json}"));

        Assert.Equal("$.data.access_levels[0].expires_at", exception.JsonPath);
        Assert.Equal(200, exception.StatusCode);
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("\"text\"", "$")]
    [InlineData("42", "$")]
    [InlineData("<html><body>Bad gateway</body></html>", "$")]
    [InlineData("{", "$")]
    [InlineData("{}", "$.data")]
    [InlineData("""{"data":null}""", "$.data")]
    [InlineData("""{"data":[]}""", "$.data")]
    [InlineData("""{"data":"text"}""", "$.data")]
    [InlineData("""{"data":{}}""", "$.data.profile_id")]
    [InlineData("""{"data":{"access_levels":[]}}""", "$.data.profile_id")]
    [InlineData("""{"data":{"profile_id":null,"access_levels":[]}}""", "$.data.profile_id")]
    [InlineData("""{"data":{"profile_id":7,"access_levels":[]}}""", "$.data.profile_id")]
    [InlineData("""{"data":{"profile_id":"","access_levels":[]}}""", "$.data.profile_id")]
    [InlineData("""{"data":{"profile_id":"p"}}""", "$.data.access_levels")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":{}}}""", "$.data.access_levels")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":{"premium":{"expires_at":null}}}}""", "$.data.access_levels")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":""}}""", "$.data.access_levels")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[null]}}""", "$.data.access_levels[0]")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":["premium"]}}""", "$.data.access_levels[0]")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium"}]}}""", "$.data.access_levels[0].expires_at")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"expires_at":null}]}}""", "$.data.access_levels[0].access_level_id")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"access_level_id":null,"expires_at":null}]}}""", "$.data.access_levels[0].access_level_id")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"access_level_id":"","expires_at":null}]}}""", "$.data.access_levels[0].access_level_id")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium","expires_at":null,"is_in_grace_period":"false"}]}}""", "$.data.access_levels[0].is_in_grace_period")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium","expires_at":null,"starts_at":"soon"}]}}""", "$.data.access_levels[0].starts_at")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium","expires_at":null,"offer":"none"}]}}""", "$.data.access_levels[0].offer")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium","expires_at":null,"store":3}]}}""", "$.data.access_levels[0].store")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],"subscriptions":[null]}}""", "$.data.subscriptions[0]")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],"subscriptions":[{},{"expires_at":"soon"}]}}""", "$.data.subscriptions[1].expires_at")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],"total_revenue_usd":"9.99"}}""", "$.data.total_revenue_usd")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],"total_revenue_usd":1e400}}""", "$.data.total_revenue_usd")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],"timestamp":1.5}}""", "$.data.timestamp")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],"timestamp":9223372036854775808}}""", "$.data.timestamp")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],"custom_attributes":[{"key":"k","value":[]}]}}""", "$.data.custom_attributes[0].value")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],"custom_attributes":[{"key":"k","value":1e400}]}}""", "$.data.custom_attributes[0].value")]
    public async Task A_body_that_proves_nothing(string body, string path)
    {
        var exception = await TestData.UnreadableAsync(body);

        Assert.Equal(path, body.Length == 0 ? "$" : exception.JsonPath);
        Assert.False(exception.IsTransient);
        Assert.Contains("getProfile", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("\uFEFF", "it is empty")]
    [InlineData("null", "it is null (at $)")]
    [InlineData("{}", "the key is missing (at $.data)")]
    [InlineData("[]", "not the JSON that the API documents there (at $)")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[null]}}""", "a list must not hold null (at $.data.access_levels[0])")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium","expires_at":7}]}}""", "a date-time must be a string (at $.data.access_levels[0].expires_at)")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium","expires_at":"soon"}]}}""", "not a date-time (at $.data.access_levels[0].expires_at)")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium","expires_at":"2031-03-10T12:00:01.000000000000000000000000000000000000000000000Z"}]}}""", "not a date-time (at $.data.access_levels[0].expires_at)")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],"custom_attributes":[{"value":[]}]}}""", "the value of a custom attribute must be a string, a number, a boolean or null (at $.data.custom_attributes[0].value)")]
    [InlineData("""{"data":{"profile_id":"p","access_levels":[],"custom_attributes":[{"value":1e400}]}}""", "a number out of the range of a decimal (at $.data.custom_attributes[0].value)")]
    public async Task The_message_says_what_is_wrong_and_where(string body, string problem)
    {
        using var client = StubHandler.Returning(body, headers: ("x-request-id", "abc")).Client();

        var exception = await Assert.ThrowsAsync<AdaptyResponseException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));

        Assert.Equal($"Adapty's response to getProfile cannot be read: {problem}. Status 200. It says nothing about the user's access.", exception.Message);
        Assert.Equal((200, "abc", 1), (exception.StatusCode, exception.RequestId, exception.Attempts));
    }

    [Fact]
    public async Task A_key_that_is_there_twice()
    {
        var exception = await TestData.UnreadableAsync(TestData.BodyWithLevel("\"expires_at\":\"2020-01-01T00:00:00Z\",\"expires_at\":null"));

        Assert.Equal("$.data.access_levels[0].expires_at", exception.JsonPath);
    }

    [Fact]
    public async Task A_body_that_is_cut_off()
    {
        var body = TestData.ProfileBody;
        for (var length = 0; length < body.TrimEnd().Length; length += 97)
            await TestData.UnreadableAsync(body[..length]);
    }

    [Fact]
    public async Task Something_behind_the_body() => await TestData.UnreadableAsync(TestData.ProfileBody + "{}");

    [Fact]
    public async Task The_path_shows_no_names_that_are_data()
    {
        var exception = await TestData.UnreadableAsync("""{"data":{"profile_id":"p","access_levels":[],"eve@example.com":{"x":1,"x":2}}}""");

        Assert.Equal("$.data.*", exception.JsonPath);
        Assert.DoesNotContain("eve", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(204)]
    [InlineData(206)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(304)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_status_that_the_operation_does_not_document(int status)
    {
        using var client = StubHandler.Returning(TestData.ProfileBody, status).Client();

        var exception = await Assert.ThrowsAsync<AdaptyResponseException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));

        Assert.Equal(status, exception.StatusCode);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_is_not_read_to_its_end()
    {
        using var client = StubHandler.Returning(TestData.ProfileBody).Client(options => options.MaxResponseBytes = 1000);

        var exception = await Assert.ThrowsAsync<AdaptyResponseException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));

        Assert.Contains("MaxResponseBytes", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_is_read_up_to_the_limit_only(bool announced)
    {
        var stream = new EndlessStream();
        using var client = new StubHandler(_ =>
        {
            var content = new StreamContent(stream);
            content.Headers.ContentLength = announced ? 10_001 : null;
            return new HttpResponseMessage { Content = content };
        }).Client(options => options.MaxResponseBytes = 10_000);

        var exception = await Assert.ThrowsAsync<AdaptyResponseException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));

        Assert.Equal("Adapty's response to getProfile cannot be read: it is larger than MaxResponseBytes (10000). Status 200. It says nothing about the user's access.", exception.Message);
        Assert.InRange(stream.Given, announced ? 0 : 10_001, announced ? 0 : 20_000);
        Assert.True(stream.IsDisposed);
    }

    /// <summary>Gives a thousand bytes at a time, and counts them.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public int Given { get; private set; }

        public bool IsDisposed { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(buffer.Length, 1000);
            Given += count;
            buffer.Span[..count].Fill((byte)' ');
            return ValueTask.FromResult(count);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    [Fact]
    public async Task An_answer_of_exactly_the_limit_is_read()
    {
        var body = TestData.ProfileBody;
        using var client = StubHandler.Returning(body).Client(options => options.MaxResponseBytes = System.Text.Encoding.UTF8.GetByteCount(body));

        Assert.True((await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken)).HasAccess("premium"));
    }

    [Fact]
    public async Task The_excerpt_is_short_redacted_and_apart()
    {
        var filler = new string('x', 5000);
        var exception = await TestData.UnreadableAsync(
            $$$"""{"data":{"customer_user_id":"Kim \"K\" Doe","profile_id":"5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603","note":"{{{TestData.CustomerId}}} kim@example.com {{{TestData.Key}}}","filler":"{{{filler}}}"}}""");

        Assert.NotNull(exception.BodyExcerpt);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(exception.BodyExcerpt), 1, 2048);
        Assert.Contains("\"customer_user_id\":\"***\"", exception.BodyExcerpt, StringComparison.Ordinal);
        foreach (var secret in (string[])["Doe", "5b1e7c9a", TestData.CustomerId, "kim@", TestData.Key])
            Assert.DoesNotContain(secret, exception.BodyExcerpt, StringComparison.Ordinal);
        Assert.DoesNotContain("filler", exception.ToString(), StringComparison.Ordinal);
    }
}
