using Adapty.Kiota.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace Adapty.Kiota.Testing;

/// <summary>Puts a <see cref="FakeAdapty"/> behind the clients that <c>AddAdapty</c> registers.</summary>
public static class FakeAdaptyExtensions
{
    /// <summary>
    /// Lets this registration talk to the fake, with the fake's key and clock: <c>services.AddAdapty(section).UseFakeAdapty(fake)</c>.
    /// No API key has to be configured. Handlers that were added to the registration stay in place.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="builder"/> does not come from <c>AddAdapty</c>.</exception>
    public static IHttpClientBuilder UseFakeAdapty(this IHttpClientBuilder builder, FakeAdapty fake)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(fake);
        var optionsName = ClientNames.Options(builder.Name)
            ?? throw new ArgumentException("Call UseFakeAdapty on what AddAdapty returns: this is another HTTP client.", nameof(builder));

        builder.Services.PostConfigure<AdaptyClientOptions>(optionsName, options =>
        {
            options.ApiKey = fake.ApiKey;
            options.TimeProvider = fake.TimeProvider;
        });
        // The factory may dispose it at any time: that has no effect.
        return builder.ConfigurePrimaryHttpMessageHandler(() => fake);
    }

    /// <summary>
    /// Lets a client that is already registered talk to the fake. For the tests of a whole application, which has called
    /// <c>AddAdapty</c> itself:
    /// <c>factory.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.UseFakeAdapty(fake)))</c>.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="fake">The fake that responds from now on.</param>
    /// <param name="serviceKey">The key of a keyed registration, <c>AddAdapty("eu-app", …)</c>; null for the one without.</param>
    /// <exception cref="InvalidOperationException">No such client is registered.</exception>
    public static IServiceCollection UseFakeAdapty(this IServiceCollection services, FakeAdapty fake, string? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var call = serviceKey is null ? "AddAdapty" : $"AddAdapty(\"{serviceKey}\", …)";
        if (!services.Any(service => service.ServiceType == typeof(AdaptyClient) && Equals(service.ServiceKey, serviceKey)))
            throw new InvalidOperationException($"{call} was not called.");

        services.AddHttpClient(ClientNames.HttpClient(serviceKey ?? "")).UseFakeAdapty(fake);
        return services;
    }
}
