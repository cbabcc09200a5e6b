using Adapty.Kiota.Calls;
using Microsoft.Extensions.Http;

namespace Adapty.Kiota.DependencyInjection;

/// <summary>Puts the SDK's own handlers below those that an application adds, so that they see what is sent.</summary>
internal sealed class LastHandlers : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name is null || ClientNames.Options(builder.Name) is null)
            return;
        foreach (var handler in Connections.CreateKiotaHandlers())
            builder.AdditionalHandlers.Add(handler);
        builder.AdditionalHandlers.Add(new WireCounter());
    };
}
