using System.Net;
using System.Text;
using Adapty.Kiota;
using Microsoft.Extensions.DependencyInjection;

// The smallest use of the cache: in memory, or (WithRedis=true) over the Redis of the first argument, which may well be away.
// A profile is asked for, known, invalidated, and asked for again.
const string Body = """{"data":{"profile_id":"p-1","customer_user_id":"user-42","access_levels":[{"access_level_id":"premium","expires_at":null}]}}""";
var calls = 0;
var services = new ServiceCollection();
services.AddAdapty(options => options.ApiKey = "secret_live_smoke")
    .ConfigurePrimaryHttpMessageHandler(() => new Responder(() =>
    {
        calls++;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Body, Encoding.UTF8, "application/json") };
    }));
#if REDIS
services.AddAdaptyProfileCache(options => options.Redis = args[0]);
#else
services.AddAdaptyProfileCache();
#endif
await using var provider = services.BuildServiceProvider();
var cache = provider.GetRequiredService<ProfileCache>();
var user = ProfileKey.ForCustomer("user-42");

for (var question = 0; question < 3; question++)
{
    if (!await cache.HasAccessAsync(user, "premium"))
        return 1;
}

if (calls != 1)
    return 2;
#if REDIS
if (args is [_, "away"])
{
    try
    {
        await cache.InvalidateAsync(user);
        return 3;
    }
    catch (InvalidOperationException)
    {
        // Nobody took it, and it says so.
    }
}
else
{
    await cache.InvalidateAsync(user);
}
#else
await cache.InvalidateAsync(user);
#endif
if (!await cache.HasAccessAsync(user, "premium") || calls != 2)
    return 4;
Console.WriteLine("premium, two calls for four questions");
return 0;

internal sealed class Responder(Func<HttpResponseMessage> respond) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(respond());
}
