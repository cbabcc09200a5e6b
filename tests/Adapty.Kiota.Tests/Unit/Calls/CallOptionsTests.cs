using System.Net;
using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Adapty.Kiota.Tests.Unit.Calls;

/// <summary>Kiota's options on one call of <c>adapty.Api</c>: honoured as their documentation says, or refused with the way to the same thing.</summary>
public sealed class CallOptionsTests
{
    private static readonly Type[] Honoured =
        [typeof(RetryHandlerOption), typeof(HeadersInspectionHandlerOption), typeof(UserAgentHandlerOption), typeof(ResponseHandlerOption)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>All that both assemblies have, also what comes with their next version.</summary>
    private static IEnumerable<Type> AllOfToday =>
        new[] { typeof(IRequestOption).Assembly, typeof(RetryHandlerOption).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => typeof(IRequestOption).IsAssignableFrom(type) && type is { IsAbstract: false, IsInterface: false });

    public static TheoryData<Type> OptionTypes => [.. AllOfToday];

    private static Task<ProfileResponse?> GetAsync(AdaptyClient adapty, params IRequestOption[] options) =>
        adapty.Api.Api.V2.ServerSideApi.Profile.EmptyPathSegment.GetAsync(
            request =>
            {
                request.Headers.Add("adapty-customer-user-id", TestData.CustomerId);
                foreach (var option in options)
                    request.Options.Add(option);
            },
            Token);

    [Theory]
    [MemberData(nameof(OptionTypes))]
    public async Task An_option_is_honoured_or_refused(Type type)
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var adapty = handler.Client();
        var arguments = type.GetConstructors()[0].GetParameters().Select(parameter => parameter.DefaultValue is DBNull ? null : parameter.DefaultValue).ToArray();
        var option = (IRequestOption)type.GetConstructors()[0].Invoke(arguments);

        if (Honoured.Contains(type))
        {
            Assert.NotNull(await GetAsync(adapty, option));
            return;
        }

        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => GetAsync(adapty, option));
        Assert.Contains(type.Name, exception.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    /// <summary>A refusal says what to do instead; only an option of a later Kiota can have no way.</summary>
    [Fact]
    public async Task Every_option_of_today_has_a_way()
    {
        using var adapty = StubHandler.Returning(TestData.ProfileBody).Client();
        foreach (var type in AllOfToday.Except(Honoured))
        {
            var arguments = type.GetConstructors()[0].GetParameters().Select(parameter => parameter.DefaultValue is DBNull ? null : parameter.DefaultValue).ToArray();
            var exception = await Assert.ThrowsAsync<NotSupportedException>(() => GetAsync(adapty, (IRequestOption)type.GetConstructors()[0].Invoke(arguments)));
            Assert.DoesNotContain("does not know", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("own")]
    [InlineData("given")]
    [InlineData("registered")]
    public async Task Headers_are_inspected_on_every_kind_of_connection(string kind)
    {
        await using var server = await RecordingServer.StartAsync(TestData.ProfileBody);
        await using var clients = new Clients(kind, server.Address);
        var inspection = new HeadersInspectionHandlerOption { InspectRequestHeaders = true, InspectResponseHeaders = true };

        await GetAsync(clients.Client, inspection);

        Assert.Equal([TestData.CustomerId], inspection.RequestHeaders["adapty-customer-user-id"]);
        Assert.Equal(["application/json"], inspection.ResponseHeaders["Content-Type"]);
    }

    [Theory]
    [InlineData("own")]
    [InlineData("given")]
    [InlineData("registered")]
    public async Task A_product_of_the_calls_own_stands_behind_the_SDKs(string kind)
    {
        await using var server = await RecordingServer.StartAsync(TestData.ProfileBody);
        await using var clients = new Clients(kind, server.Address);
        var sdk = "Adapty.Kiota/" + TestData.PackageVersion;

        await GetAsync(clients.Client);
        await GetAsync(clients.Client, new UserAgentHandlerOption { ProductName = "MyApp", ProductVersion = "3.1" });
        await GetAsync(clients.Client, new UserAgentHandlerOption { Enabled = false });

        Assert.Equal([sdk, sdk + " MyApp/3.1", null], server.Requests.Select(request => request.Headers.GetValueOrDefault("User-Agent")));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 6)]
    public async Task The_limit_of_retries_is_the_calls_own(int retries, int requests)
    {
        var handler = StubHandler.Returning("", status: 503);
        using var adapty = handler.Client(options => (options.MaxRetries, options.Timeout, options.TimeProvider) = (3, TimeSpan.FromMinutes(30), new ImpatientClock()));

        var exception = await Assert.ThrowsAsync<AdaptyServerException>(() => GetAsync(adapty, new RetryHandlerOption { MaxRetry = retries }));

        Assert.Equal((requests, requests), (handler.Requests.Count, exception.Attempts));
    }

    [Fact]
    public async Task The_waits_are_the_calls_own_and_their_sum_is_limited()
    {
        var clock = new ImpatientClock();
        var handler = StubHandler.Returning("", status: 503);
        using var adapty = handler.Client(options => (options.Timeout, options.TimeProvider) = (TimeSpan.FromMinutes(30), clock));

        await Assert.ThrowsAsync<AdaptyServerException>(() => GetAsync(
            adapty, new RetryHandlerOption { MaxRetry = 9, Delay = 5, RetriesTimeLimit = TimeSpan.FromSeconds(40) }));

        Assert.Equal([5, 10, 20], clock.Waits);
    }

    /// <summary>The option's own rule may only forbid: what the API does not allow to be sent again stays so.</summary>
    [Fact]
    public async Task The_calls_own_rule_forbids_a_retry_and_allows_none()
    {
        var handler = StubHandler.Returning("", status: 500);
        using var adapty = handler.Client(options => (options.MaxRetries, options.TimeProvider) = (3, new ImpatientClock()));
        var grant = adapty.Api.Api.V2.ServerSideApi.Purchase.Profile.Grant.AccessLevel.EmptyPathSegment;

        // Its default takes 503, 504 and 429.
        await Assert.ThrowsAsync<AdaptyServerException>(() => GetAsync(adapty, new RetryHandlerOption { MaxRetry = 2 }));
        Assert.Single(handler.Requests);
        await Assert.ThrowsAsync<AdaptyServerException>(() => grant.PostAsync(
            new GrantAccessLevelRequest { AccessLevelId = "premium" },
            request =>
            {
                request.Headers.Add("adapty-customer-user-id", TestData.CustomerId);
                request.Options.Add(new RetryHandlerOption { ShouldRetry = (_, _, _) => true });
            },
            Token));
        Assert.Equal(2, handler.Requests.Count);
        await Assert.ThrowsAsync<AdaptyServerException>(() => GetAsync(adapty, new RetryHandlerOption { MaxRetry = 2, ShouldRetry = (_, attempt, response) => attempt < 1 && response.StatusCode == HttpStatusCode.InternalServerError }));
        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task A_negative_number_of_retries_is_refused()
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var adapty = handler.Client();

        await Assert.ThrowsAsync<ArgumentException>(() => GetAsync(adapty, new RetryHandlerOption { MaxRetry = -1 }));

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_response_handler_gets_the_native_response_of_a_success()
    {
        using var adapty = StubHandler.Returning(TestData.ProfileBody, headers: [("x-request-id", "r-1")]).Client();
        var own = new OwnHandler();

        var result = await GetAsync(adapty, new ResponseHandlerOption { ResponseHandler = own });

        Assert.Null(result);
        Assert.Equal((200, TestData.ProfileBody), (own.Status, own.Body));
        using var refusing = StubHandler.Returning("", status: 401).Client();
        await Assert.ThrowsAsync<AdaptyAuthenticationException>(() => GetAsync(refusing, new ResponseHandlerOption { ResponseHandler = new NativeResponseHandler() }));
    }

    private sealed class OwnHandler : IResponseHandler
    {
        public int Status { get; private set; }

        public string? Body { get; private set; }

        public async Task<TModel?> HandleResponseAsync<TNative, TModel>(TNative response, Dictionary<string, ParsableFactory<IParsable>>? errorMappings)
        {
            var native = Assert.IsType<HttpResponseMessage>(response);
            (Status, Body) = ((int)native.StatusCode, await native.Content.ReadAsStringAsync(Token));
            return default;
        }
    }

    /// <summary>One client on each of the three kinds of connections.</summary>
    private sealed class Clients : IAsyncDisposable
    {
        private readonly ServiceProvider? _provider;
        private readonly HttpClient? _http;

        public Clients(string kind, Uri address)
        {
            var options = new AdaptyClientOptions { ApiKey = TestData.Key, BaseAddress = address };
            if (kind == "registered")
            {
                var services = new ServiceCollection();
                services.AddAdapty(registered => (registered.ApiKey, registered.BaseAddress) = (TestData.Key, address));
                _provider = services.BuildServiceProvider();
                Client = _provider.GetRequiredService<AdaptyClient>();
            }
            else
            {
                _http = kind == "given" ? new HttpClient() : null;
                Client = new AdaptyClient(options, _http);
            }
        }

        public AdaptyClient Client { get; }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            _http?.Dispose();
            if (_provider is not null)
                await _provider.DisposeAsync();
        }
    }
}
