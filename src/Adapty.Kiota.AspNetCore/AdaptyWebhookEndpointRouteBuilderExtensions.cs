using System.Diagnostics.CodeAnalysis;
using Adapty.Kiota.AspNetCore;
using Adapty.Kiota.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Adapty.Kiota;

/// <summary>Maps Adapty's webhooks to an address of an ASP.NET Core app.</summary>
public static class AdaptyWebhookEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Receives the events of <c>AddAdaptyWebhooks</c> at <paramref name="pattern"/>, the address in Adapty's
    /// dashboard.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The endpoint runs as soon as routing has found it. Middleware after routing does not see its requests: HTTPS
    /// redirection, authentication, rate limiting and antiforgery reply with statuses that lose an event for ever.
    /// Authorization that a group of endpoints requires does not apply either: the secret is what lets a request in.
    /// </para>
    /// <para>
    /// Routing comes first unless the app calls <c>UseRouting</c> itself; then call it before
    /// <c>UseHttpsRedirection</c>, which knows no exemptions.
    /// </para>
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address, such as <c>/webhooks/adapty</c>.</param>
    /// <param name="name">
    /// Which webhooks: the name given to <c>AddAdaptyWebhooks</c>; null for those without a name.
    /// </param>
    /// <exception cref="InvalidOperationException"><c>AddAdaptyWebhooks</c> was not called for that name.</exception>
    public static IEndpointConventionBuilder MapAdaptyWebhook(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsKeyedService>() is { } services
            && !(name is null ? services.IsService(typeof(WebhookReceiver)) : services.IsKeyedService(typeof(WebhookReceiver), name)))
        {
            var call = name is null ? "services.AddAdaptyWebhooks(…)" : $"services.AddAdaptyWebhooks(\"{name}\", …)";
            throw new InvalidOperationException($"Call {call} before MapAdaptyWebhook.");
        }

        // A RequestDelegate: nothing is bound, so nothing of the framework refuses a body, and Native AOT needs no generator.
        RequestDelegate receive = context => WebhookEndpoint.ReceiveAsync(context, name);
        var endpoint = endpoints.Map(pattern, receive).ShortCircuit().DisableAntiforgery();
        endpoint.Finally(WebhookEndpoint.RemovePolicies);
        return endpoint;
    }
}
