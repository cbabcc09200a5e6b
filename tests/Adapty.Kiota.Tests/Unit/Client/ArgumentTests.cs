using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Client;

/// <summary>What is wrong is refused by name and rule, before anything is sent.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData(" user", "space")]
    [InlineData("user ", "space")]
    [InlineData(" ", "space")]
    [InlineData("us\rer", "control")]
    [InlineData("us\ner", "control")]
    [InlineData("user\r\nX-Evil: 1", "control")]
    [InlineData("\tuser", "control")]
    [InlineData("us\u0000er", "control")]
    [InlineData("us\u007fer", "control")]
    [InlineData("us\u0085er", "ASCII")]
    [InlineData("us\u00e9r", "ASCII")]
    [InlineData("\u7528\u6237", "ASCII")]
    [InlineData("user\ud83d\ude00", "ASCII")]
    public void An_id_that_cannot_be_a_header(string id, string rule)
    {
        foreach (var make in (Func<string, ProfileKey>[])[ProfileKey.ForCustomer, ProfileKey.ForProfile])
        {
            var exception = Assert.Throws<ArgumentException>(() => make(id));
            Assert.Contains(rule, exception.Message, StringComparison.Ordinal);
            Assert.Contains("Id", exception.ParamName, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Null_and_the_empty_guid()
    {
        Assert.Throws<ArgumentNullException>(() => ProfileKey.ForCustomer(null!));
        Assert.Throws<ArgumentNullException>(() => ProfileKey.ForProfile(null!));
        Assert.Throws<ArgumentException>(() => ProfileKey.ForProfile(Guid.Empty));
    }

    [Theory]
    [InlineData("user 42")]
    [InlineData("kim@example.com")]
    [InlineData("~!#$%^&*()_+{}|:<>?,./;'[]-=`\"\\")]
    public async Task Printable_ASCII_travels_as_it_is(string id)
    {
        await using var server = await RecordingServer.StartAsync(TestData.ProfileBody);
        using var client = server.Client();

        await client.Profiles.GetAsync(ProfileKey.ForCustomer(id), TestContext.Current.CancellationToken);

        Assert.Equal(id, Assert.Single(server.Requests).Headers["adapty-customer-user-id"]);
    }

    [Fact]
    public async Task The_default_key_names_nobody()
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var client = handler.Client();

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => client.Profiles.GetAsync(default, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Profiles.FindAsync(default, TestContext.Current.CancellationToken));

        Assert.Equal("key", exception.ParamName);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public void Keys_are_equal_by_kind_and_id()
    {
        Assert.Equal(ProfileKey.ForCustomer("a"), ProfileKey.ForCustomer("a"));
        Assert.True(ProfileKey.ForCustomer("a") != ProfileKey.ForProfile("a"));
        Assert.True(ProfileKey.ForCustomer("a") != ProfileKey.ForCustomer("A"));
        Assert.Equal(ProfileKey.ForCustomer("a").GetHashCode(), ProfileKey.ForCustomer("a").GetHashCode());
    }

    [Theory]
    [InlineData("user\nX-Evil: 1")]
    [InlineData("us\u00e9r")]
    [InlineData("")]
    [InlineData(" user")]
    public async Task The_generated_client_refuses_the_same_header_values(string id)
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var client = handler.Client();

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => client.Api.Api.V2.ServerSideApi.Profile.EmptyPathSegment.GetAsync(
            request => request.Headers.Add("adapty-customer-user-id", id), TestContext.Current.CancellationToken));

        Assert.Contains("adapty-customer-user-id", exception.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("https://evil.example/api/v2/server-side-api/profile/")]
    [InlineData("https://api.adapty.io.evil.example/api/v2/server-side-api/profile/")]
    [InlineData("https://api.adapty.io:8443/api/v2/server-side-api/profile/")]
    [InlineData("http://api.adapty.io/api/v2/server-side-api/profile/")]
    [InlineData("https://user:pw@api.adapty.io/api/v2/server-side-api/profile/")]
    public async Task The_key_goes_to_no_other_place(string url)
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var client = handler.Client();

        await Assert.ThrowsAsync<ArgumentException>(() => client.Api.Api.V2.ServerSideApi.Profile.EmptyPathSegment.WithUrl(url).GetAsync(
            cancellationToken: TestContext.Current.CancellationToken));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_callers_own_Authorization_header_is_replaced()
    {
        await using var server = await RecordingServer.StartAsync(TestData.ProfileBody);
        using var client = server.Client();

        await client.Api.Api.V2.ServerSideApi.Profile.EmptyPathSegment.GetAsync(
            request =>
            {
                request.Headers.Add("authorization", "Bearer something");
                request.Headers.Add("adapty-customer-user-id", TestData.CustomerId);
            },
            TestContext.Current.CancellationToken);

        Assert.Equal("Api-Key " + TestData.Key, Assert.Single(server.Requests).Headers["Authorization"]);
    }
}
