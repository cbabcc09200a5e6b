using Adapty.Kiota.Caching.Tests.Support;
using Adapty.Kiota.Testing;
using Adapty.Kiota.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Adapty.Kiota.Caching.Tests;

/// <summary>Registration and options.</summary>
public sealed class RegistrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Apps_have_a_cache_each_by_name()
    {
        var (eu, us) = (new FakeAdapty(), new FakeAdapty());
        eu.AddProfile("user-1").WithLifetimeAccess("premium");
        us.AddProfile("user-1");
        var services = new ServiceCollection();
        services.AddAdapty("eu", options => options.ApiKey = "secret").UseFakeAdapty(eu);
        services.AddAdapty("us", options => options.ApiKey = "secret").UseFakeAdapty(us);
        services.AddAdaptyProfileCache("eu", options => options.FreshFor = TimeSpan.FromMinutes(1));
        services.AddAdaptyProfileCache("us", Section(("FreshFor", "00:01:00")));
        services.AddAdaptyWebhooks("us", options => options.Secrets.Add("secret"));
        await using var provider = services.BuildServiceProvider();
        var caches = (Eu: provider.GetRequiredKeyedService<ProfileCache>("eu"), Us: provider.GetRequiredKeyedService<ProfileCache>("us"));

        Assert.True(await caches.Eu.HasAccessAsync(World.User, "premium", Stop));
        Assert.False(await caches.Us.HasAccessAsync(World.User, "premium", Stop));
        var body = System.Text.Encoding.UTF8.GetBytes(new WebhookEvent(WebhookEventTypes.SubscriptionRenewed, "p") { CustomerUserId = "user-1" }.ToJson());
        await provider.GetRequiredKeyedService<WebhookReceiver>("us").ReceiveAsync(body, "secret", Stop);
        await caches.Eu.HasAccessAsync(World.User, "premium", Stop);
        await caches.Us.HasAccessAsync(World.User, "premium", Stop);
        Assert.Equal((1, 2), (eu.Requests.Count, us.Requests.Count));
    }

    [Theory]
    [InlineData("FreshFor", "00:00:00", "AddAdaptyProfileCache: FreshFor must be more than zero and at most a day.")]
    [InlineData("StaleFor", "8.00:00:00", "AddAdaptyProfileCache: StaleFor must be from zero to 7 days.")]
    [InlineData("MaxProfiles", "0", "AddAdaptyProfileCache: MaxProfiles must be at least 1.")]
    [InlineData("Redis", "host,unknown=1", "AddAdaptyProfileCache: Redis must be a connection string of StackExchange.Redis, such as redis.internal:6380,ssl=true.")]
    public async Task A_wrong_option_stops_the_start_and_is_named(string name, string value, string message)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(Section((name, value))));

        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [InlineData("Fresh", "00:05:00", "The configuration value Cache:Fresh is unknown. Known are FreshFor, StaleFor, MaxProfiles, Redis.")]
    [InlineData("FreshFor", "5 minutes", "The configuration value Cache:FreshFor must be a time such as 00:00:30.")]
    public async Task An_unknown_name_and_an_unreadable_value_stop_the_start_with_their_path(string name, string value, string message)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(Section((name, value))));

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public async Task A_cache_works_without_a_container()
    {
        var fake = new FakeAdapty();
        fake.AddProfile("user-1").WithLifetimeAccess("premium");
        using var client = fake.CreateClient();
        using var cache = new ProfileCache(client, new ProfileCacheOptions());

        Assert.True(await cache.HasAccessAsync(World.User, "premium", Stop));
    }

    private static IConfiguration Section(params (string Name, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.ToDictionary(value => "Cache:" + value.Name, value => (string?)value.Value)).Build().GetSection("Cache");

    private static async Task StartAsync(IConfiguration section)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAdapty(options => options.ApiKey = "secret");
        builder.Services.AddAdaptyProfileCache(section);
        using var host = builder.Build();
        await host.StartAsync(Stop);
    }
}
