using Adapty.Kiota.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Adapty.Kiota.Tests.Unit.DependencyInjection;

public sealed class AddAdaptyTests
{
    private static IConfiguration Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, value.Value))).Build();

    private static async Task<string> KeySentAsync(AdaptyClient client, StubHandler handler)
    {
        await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);
        return handler.Requests[^1].Headers.Authorization!.ToString();
    }

    [Fact]
    public async Task From_code()
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        var services = new ServiceCollection();
        services.AddAdapty(options => options.ApiKey = "from-code").ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("Api-Key from-code", await KeySentAsync(provider.GetRequiredService<AdaptyClient>(), handler));
        Assert.Same(provider.GetRequiredService<AdaptyClient>(), provider.GetRequiredService<AdaptyClient>());
    }

    [Fact]
    public async Task From_configuration()
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        var services = new ServiceCollection();
        services.AddAdapty(Configuration(
            ("Adapty:ApiKey", "from-configuration"), ("Adapty:BaseAddress", "https://proxy.example/adapty/"), ("Adapty:AttemptTimeout", "00:00:05"),
            ("Adapty:Timeout", "00:01:00"), ("Adapty:MaxRetries", "1"), ("Adapty:MaxResponseBytes", "5000")).GetSection("Adapty"))
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("Api-Key from-configuration", await KeySentAsync(provider.GetRequiredService<AdaptyClient>(), handler));
        Assert.Equal("https://proxy.example/adapty/api/v2/server-side-api/profile/", handler.Requests[0].RequestUri!.AbsoluteUri);
        var options = provider.GetRequiredService<IOptions<AdaptyClientOptions>>().Value;
        Assert.Equal((5d, 60d, 1, 5000), (options.AttemptTimeout.TotalSeconds, options.Timeout.TotalSeconds, options.MaxRetries, options.MaxResponseBytes));
    }

    [Fact]
    public async Task Keyed_clients_stand_side_by_side()
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        var services = new ServiceCollection();
        services.AddAdapty(options => options.ApiKey = "main").ConfigurePrimaryHttpMessageHandler(() => handler);
        services.AddAdapty("eu-app", options => options.ApiKey = "eu").ConfigurePrimaryHttpMessageHandler(() => handler);
        services.AddAdapty("us-app", Configuration(("ApiKey", "us"))).ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("Api-Key main", await KeySentAsync(provider.GetRequiredService<AdaptyClient>(), handler));
        Assert.Equal("Api-Key eu", await KeySentAsync(provider.GetRequiredKeyedService<AdaptyClient>("eu-app"), handler));
        Assert.Equal("Api-Key us", await KeySentAsync(provider.GetRequiredKeyedService<AdaptyClient>("us-app"), handler));
    }

    [Fact]
    public async Task A_missing_key_stops_the_host_at_its_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAdapty(Configuration().GetSection("Adapty"));
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("ApiKey is missing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_keyed_registration_is_checked_at_start_too_and_named()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAdapty("eu-app", options => options.MaxRetries = 99);
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("eu-app", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, exception.Failures.Count());
    }

    [Fact]
    public async Task Without_a_host_it_is_refused_when_the_client_is_resolved()
    {
        var services = new ServiceCollection();
        services.AddAdapty(_ => { });
        await using var provider = services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<AdaptyClient>);
    }

    [Theory]
    [InlineData("MaxRetries", "many")]
    [InlineData("Timeout", "30 s")]
    [InlineData("BaseAddress", "not an address")]
    public async Task A_configuration_value_that_cannot_be_read_is_named(string name, string value)
    {
        var services = new ServiceCollection();
        services.AddAdapty(Configuration(("Adapty:ApiKey", "k"), ($"Adapty:{name}", value)).GetSection("Adapty"));
        await using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<AdaptyClient>);

        Assert.Contains($"Adapty:{name}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_clock_is_used()
    {
        var clock = new FakeTimeProvider(TestData.Now);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock);
        services.AddAdapty(options => options.ApiKey = "k").ConfigurePrimaryHttpMessageHandler(() => StubHandler.Returning(TestData.BodyWithLevel("\"expires_at\":\"2031-03-10T12:00:01Z\"")));
        await using var provider = services.BuildServiceProvider();

        var profile = await provider.GetRequiredService<AdaptyClient>().Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);

        Assert.True(profile.HasAccess("premium"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(profile.HasAccess("premium"));
    }

    [Fact]
    public async Task Handlers_of_the_users_own_are_in_the_way_and_nothing_is_logged()
    {
        using var logs = new CollectingLoggerProvider();
        var passed = 0;
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddAdapty(options => options.ApiKey = TestData.Key)
            .AddHttpMessageHandler(() => new CountingHandler(() => passed++))
            .ConfigurePrimaryHttpMessageHandler(() => StubHandler.Returning(TestData.ProfileBody));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<AdaptyClient>().Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);

        Assert.Equal(1, passed);
        Assert.DoesNotContain(logs.Lines, line => line.Contains(TestData.Key, StringComparison.Ordinal) || line.Contains(TestData.CustomerId, StringComparison.Ordinal) || line.Contains("Information", StringComparison.Ordinal));
    }

    [Fact]
    public void Arguments_are_checked()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentNullException>(() => services.AddAdapty((Action<AdaptyClientOptions>)null!));
        Assert.Throws<ArgumentNullException>(() => services.AddAdapty((IConfiguration)null!));
        Assert.Throws<ArgumentException>(() => services.AddAdapty("", _ => { }));
        Assert.Throws<ArgumentNullException>(() => AdaptyServiceCollectionExtensions.AddAdapty(null!, _ => { }));
    }

    private sealed class CountingHandler(Action count) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            count();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
