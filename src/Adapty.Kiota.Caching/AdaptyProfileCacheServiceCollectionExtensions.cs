using Adapty.Kiota.Caching;
using Adapty.Kiota.DependencyInjection;
using Adapty.Kiota.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Adapty.Kiota;

/// <summary>Registers a <see cref="ProfileCache"/> as a singleton, in front of the client of <c>AddAdapty</c>.</summary>
/// <remarks>
/// The options are checked when the host starts. When <c>AddAdaptyWebhooks</c> is called for the same app, before or after, its events
/// invalidate the cache before any other handler runs; with a Redis, deliveries that come twice are known on all nodes.
/// </remarks>
public static class AdaptyProfileCacheServiceCollectionExtensions
{
    /// <summary>Registers a cache in the memory of this node.</summary>
    public static IServiceCollection AddAdaptyProfileCache(this IServiceCollection services) => services.AddCache(name: null, _ => { });

    /// <summary>Registers a cache that is set up in code: <c>services.AddAdaptyProfileCache(o => o.Redis = "…")</c>.</summary>
    public static IServiceCollection AddAdaptyProfileCache(this IServiceCollection services, Action<ProfileCacheOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddCache(name: null, configure);
    }

    /// <summary>
    /// Registers a cache that is set up from configuration. The section's keys are the names of the options; times are written like
    /// <c>00:05:00</c>. A name that is no option and a value that cannot be read stop the start.
    /// </summary>
    public static IServiceCollection AddAdaptyProfileCache(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddCache(name: null, options => ProfileCacheSettings.Read(section, options));
    }

    /// <summary>Registers the cache of one of several apps, in front of the client of <c>AddAdapty(name, …)</c>, as a keyed service.</summary>
    public static IServiceCollection AddAdaptyProfileCache(this IServiceCollection services, string name, Action<ProfileCacheOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddCache(name, configure);
    }

    /// <inheritdoc cref="AddAdaptyProfileCache(IServiceCollection, string, Action{ProfileCacheOptions})"/>
    public static IServiceCollection AddAdaptyProfileCache(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(section);
        return services.AddCache(name, options => ProfileCacheSettings.Read(section, options));
    }

    private static IServiceCollection AddCache(this IServiceCollection services, string? name, Action<ProfileCacheOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var optionsName = name ?? Options.DefaultName;
        services.AddOptions<ProfileCacheOptions>(optionsName)
            .Configure<IServiceProvider>((options, provider) =>
            {
                options.Name = optionsName;
                options.LoggerFactory = provider.GetService<ILoggerFactory>();
            })
            .Configure(configure)
            .ValidateOnStart();
        new OptionsValidator<ProfileCacheOptions>("AddAdaptyProfileCache", options => options.Problems()).AddTo(services);
        if (services.Any(service => service.ServiceType == typeof(ProfileCache) && Equals(service.ServiceKey, name)))
            return services;

        // First among the handlers, so that one that asks the cache finds the change.
        services.Insert(0, name is null
            ? ServiceDescriptor.Singleton<IWebhookHandler>(provider => new InvalidatingHandler(Find(provider, name)!))
            : ServiceDescriptor.KeyedSingleton<IWebhookHandler>(name, (provider, _) => new InvalidatingHandler(Find(provider, name)!)));
        services.AddOptions<WebhookOptions>(optionsName)
            .PostConfigure<IServiceProvider>((options, provider) => options.DeliveryStore ??= Find(provider, name)?.DeliveryStore);

        if (name is null)
            services.AddSingleton(provider => Create(provider, optionsName, provider.GetRequiredService<AdaptyClient>()));
        else
            services.AddKeyedSingleton(name, (provider, _) => Create(provider, optionsName, provider.GetRequiredKeyedService<AdaptyClient>(name)));
        return services;
    }

    private static ProfileCache Create(IServiceProvider provider, string optionsName, AdaptyClient client) =>
        new(client, provider.GetRequiredService<IOptionsFactory<ProfileCacheOptions>>().Create(optionsName));

    private static ProfileCache? Find(IServiceProvider provider, string? name) =>
        name is null ? provider.GetRequiredService<ProfileCache>() : provider.GetRequiredKeyedService<ProfileCache>(name);
}
