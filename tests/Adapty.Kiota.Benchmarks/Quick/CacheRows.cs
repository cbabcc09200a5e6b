using Adapty.Kiota.Benchmarks.Bodies;
using Adapty.Kiota.Models;
using Microsoft.Extensions.Caching.Memory;

namespace Adapty.Kiota.Benchmarks.Quick;

/// <summary>The same question to a plain memory cache and to the SDK's, about a thousand users in turn.</summary>
internal sealed class CacheRows : IDisposable
{
    private const int Users = 1000;

    private readonly string[] _ids = [.. Enumerable.Range(0, Users).Select(_ => Guid.NewGuid().ToString())];
    private readonly ProfileKey[] _keys;
    private readonly MemoryCache _memory = new(new MemoryCacheOptions());
    private readonly HttpClient _http = new(new MemoryHandler(SampleBodies.Page));
    private readonly AdaptyClient _client;
    private readonly ProfileCache _cache;
    private int _next;

    private CacheRows()
    {
        _keys = [.. _ids.Select(ProfileKey.ForCustomer)];
        _client = new AdaptyClient(new AdaptyClientOptions { ApiKey = "secret_live_benchmark" }, _http);
        _cache = new ProfileCache(_client, new ProfileCacheOptions { FreshFor = TimeSpan.FromHours(1) });
    }

    public static async Task<CacheRows> CreateAsync()
    {
        var rows = new CacheRows();
        foreach (var (id, key) in rows._ids.Zip(rows._keys))
            rows._memory.Set(id, await rows._cache.FindAsync(key), TimeSpan.FromHours(1));
        return rows;
    }

    public Task AskMemoryCache()
    {
        var profile = _memory.Get<Profile>(_ids[Next()])!;
        return profile.HasAccess("premium") ? Task.CompletedTask : NoAccess();
    }

    public Task AskCache()
    {
        var answer = _cache.HasAccessAsync(_keys[Next()], "premium");
        return answer.IsCompletedSuccessfully && answer.Result ? Task.CompletedTask : NoAccess();
    }

    public void Dispose()
    {
        _cache.Dispose();
        _client.Dispose();
        _http.Dispose();
        _memory.Dispose();
    }

    private static Task NoAccess() => throw new InvalidOperationException("The page's user has premium.");

    private int Next() => (int)((uint)Interlocked.Increment(ref _next) % Users);
}
