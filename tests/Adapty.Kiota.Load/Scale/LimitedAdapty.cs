using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Load.Scale;

/// <summary>An Adapty on loopback that knows the truth, and responds with 429 to more than so many requests a second.</summary>
internal sealed class LimitedAdapty : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Truth _truth;
    private readonly int _limit;
    private long _second;
    private int _inSecond;
    private int _calls;
    private int _refused;

    private LimitedAdapty(WebApplication app, Truth truth, int limit) => (_app, _truth, _limit) = (app, truth, limit);

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public int Calls => _calls;

    public int Refused => _refused;

    public static async Task<LimitedAdapty> StartAsync(Truth truth, int limit)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var adapty = new LimitedAdapty(builder.Build(), truth, limit);
        adapty._app.Run(adapty.RespondAsync);
        await adapty._app.StartAsync();
        return adapty;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        Interlocked.Increment(ref _calls);
        if (IsOverLimit())
        {
            Interlocked.Increment(ref _refused);
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "1";
            return;
        }

        var id = context.Request.Headers["adapty-customer-user-id"].ToString();
        var (hasPremium, _) = _truth[int.Parse(id.AsSpan("user-".Length), System.Globalization.CultureInfo.InvariantCulture)];
        var level = hasPremium ? """{"access_level_id":"premium","expires_at":null}""" : "";
        var body = Encoding.UTF8.GetBytes($$$"""{"data":{"profile_id":"p-{{{id}}}","customer_user_id":"{{{id}}}","access_levels":[{{{level}}}]}}""");
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    private bool IsOverLimit()
    {
        lock (_truth)
        {
            var second = Environment.TickCount64 / 1000;
            (_second, _inSecond) = second == _second ? (second, _inSecond + 1) : (second, 1);
            return _inSecond > _limit;
        }
    }
}
