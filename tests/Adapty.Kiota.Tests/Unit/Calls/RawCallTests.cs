using System.Text;
using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Tests.Unit.Calls;

/// <summary>Operations that the SDK does not have yet, by Kiota's interface: with its API key, retries and errors.</summary>
public sealed class RawCallTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static RequestInformation Request(AdaptyClient adapty, Method method = Method.GET) => new()
    {
        HttpMethod = method,
        UrlTemplate = "{+baseurl}/api/v2/server-side-api/brand/new/",
        PathParameters = { ["baseurl"] = adapty.RequestAdapter.BaseUrl! },
    };

    [Fact]
    public async Task A_response_comes_as_a_stream_as_a_string_or_not_at_all()
    {
        var handler = StubHandler.Returning("\uFEFF{\"new\":\"ü\"}", status: 202);
        using var adapty = handler.Client();

        using var stream = await adapty.RequestAdapter.SendPrimitiveAsync<Stream>(Request(adapty), cancellationToken: Token);
        var text = await adapty.RequestAdapter.SendPrimitiveAsync<string>(Request(adapty, Method.POST), cancellationToken: Token);
        await adapty.RequestAdapter.SendNoContentAsync(Request(adapty, Method.DELETE), cancellationToken: Token);

        using var reader = new StreamReader(stream!, Encoding.UTF8);
        Assert.Equal("{\"new\":\"ü\"}", await reader.ReadToEndAsync(Token));
        Assert.Equal("{\"new\":\"ü\"}", text);
        Assert.Equal(["GET", "POST", "DELETE"], handler.Requests.Select(request => request.Method.Method));
        Assert.All(handler.Requests, request =>
        {
            Assert.Equal("https://api.adapty.io/api/v2/server-side-api/brand/new/", request.RequestUri!.AbsoluteUri);
            Assert.Equal("Api-Key " + TestData.Key, request.Headers.Authorization!.ToString());
        });
    }

    [Theory]
    [InlineData(Method.GET, 3)]
    [InlineData(Method.POST, 1)]
    [InlineData(Method.DELETE, 1)]
    public async Task Only_reads_are_retried(Method method, int attempts)
    {
        var handler = StubHandler.Returning("""{"error_code":"brand_new","errors":[{"source":null,"errors":["no"]}]}""", status: 503);
        using var adapty = handler.Client(options => (options.MaxRetries, options.TimeProvider) = (2, new ImpatientClock()));

        var exception = await Assert.ThrowsAsync<AdaptyServerException>(() => adapty.RequestAdapter.SendPrimitiveAsync<string>(Request(adapty, method), cancellationToken: Token));

        Assert.Equal((attempts, attempts, "brand_new"), (handler.Requests.Count, exception.Attempts, exception.ErrorCode));
    }

    [Fact]
    public async Task A_path_that_is_not_below_the_base_address_gets_no_key()
    {
        var handler = StubHandler.Returning("");
        using var adapty = handler.Client();

        await Assert.ThrowsAsync<ArgumentException>(() => adapty.RequestAdapter.SendPrimitiveAsync<string>(
            new RequestInformation { HttpMethod = Method.GET, URI = new Uri("https://evil.example/api/") }, cancellationToken: Token));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_model_that_the_SDK_does_not_know_is_refused_before_anything_is_sent()
    {
        var handler = StubHandler.Returning("{}");
        using var adapty = handler.Client();

        var exception = await Assert.ThrowsAsync<NotSupportedException>(async () =>
            await adapty.RequestAdapter.SendAsync(Request(adapty), ErrorResponse.CreateFromDiscriminatorValue, cancellationToken: Token));

        Assert.Contains("SendPrimitiveAsync<Stream>", exception.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    /// <summary>The body of a documented operation, as it came.</summary>
    [Fact]
    public async Task A_known_operation_gives_its_body_too()
    {
        using var adapty = StubHandler.Returning(TestData.ProfileBody).Client();
        var request = adapty.Api.Api.V2.ServerSideApi.Profile.EmptyPathSegment.ToGetRequestInformation(
            configuration => configuration.Headers.Add("adapty-customer-user-id", TestData.CustomerId));

        Assert.Equal(TestData.ProfileBody, await adapty.RequestAdapter.SendPrimitiveAsync<string>(request, cancellationToken: Token));
    }
}
