using Adapty.Kiota.DependencyInjection;
using Adapty.Kiota.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Adapty.Kiota;

/// <summary>Registers a <see cref="WebhookReceiver"/> as a singleton.</summary>
/// <remarks>
/// The options are checked when the host starts: a missing secret stops the application then. A registered
/// <see cref="TimeProvider"/> and a registered <see cref="IWebhookDeliveryStore"/> are used.
/// </remarks>
public static class AdaptyWebhooksServiceCollectionExtensions
{
    private static readonly Dictionary<string, Action<WebhookOptions, string>> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(WebhookOptions.AllowAnonymous)] = (o, text) => o.AllowAnonymous = ConfigurationReader.YesOrNo(text),
        [nameof(WebhookOptions.UnauthorizedStatusCode)] = (o, text) => o.UnauthorizedStatusCode = ConfigurationReader.Number(text),
        [nameof(WebhookOptions.TimeLimit)] = (o, text) => o.TimeLimit = ConfigurationReader.Time(text),
        [nameof(WebhookOptions.MaxBodyBytes)] = (o, text) => o.MaxBodyBytes = ConfigurationReader.Number(text),
        [nameof(WebhookOptions.AcceptEmptyBody)] = (o, text) => o.AcceptEmptyBody = ConfigurationReader.YesOrNo(text),
        [nameof(WebhookOptions.Retention)] = (o, text) => o.Retention = ConfigurationReader.Time(text),
        [nameof(WebhookOptions.Environment)] = (o, text) => o.Environment = text,
        [nameof(WebhookOptions.IgnoreOtherEnvironments)] = (o, text) => o.IgnoreOtherEnvironments = ConfigurationReader.YesOrNo(text),
    };

    /// <summary>
    /// Registers webhooks that are set up in code: <c>services.AddAdaptyWebhooks(o => o.Secrets.Add("…"))</c>.
    /// </summary>
    public static WebhooksBuilder AddAdaptyWebhooks(this IServiceCollection services, Action<WebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddWebhooks(name: null, configure);
    }

    /// <summary>
    /// Registers webhooks that are set up from configuration. The section's keys are the names of the options;
    /// <c>Secrets</c> is a list or one string, <c>EventTypes</c> has the dashboard's names as keys, times are written
    /// like <c>00:00:08</c>.
    /// </summary>
    public static WebhooksBuilder AddAdaptyWebhooks(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddWebhooks(name: null, options => Read(section, options));
    }

    /// <summary>
    /// Registers the webhooks of one of several apps, or of one of its environments, as a keyed service.
    /// </summary>
    public static WebhooksBuilder AddAdaptyWebhooks(this IServiceCollection services, string name, Action<WebhookOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddWebhooks(name, configure);
    }

    /// <inheritdoc cref="AddAdaptyWebhooks(IServiceCollection, string, Action{WebhookOptions})"/>
    public static WebhooksBuilder AddAdaptyWebhooks(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(section);
        return services.AddWebhooks(name, options => Read(section, options));
    }

    private static WebhooksBuilder AddWebhooks(this IServiceCollection services, string? name, Action<WebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var optionsName = name ?? Options.DefaultName;
        services.AddOptions<WebhookOptions>(optionsName)
            .Configure<IServiceProvider>((options, provider) =>
            {
                options.Name = optionsName;
                options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
                options.LoggerFactory = provider.GetService<ILoggerFactory>();
                options.DeliveryStore = provider.GetService<IWebhookDeliveryStore>();
            })
            .Configure(configure)
            .ValidateOnStart();
        new OptionsValidator<WebhookOptions>("AddAdaptyWebhooks", options => options.Problems()).AddTo(services);

        if (name is null)
            services.TryAddSingleton(provider => Create(provider, optionsName, provider.GetServices<IWebhookHandler>()));
        else
            services.TryAddKeyedSingleton(name, (provider, _) => Create(provider, name, provider.GetKeyedServices<IWebhookHandler>(name)));
        return new WebhooksBuilder(services, name);
    }

    private static WebhookReceiver Create(IServiceProvider provider, string optionsName, IEnumerable<IWebhookHandler> handlers) =>
        new(provider.GetRequiredService<IOptionsFactory<WebhookOptions>>().Create(optionsName), handlers);

    private static void Read(IConfiguration section, WebhookOptions options)
    {
        ConfigurationReader.Read(section, options, Settings, [nameof(options.Secrets), nameof(options.EventTypes)]);
        var secrets = section.GetSection(nameof(options.Secrets));
        foreach (var secret in secrets.GetChildren().Prepend(secrets))
        {
            if (secret.Value is { } value)
                options.Secrets.Add(value);
        }

        foreach (var type in section.GetSection(nameof(options.EventTypes)).GetChildren())
            options.EventTypes[type.Key] = type.Value ?? "";
    }
}
