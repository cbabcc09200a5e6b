using Adapty.Kiota.Calls;
using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;
using Microsoft.Kiota.Abstractions;
using NSubstitute;

namespace Adapty.Kiota.Tests.Unit.Calls;

/// <summary>What Kiota's interface offers beside the way of a call.</summary>
public sealed class RequestAdapterTests : IDisposable
{
    private readonly StubHandler _handler = StubHandler.Returning("[]");
    private readonly HttpClient _http;
    private readonly RequestAdapter _adapter;

    public RequestAdapterTests()
    {
        _http = new HttpClient(_handler);
        _adapter = new RequestAdapter(new CallRunner(new AdaptyClientOptions { ApiKey = TestData.Key }, Connections.Given(_http)));
    }

    public void Dispose() => _http.Dispose();

    private RequestInformation GetProfile() => new AdaptyApiClient(_adapter).Api.V2.ServerSideApi.Profile.EmptyPathSegment.ToGetRequestInformation(OfCustomer);

    private static void OfCustomer<T>(RequestConfiguration<T> request)
        where T : class, new() => request.Headers.Add("adapty-customer-user-id", TestData.CustomerId);

    [Fact]
    public async Task A_form_of_answer_that_no_operation_has_is_not_asked_for()
    {
        var token = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<NotSupportedException>(() => _adapter.SendCollectionAsync(GetProfile(), Profile.CreateFromDiscriminatorValue, null, token));
        await Assert.ThrowsAsync<NotSupportedException>(() => _adapter.SendPrimitiveAsync<int>(GetProfile(), null, token));
        await Assert.ThrowsAsync<NotSupportedException>(() => _adapter.SendPrimitiveCollectionAsync<string>(GetProfile(), null, token));

        Assert.Empty(_handler.Requests);
    }

    /// <summary>Kiota's own adapter would take both, and the second would change every client of the process.</summary>
    [Fact]
    public void Address_and_models_stay_as_they_are()
    {
        var set = Assert.Throws<NotSupportedException>(() => _adapter.BaseUrl = "https://evil.example");
        Assert.Throws<NotSupportedException>(() => _adapter.EnableBackingStore(Substitute.For<Microsoft.Kiota.Abstractions.Store.IBackingStoreFactory>()));

        Assert.Contains("AdaptyClientOptions.BaseAddress", set.Message, StringComparison.Ordinal);
        Assert.Equal("https://api.adapty.io", _adapter.BaseUrl);
    }

    [Fact]
    public async Task A_native_request_carries_the_key_to_the_clients_address_only()
    {
        var request = GetProfile();
        request.PathParameters["baseurl"] = _adapter.BaseUrl!;

        using var message = await _adapter.ConvertToNativeRequestAsync<HttpRequestMessage>(request, TestContext.Current.CancellationToken);

        Assert.Equal("Api-Key " + TestData.Key, message!.Headers.Authorization!.ToString());
        var elsewhere = new RequestInformation { HttpMethod = Method.GET, URI = new Uri("https://evil.example/api") };
        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => _adapter.ConvertToNativeRequestAsync<HttpRequestMessage>(elsewhere, TestContext.Current.CancellationToken));
        Assert.Contains("key is not sent there", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_call_of_one_client_goes_to_its_own_address()
    {
        var handler = StubHandler.Returning("""{"paywall_id":"p"}""");
        using var client = handler.Client();
        var api = client.Api.Api.V2.ServerSideApi;

        foreach (var id in (string[])["one", "two", "one"])
            await client.Paywalls.GetAsync(id, TestContext.Current.CancellationToken);
        foreach (var currency in (string[])["GEM", "COIN"])
        {
            await Assert.ThrowsAsync<AdaptyResponseException>(() => api.Vc.Transactions.EmptyPathSegment.GetAsync(
                request =>
                {
                    OfCustomer(request);
                    request.QueryParameters.CurrencyCode = currency;
                },
                TestContext.Current.CancellationToken));
        }

        Assert.Equal(
            ["paywalls/one/", "paywalls/two/", "paywalls/one/", "vc/transactions/?currency_code=GEM", "vc/transactions/?currency_code=COIN"],
            handler.Requests.Select(request => request.RequestUri!.AbsoluteUri["https://api.adapty.io/api/v2/server-side-api/".Length..]));
    }

    /// <summary>Kiota hands out the builder's own dictionary; two calls at once through one builder would change it together.</summary>
    [Fact]
    public async Task A_call_leaves_the_parameters_of_its_builder_as_they_are()
    {
        var profile = new AdaptyApiClient(_adapter).Api.V2.ServerSideApi.Profile.EmptyPathSegment;
        foreach (var request in (RequestInformation[])[profile.ToGetRequestInformation(OfCustomer), profile.WithUrl("https://api.adapty.io/raw/").ToGetRequestInformation(OfCustomer)])
        {
            var parameters = request.PathParameters;
            var before = new Dictionary<string, object>(parameters);

            await Assert.ThrowsAsync<AdaptyResponseException>(() => _adapter.SendAsync(request, ProfileResponse.CreateFromDiscriminatorValue, null, TestContext.Current.CancellationToken));

            Assert.Equal(before, parameters);
        }

        Assert.Equal(["/api/v2/server-side-api/profile/", "/raw/"], _handler.Requests.Select(request => request.RequestUri!.AbsolutePath));
    }

    [Fact]
    public void Bodies_are_written_as_JSON() => Assert.Equal("application/json", _adapter.SerializationWriterFactory.ValidContentType);

    [Fact]
    public async Task A_body_has_its_content_type_and_a_request_without_one_has_none()
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var client = handler.Client();

        await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);
        await client.AccessLevels.GrantLifetimeAsync(TestData.Customer, "premium", TestContext.Current.CancellationToken);

        Assert.Null(handler.Requests[0].Content);
        Assert.Equal("application/json", handler.Requests[1].Content!.Headers.ContentType!.ToString());
        Assert.All(handler.Requests, request => Assert.Equal("application/json", request.Headers.Accept.Single().ToString()));
    }

    /// <summary>A handler of the caller's finds them under the name of their class, as with Kiota's own adapter; also when the request is sent again.</summary>
    [Fact]
    public async Task Options_of_a_request_reach_the_handlers()
    {
        var option = Substitute.For<IRequestOption>();
        var key = new HttpRequestOptionsKey<IRequestOption>(option.GetType().FullName!);
        var seen = new List<IRequestOption?>();
        var handler = new StubHandler(request =>
        {
            seen.Add(request.Options.TryGetValue(key, out var found) ? found : null);
            return seen.Count == 1 ? StubHandler.Response("", 503) : StubHandler.Response(TestData.ProfileBody);
        });
        using var client = handler.Client(options => (options.MaxRetries, options.TimeProvider) = (1, new ImpatientClock()));

        await client.Api.Api.V2.ServerSideApi.Profile.EmptyPathSegment.GetAsync(
            request =>
            {
                OfCustomer(request);
                request.Options.Add(option);
            },
            TestContext.Current.CancellationToken);

        Assert.Equal([option, option], seen);
    }
}
