using System.Text;
using Adapty.Kiota.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Adapty.Kiota.AspNetCore;

/// <summary>Gives a request to the receiver, and its reply to the response.</summary>
internal static class WebhookEndpoint
{
    /// <summary>Routing refuses to run an endpoint at once that a group has put behind authorization or CORS.</summary>
    public static void RemovePolicies(EndpointBuilder endpoint)
    {
        for (var index = endpoint.Metadata.Count - 1; index >= 0; index--)
        {
            if (endpoint.Metadata[index] is IAuthorizeData or ICorsMetadata)
                endpoint.Metadata.RemoveAt(index);
        }
    }

    public static async Task ReceiveAsync(HttpContext context, string? name)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsPost(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = HttpMethods.Post;
            return;
        }

        // The receiver has a limit of its own, which the server's would get ahead of.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;

        var receiver = name is null
            ? context.RequestServices.GetRequiredService<WebhookReceiver>()
            : context.RequestServices.GetRequiredKeyedService<WebhookReceiver>(name);
        var authorization = request.Headers.Authorization.Count == 1 ? request.Headers.Authorization[0] : null;
        var reply = await receiver.ReceiveAsync(request.Body, authorization, context.RequestAborted).ConfigureAwait(false);

        var body = Encoding.UTF8.GetBytes(reply.Body);
        response.StatusCode = reply.StatusCode;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, CancellationToken.None).ConfigureAwait(false);
    }
}
