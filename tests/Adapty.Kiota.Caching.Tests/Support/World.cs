using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Caching.Tests.Support;

/// <summary>A cache in front of an Adapty in memory, both with a clock that the test moves.</summary>
internal sealed class World : IDisposable
{
    public static readonly ProfileKey User = ProfileKey.ForCustomer("user-1");

    private readonly List<ProfileCache> _nodes = [];
    private readonly Action<ProfileCacheOptions> _configure;

    /// <summary>Worlds may share a Redis, and have users of the same ids.</summary>
    private readonly string _name = Guid.NewGuid().ToString();

    public World(Action<ProfileCacheOptions>? configure = null, TimeProvider? clock = null)
    {
        _configure = configure ?? (_ => { });
        Adapty = new FakeAdapty(clock ?? Clock);
        Held = new HeldAdapty(Adapty);
        Client = CreateClient();
        Cache = AddNode();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2031, 5, 1, 12, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Adapty.TimeProvider.GetUtcNow();

    public FakeAdapty Adapty { get; }

    public HeldAdapty Held { get; }

    public AdaptyClient Client { get; }

    public ProfileCache Cache { get; }

    public int Calls => Adapty.Requests.Count;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Another node of the same app.</summary>
    public ProfileCache AddNode(string? name = null, AdaptyClient? client = null)
    {
        var options = new ProfileCacheOptions { Name = name ?? _name };
        _configure(options);
        var node = new ProfileCache(client ?? Client, options);
        _nodes.Add(node);
        return node;
    }

    public AdaptyClient CreateClient(string? apiKey = null) => new(
        new AdaptyClientOptions { ApiKey = apiKey ?? Adapty.ApiKey, TimeProvider = Adapty.TimeProvider, MaxRetries = 0 },
        new HttpClient(Held, disposeHandler: false));

    public Task<bool> HasPremiumAsync(ProfileCache? cache = null, ProfileKey? key = null) =>
        (cache ?? Cache).HasAccessAsync(key ?? User, "premium", Stop);

    public void Dispose()
    {
        _nodes.ForEach(node => node.Dispose());
        Client.Dispose();
        Held.Dispose();
    }
}
