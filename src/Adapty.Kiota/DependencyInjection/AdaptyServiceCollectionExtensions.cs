using Adapty.Kiota.Calls;
using Adapty.Kiota.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Adapty.Kiota;

/// <summary>Registers <see cref="AdaptyClient"/> as a singleton.</summary>
/// <remarks>
/// The options are checked when the host starts (and when the client is first resolved): a missing key stops the
/// application then, not at the first customer. A registered <see cref="TimeProvider"/> is used.
/// The returned <see cref="IHttpClientBuilder"/> adds handlers or another primary handler to the client's HTTP pipeline. Handlers
/// of <c>ConfigureHttpClientDefaults</c> are not used: one that retries would repeat a write, such as a grant.
/// </remarks>
public static class AdaptyServiceCollectionExtensions
{
    /// <summary>Registers a client that is set up in code: <c>services.AddAdapty(o => o.ApiKey = …)</c>.</summary>
    public static IHttpClientBuilder AddAdapty(this IServiceCollection services, Action<AdaptyClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddClient(serviceKey: null, configure);
    }

    /// <summary>
    /// Registers a client that is set up from configuration: <c>services.AddAdapty(configuration.GetSection("Adapty"))</c>.
    /// The section's keys are the names of the options; times are written like <c>00:00:30</c>. A name that is no option and a value
    /// that cannot be read stop the start. When the section is reloaded, the client takes its <c>ApiKey</c> from then on.
    /// </summary>
    public static IHttpClientBuilder AddAdapty(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddClient(serviceKey: null, options => ConfigurationReader.Read(section, options), section);
    }

    /// <summary>
    /// Registers one of several clients, such as one per app, as a keyed service:
    /// <c>services.AddAdapty("eu-app", o => o.ApiKey = …)</c> is injected by <c>[FromKeyedServices("eu-app")] AdaptyClient adapty</c>.
    /// </summary>
    public static IHttpClientBuilder AddAdapty(this IServiceCollection services, string serviceKey, Action<AdaptyClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddClient(serviceKey, configure);
    }

    /// <inheritdoc cref="AddAdapty(IServiceCollection, string, Action{AdaptyClientOptions})"/>
    public static IHttpClientBuilder AddAdapty(this IServiceCollection services, string serviceKey, IConfiguration section)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(section);
        return services.AddClient(serviceKey, options => ConfigurationReader.Read(section, options), section);
    }

    private static IHttpClientBuilder AddClient(
        this IServiceCollection services, string? serviceKey, Action<AdaptyClientOptions> configure, IConfiguration? section = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var optionsName = serviceKey ?? Options.DefaultName;
        var httpClientName = ClientNames.HttpClient(optionsName);

        services.AddOptions<AdaptyClientOptions>(optionsName)
            .Configure<IServiceProvider>((options, provider) =>
            {
                options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
                options.LoggerFactory = services.HasOwnLogging(provider) ? provider.GetService<ILoggerFactory>() : new LateLoggers(provider, provider.GetRequiredService<LoggingState>());
            })
            .Configure(configure)
            .ValidateOnStart();
        new OptionsValidator<AdaptyClientOptions>("AddAdapty", options => options.Problems()).AddTo(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, LastHandlers>());
        services.TryAddSingleton<LoggingState>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<LoggerFilterOptions>, LoggingState>(provider => provider.GetRequiredService<LoggingState>()));

        if (serviceKey is null)
            services.AddSingleton(provider => CreateClient(provider, optionsName, httpClientName, section));
        else
            services.AddKeyedSingleton(serviceKey, (provider, _) => CreateClient(provider, optionsName, httpClientName, section));

        return services.AddHttpClient(httpClientName)
            .ConfigureHttpClient(client => Connections.Configure(client))
            .ConfigurePrimaryHttpMessageHandler(Connections.CreateHandler)
            // Handlers that ConfigureHttpClientDefaults gives to every client: one that retries would repeat a write. Those that the
            // application adds to the returned builder come after this.
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear())
            // The client keeps its handler for life; the connections in it are renewed instead.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The factory's own logger writes two lines at Information for every request; AddDefaultLogger() brings it back.
            .RemoveAllLoggers();
    }

    /// <summary>Whether there is a log to write to: another factory than .NET's own, which comes along with HTTP clients, or a provider.</summary>
    private static bool HasOwnLogging(this IServiceCollection services, IServiceProvider provider) =>
        services.LastOrDefault(service => service.ServiceType == typeof(ILoggerFactory) && !service.IsKeyedService)?.ImplementationType != typeof(LoggerFactory)
        || provider.GetServices<ILoggerProvider>().Any();

    /// <summary>The options are asked for once, so nothing that remembers or watches them is made.</summary>
    private static AdaptyClient CreateClient(IServiceProvider provider, string optionsName, string httpClientName, IConfiguration? section)
    {
        var factory = provider.GetRequiredService<IOptionsFactory<AdaptyClientOptions>>();
        var options = factory.Create(optionsName);
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(httpClientName);
        var reload = section is null ? null : new KeyReload(() => factory.Create(optionsName).ApiKey!, options.LoggerFactory);
        var client = new AdaptyClient(options, () => Connections.Registered(http)) { Companion = reload };
        reload?.Begin(section!, client);
        return client;
    }
}
