using System.Net.Http.Headers;
using System.Text;
using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Tests.Testing;

public sealed class RecordedRequestTests : IDisposable
{
    private readonly FakeAdapty _fake = new();

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task A_request_is_recorded_with_its_headers()
    {
        var user = _fake.AddProfile("user-42");
        using var adapty = _fake.CreateClient();
        var before = _fake.Requests;

        await adapty.Profiles.GetAsync(user.Key, TestContext.Current.CancellationToken);

        var request = Assert.Single(_fake.Requests);
        Assert.Empty(before);
        Assert.Equal(HttpMethod.Get, request.Method);
        Assert.Equal("/api/v2/server-side-api/profile/", request.Path);
        Assert.Equal("user-42", request.Headers["Adapty-Customer-User-Id"]);
        Assert.Null(request.Body);
    }

    [Fact]
    public async Task A_body_and_a_query_are_recorded_as_sent()
    {
        var request = RawClient.Request("/anything/?page%5Bsize%5D=2&x=%20", HttpMethod.Post, headers: [("X-Two", "a"), ("X-Two", "b")]);
        request.Content = new StringContent("{\"name\":\"Zoë\"}", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var _ = await _fake.AskAsync(request);

        var recorded = Assert.Single(_fake.Requests);
        Assert.Equal("POST /anything/?page%5Bsize%5D=2&x=%20", recorded.ToString());
        Assert.Equal("{\"name\":\"Zoë\"}", recorded.Body);
        Assert.Equal("application/json", recorded.Headers["Content-Type"]);
        Assert.Equal("a, b", recorded.Headers["X-Two"]);
    }

    [Theory]
    [InlineData("Api-Key secret_live_fake", "Api-Key ***")]
    [InlineData("Bearer secret_live_fake", "Bearer ***")]
    [InlineData("secret_live_fake", "***")]
    public async Task The_key_is_not_recorded(string sent, string recorded)
    {
        using var _ = await _fake.AskAsync(RawClient.Request(key: null, headers: ("Authorization", sent)));

        var request = Assert.Single(_fake.Requests);
        Assert.Equal(recorded, request.Headers["authorization"]);
        Assert.DoesNotContain("secret", request.ToString(), StringComparison.Ordinal);
    }
}
