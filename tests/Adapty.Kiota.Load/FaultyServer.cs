using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Load;

/// <summary>A server on loopback that answers with the caller's own id, and fails at random: one in ten.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Random _random;
    private readonly Lock _lock = new();

    private FaultyServer(WebApplication app, int seed)
    {
        _app = app;
        _random = new Random(seed);
    }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<FaultyServer> StartAsync(int seed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FaultyServer(builder.Build(), seed);
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var id = context.Request.Headers["adapty-customer-user-id"].ToString();
        var body = Encoding.UTF8.GetBytes($$$"""{"data":{"profile_id":"p","customer_user_id":"{{{id}}}","access_levels":[{"access_level_id":"premium","expires_at":null}]}}""");
        switch (Next(50))
        {
            case 0:
                context.Abort();
                break;
            case 1:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "0";
                break;
            case 2:
                context.Response.StatusCode = 503;
                await context.Response.WriteAsync("<html>Service unavailable</html>");
                break;
            case 3:
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body.AsMemory(0, 10));
                await context.Response.Body.FlushAsync();
                await Task.Delay(20);
                await context.Response.Body.WriteAsync(body.AsMemory(10));
                break;
            case 4:
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body.AsMemory(0, 10));
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            default:
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body);
                break;
        }
    }

    private int Next(int limit)
    {
        lock (_lock)
            return _random.Next(limit);
    }
}
