using System.Text.Json.Nodes;
using Adapty.Kiota.Tests.Support;
using Adapty.Kiota.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>Registration with dependency injection.</summary>
public sealed class WebhookRegistrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_missing_secret_stops_the_start_and_is_named()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAdaptyWebhooks("eu-app", _ => { });
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Stop));

        Assert.Contains("AddAdaptyWebhooks(\"eu-app\"): Secrets is empty", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handlers_have_a_scope_each_and_are_called_in_order()
    {
        var seen = new List<object>();
        var services = new ServiceCollection().AddSingleton(seen).AddScoped<Dependency>();
        services.AddAdaptyWebhooks(options => options.Secrets.Add("s"))
            .AddHandler<FirstHandler>()
            .AddHandler((webhookEvent, _) =>
            {
                seen.Add(webhookEvent.Id!);
                return Task.CompletedTask;
            })
            .AddHandler<SecondHandler>();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var receiver = provider.GetRequiredService<WebhookReceiver>();

        Assert.Equal("handled", (await receiver.ReceiveAsync(WebhookExamples.Event("1"), "s", Stop)).Reason);
        Assert.Equal("handled", (await receiver.ReceiveAsync(WebhookExamples.Event("2"), "s", Stop)).Reason);

        Assert.Equal([typeof(FirstHandler), typeof(Dependency), "1", typeof(SecondHandler), typeof(Dependency)], seen.Take(5).Select(Kind));
        var scoped = seen.OfType<Dependency>().ToList();
        Assert.Equal(4, scoped.Distinct().Count());
        Assert.All(scoped, dependency => Assert.True(dependency.Disposed));
    }

    [Fact]
    public async Task A_handler_that_is_a_singleton_stays_one()
    {
        var handler = new RecordingHandler();
        var services = new ServiceCollection().AddSingleton(handler);
        services.AddAdaptyWebhooks(options => options.Secrets.Add("s")).AddHandler<RecordingHandler>();
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<WebhookReceiver>().ReceiveAsync(WebhookExamples.Event("1"), "s", Stop);

        Assert.Single(handler.Handled);
    }

    [Fact]
    public async Task Several_apps_have_secrets_and_handlers_of_their_own()
    {
        var (eu, us, unnamed) = (new RecordingHandler(), new RecordingHandler(), new RecordingHandler());
        var services = new ServiceCollection();
        services.AddAdaptyWebhooks("eu-app", options => options.Secrets.Add("eu")).AddHandler(eu.HandleAsync);
        services.AddAdaptyWebhooks("us-app", options => options.Secrets.Add("us")).AddHandler(us.HandleAsync);
        services.AddAdaptyWebhooks(options => options.Secrets.Add("s")).AddHandler(unnamed.HandleAsync);
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("handled", await ReasonAsync(provider.GetRequiredKeyedService<WebhookReceiver>("eu-app"), "eu"));
        Assert.Equal("unauthorized", await ReasonAsync(provider.GetRequiredKeyedService<WebhookReceiver>("us-app"), "eu"));
        Assert.Equal("handled", await ReasonAsync(provider.GetRequiredService<WebhookReceiver>(), "s"));

        Assert.Equal((1, 0, 1), (eu.Handled.Count, us.Handled.Count, unnamed.Handled.Count));
    }

    [Fact]
    public async Task A_handler_that_another_package_registers_is_called_too()
    {
        var handler = new RecordingHandler();
        var services = new ServiceCollection().AddSingleton<IWebhookHandler>(handler);
        services.AddAdaptyWebhooks(options => options.Secrets.Add("s"));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<WebhookReceiver>().ReceiveAsync(WebhookExamples.Event("1"), "s", Stop);

        Assert.Single(handler.Handled);
    }

    [Fact]
    public async Task A_registered_store_and_clock_are_used()
    {
        var services = new ServiceCollection()
            .AddSingleton<IWebhookDeliveryStore>(new TestDeliveryStore { FailsToReserve = true })
            .AddSingleton<TimeProvider>(new SignallingClock());
        services.AddAdaptyWebhooks(options => options.Secrets.Add("s"));
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("store_failed", await ReasonAsync(provider.GetRequiredService<WebhookReceiver>(), "s"));
        var options = provider.GetRequiredService<IOptions<WebhookOptions>>().Value;
        Assert.Same(provider.GetRequiredService<TimeProvider>(), options.TimeProvider);
    }

    [Fact]
    public void Every_option_is_read_from_a_section()
    {
        var options = Configured(new()
        {
            ["Webhooks:Secrets:0"] = "old",
            ["Webhooks:Secrets:1"] = "new",
            ["Webhooks:EventTypes:Abo verlängert"] = "subscription_renewed",
            ["Webhooks:Environment"] = "Sandbox",
            ["Webhooks:IgnoreOtherEnvironments"] = "true",
            ["Webhooks:AcceptEmptyBody"] = "True",
            ["Webhooks:UnauthorizedStatusCode"] = "401",
            ["Webhooks:MaxBodyBytes"] = "1000",
            ["Webhooks:TimeLimit"] = "00:00:05",
            ["Webhooks:Retention"] = "2.00:00:00",
        });

        Assert.Equal(["old", "new"], options.Secrets);
        Assert.Equal("subscription_renewed", options.EventTypes["Abo verlängert"]);
        Assert.Equal(("Sandbox", true, true), (options.Environment, options.IgnoreOtherEnvironments, options.AcceptEmptyBody));
        Assert.Equal((401, 1000), (options.UnauthorizedStatusCode, options.MaxBodyBytes));
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromDays(2)), (options.TimeLimit, options.Retention));
        Assert.Equal(["one"], Configured(new() { ["Webhooks:Secrets"] = "one" }).Secrets);
        Assert.True(Configured(new() { ["Webhooks:AllowAnonymous"] = "true" }).AllowAnonymous);
    }

    [Theory]
    [InlineData("AcceptEmptyBody", "yes", "The configuration value Webhooks:AcceptEmptyBody must be true or false.")]
    [InlineData("TimeLimit", "8s", "The configuration value Webhooks:TimeLimit must be a time such as 00:00:30.")]
    [InlineData("Secret", "s3cr3t", "The configuration value Webhooks:Secret is unknown.")]
    public void What_a_section_holds_and_cannot_be_read_is_named(string name, string value, string message)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Configured(new() { ["Webhooks:" + name] = value }));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>What editors complete in appsettings.json.</summary>
    [Fact]
    public void The_schema_has_every_option_that_a_section_can_hold()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "src", "Adapty.Kiota", "ConfigurationSchema.json")))!;
        var options = schema["properties"]!["Adapty"]!["properties"]!["Webhooks"]!["properties"]!.AsObject();
        string[] code =
        [
            nameof(WebhookOptions.DeadLetter), nameof(WebhookOptions.DeliveryStore), nameof(WebhookOptions.TimeProvider),
            nameof(WebhookOptions.LoggerFactory),
        ];

        Assert.Equal(
            typeof(WebhookOptions).GetProperties().Select(property => property.Name).Except(code).Order(StringComparer.Ordinal),
            options.Select(option => option.Key).Order(StringComparer.Ordinal));
    }

    private static async Task<string> ReasonAsync(WebhookReceiver receiver, string secret) =>
        (await receiver.ReceiveAsync(WebhookExamples.Event("1"), secret, Stop)).Reason;

    private static WebhookOptions Configured(Dictionary<string, string?> values)
    {
        var services = new ServiceCollection();
        services.AddAdaptyWebhooks(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Webhooks"));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<WebhookOptions>>().Value;
    }

    private static object Kind(object seen) => seen is string text ? text : seen as Type ?? seen.GetType();

    private sealed class Dependency : IDisposable
    {
        public bool Disposed { get; private set; }

        public void Dispose() => Disposed = true;
    }

    private class FirstHandler(List<object> seen, Dependency dependency) : IWebhookHandler
    {
        public async Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken)
        {
            await Task.Yield();
            seen.Add(GetType());
            seen.Add(dependency);
        }
    }

    private sealed class SecondHandler(List<object> seen, Dependency dependency) : FirstHandler(seen, dependency);
}
