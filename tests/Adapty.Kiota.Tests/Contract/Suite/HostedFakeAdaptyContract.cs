using System.Runtime.CompilerServices;
using Adapty.Kiota.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Adapty.Kiota.Tests.Contract.Suite;

/// <summary>The suite against the fake behind a real server: what it answers survives a socket, and what reaches it does, too.</summary>
public sealed class HostedFakeAdaptyContract : AdaptyContract
{
    protected override async Task<AdaptyUnderTest> StartAsync([CallerMemberName] string scene = "")
    {
        var fake = FakeWorld.Create();
        var invoker = new HttpMessageInvoker(fake, disposeHandler: false);
        var server = await RecordingServer.StartAsync(context => ForwardAsync(invoker, context));
        return new AdaptyUnderTest(
            key => new AdaptyClient(new AdaptyClientOptions { ApiKey = key, BaseAddress = server.Address, MaxRetries = 0, TimeProvider = fake.TimeProvider }),
            World.Key,
            async () =>
            {
                await server.DisposeAsync();
                invoker.Dispose();
            });
    }

    private static async Task ForwardAsync(HttpMessageInvoker fake, HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.GetEncodedUrl());
        if (context.Request.ContentType is not null)
            request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        using var answer = await fake.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
            context.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
