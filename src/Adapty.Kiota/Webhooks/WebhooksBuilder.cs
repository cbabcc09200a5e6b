using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Adapty.Kiota.Webhooks;

/// <summary>Adds handlers to the webhooks of an app. They are called in the order in which they were added.</summary>
/// <remarks>
/// A handler is a service of the type <see cref="IWebhookHandler"/>, keyed by the app's name where it has one, so one
/// can be registered without this class, too.
/// </remarks>
public sealed class WebhooksBuilder
{
    private readonly string? _name;

    internal WebhooksBuilder(IServiceCollection services, string? name) => (Services, _name) = (services, name);

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Adds a handler that is made for every event, in a scope of its own. If <typeparamref name="THandler"/> was
    /// registered already, its own lifetime counts.
    /// </summary>
    public WebhooksBuilder AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where THandler : class, IWebhookHandler
    {
        Services.TryAddScoped<THandler>();
        return Add(provider => new ScopedHandler<THandler>(provider.GetRequiredService<IServiceScopeFactory>()));
    }

    /// <summary>
    /// Adds a handler: <c>AddHandler(async (e, stop) => …)</c>. See <see cref="IWebhookHandler.HandleAsync"/>.
    /// </summary>
    public WebhooksBuilder AddHandler(Func<WebhookEvent, CancellationToken, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add(_ => new DelegateHandler(handler));
    }

    private WebhooksBuilder Add(Func<IServiceProvider, IWebhookHandler> make)
    {
        if (_name is null)
            Services.AddSingleton(make);
        else
            Services.AddKeyedSingleton(_name, (provider, _) => make(provider));
        return this;
    }

    private sealed class ScopedHandler<THandler>(IServiceScopeFactory scopes) : IWebhookHandler
        where THandler : class, IWebhookHandler
    {
        public async Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken)
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var handler = scope.ServiceProvider.GetRequiredService<THandler>();
                await handler.HandleAsync(webhookEvent, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private sealed class DelegateHandler(Func<WebhookEvent, CancellationToken, Task> handler) : IWebhookHandler
    {
        public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken) => handler(webhookEvent, cancellationToken);
    }
}
