using Adapty.Kiota.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Adapty.Kiota.Tests.Unit.DependencyInjection;

/// <summary>
/// What an application gives to every HTTP client (.NET Aspire's service defaults do) is not meant for this one: a write is sent
/// again by nobody below the SDK, and the number of attempts is that of the wire.
/// </summary>
public sealed class DefaultHandlerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Action<IHttpClientBuilder>> Defaults => new()
    {
        { "the standard resilience handler", builder => builder.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(1)) },
        { "a hedging handler", builder => builder.AddStandardHedgingHandler() },
        { "a handler that sends twice at once", builder => builder.AddHttpMessageHandler(() => new TwiceHandler()) },
        { "an id of a user for everybody", builder => builder.AddHttpMessageHandler(() => new IdHandler()) },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public async Task A_write_is_sent_once_whatever_every_client_has(string name, Action<IHttpClientBuilder> defaults)
    {
        foreach (var before in (bool[])[true, false])
        {
            var handler = StubHandler.Returning("", status: 503);
            var services = new ServiceCollection();
            services.AddLogging();
            if (before)
                services.ConfigureHttpClientDefaults(defaults);
            services.AddAdapty(options => options.ApiKey = TestData.Key).ConfigurePrimaryHttpMessageHandler(() => handler);
            if (!before)
                services.ConfigureHttpClientDefaults(defaults);
            await using var provider = services.BuildServiceProvider();
            var adapty = provider.GetRequiredService<AdaptyClient>();

            var exception = await Assert.ThrowsAsync<AdaptyServerException>(() => adapty.AccessLevels.GrantLifetimeAsync(TestData.Customer, "premium", Token));

            Assert.True(handler.Requests.Count == 1, name);
            Assert.Equal(1, exception.Attempts);
            Assert.Equal([TestData.CustomerId], handler.Requests[0].Headers.GetValues("adapty-customer-user-id"));
        }
    }

    /// <summary>Whoever asks for it on this very client gets it, and the truth about it.</summary>
    [Fact]
    public async Task What_is_added_to_the_returned_builder_stays_and_is_counted()
    {
        var handler = StubHandler.Returning("", status: 503);
        var services = new ServiceCollection();
        services.AddAdapty(options => (options.ApiKey, options.MaxRetries) = (TestData.Key, 0))
            .AddHttpMessageHandler(() => new TwiceHandler())
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<AdaptyServerException>(() => provider.GetRequiredService<AdaptyClient>().Profiles.GetAsync(TestData.Customer, Token));

        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal(2, exception.Attempts);
    }

    [Fact]
    public async Task Attempts_are_those_of_the_wire_over_all_retries()
    {
        var handler = StubHandler.Returning("", status: 503);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ImpatientClock());
        services.AddAdapty(options => (options.ApiKey, options.MaxRetries) = (TestData.Key, 2))
            .AddHttpMessageHandler(() => new TwiceHandler())
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<AdaptyServerException>(() => provider.GetRequiredService<AdaptyClient>().Profiles.GetAsync(TestData.Customer, Token));

        Assert.Equal(6, handler.Requests.Count);
        Assert.Equal(6, exception.Attempts);
    }

    [Theory]
    [InlineData("adapty-customer-user-id", "somebody-else")]
    [InlineData("adapty-profile-id", "5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603")]
    [InlineData("Host", "evil.example")]
    [InlineData("adapty-platform", " web")]
    public async Task Default_headers_of_a_given_client_are_held_to_the_rules(string name, string value)
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        using var adapty = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key }, http);
        var byProfile = ProfileKey.ForProfile("5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603");
        var byCustomer = TestData.Customer;

        if (name != "adapty-customer-user-id")
            await Assert.ThrowsAsync<ArgumentException>(() => adapty.Profiles.GetAsync(byCustomer, Token));
        if (name != "adapty-profile-id")
            await Assert.ThrowsAsync<ArgumentException>(() => adapty.Profiles.GetAsync(byProfile, Token));
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => adapty.Purchases.ValidatePaddleAsync("user-42", "txn_1", Token));

        Assert.DoesNotContain(value.Trim(), exception.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    /// <summary>The request's own header counts, and the HTTP client adds no second one.</summary>
    [Fact]
    public async Task The_id_of_a_call_wins_over_a_default_of_the_same_name()
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Add("adapty-customer-user-id", "somebody-else");
        http.DefaultRequestHeaders.Add("Authorization", "Bearer of-something-else");
        http.DefaultRequestHeaders.Add("User-Agent", "MyApp/3.1 (Linux)");
        using var adapty = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key }, http);

        await adapty.Profiles.GetAsync(TestData.Customer, Token);

        var headers = Assert.Single(handler.Requests).Headers;
        Assert.Equal([TestData.CustomerId], headers.GetValues("adapty-customer-user-id"));
        Assert.Equal(["Api-Key " + TestData.Key], headers.NonValidated["Authorization"]);
        Assert.Equal($"Adapty.Kiota/{TestData.PackageVersion} MyApp/3.1 (Linux)", headers.UserAgent.ToString());
    }

    private sealed class TwiceHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var first = await base.SendAsync(request, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class IdHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("adapty-customer-user-id", "somebody-else");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
