using System.Text;
using Adapty.Kiota.Testing;
using Adapty.Kiota.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Adapty.Kiota.Caching.Tests;

/// <summary>Webhooks and the cache registered side by side.</summary>
public sealed class WebhookTests : IAsyncDisposable
{
    private static readonly ProfileKey User = ProfileKey.ForCustomer("user-1");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2031, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeAdapty _adapty;
    private readonly FakeProfile _user;
    private readonly ServiceProvider _services;
    private readonly List<bool> _seen = [];

    public WebhookTests()
    {
        _adapty = new FakeAdapty(_clock);
        _user = _adapty.AddProfile("user-1");
        var services = new ServiceCollection();
        services.AddAdaptyWebhooks(options => options.Secrets.Add("secret")).AddHandler<AskingHandler>();
        services.AddAdapty(options => options.MaxRetries = 0).UseFakeAdapty(_adapty);
        services.AddAdaptyProfileCache();
        services.AddSingleton(_seen);
        _services = services.BuildServiceProvider();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ProfileCache Cache => _services.GetRequiredService<ProfileCache>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _adapty.Dispose();
    }

    [Fact]
    public async Task A_renewal_told_by_webhook_is_seen_at_once()
    {
        _user.WithAccessLevel("premium", _clock.GetUtcNow().AddMinutes(1));
        Assert.True(await HasPremiumAsync(User));
        _user.WithAccessLevel("premium", _clock.GetUtcNow().AddDays(30));
        Assert.Equal(200, (await TellAsync(WebhookEventTypes.SubscriptionRenewed)).StatusCode);
        _clock.Advance(TimeSpan.FromSeconds(59));

        Assert.True((await Cache.FindAsync(User, Stop))!.HasAccess("premium", _clock.GetUtcNow().AddDays(29)));
    }

    [Fact]
    public async Task A_revocation_told_by_webhook_is_seen_at_once()
    {
        _user.WithLifetimeAccess("premium");
        Assert.True(await HasPremiumAsync(User));
        await _services.GetRequiredService<AdaptyClient>().AccessLevels.RevokeAsync(User, "premium", cancellationToken: Stop);
        Assert.Equal(200, (await TellAsync(WebhookEventTypes.AccessLevelUpdated)).StatusCode);

        Assert.False(await HasPremiumAsync(User));
    }

    [Fact]
    public async Task Both_names_of_a_user_and_who_shares_the_access_level_are_asked_about_again()
    {
        var sharing = _adapty.AddProfile("user-2");
        ProfileKey[] keys = [User, ProfileKey.ForProfile(_user.ProfileId), sharing.Key, ProfileKey.ForProfile(sharing.ProfileId)];
        foreach (var key in keys)
            Assert.False(await HasPremiumAsync(key));
        _user.WithLifetimeAccess("premium");
        sharing.WithLifetimeAccess("premium");

        await TellAsync(WebhookEventTypes.AccessLevelUpdated, sharing);

        foreach (var key in keys)
            Assert.True(await HasPremiumAsync(key));
    }

    [Fact]
    public async Task A_handler_that_was_added_before_the_cache_asks_it_after_the_change()
    {
        Assert.False(await HasPremiumAsync(User));
        _user.WithLifetimeAccess("premium");

        await TellAsync(WebhookEventTypes.SubscriptionStarted);

        Assert.Equal([true], _seen);
    }

    [Fact]
    public async Task An_invalidation_that_fails_is_a_503()
    {
        var services = new ServiceCollection();
        services.AddAdapty(options => options.MaxRetries = 0).UseFakeAdapty(_adapty);
        services.AddAdaptyProfileCache();
        services.AddSingleton<ProfileCache>(new FailingCache());
        services.AddAdaptyWebhooks(options => options.Secrets.Add("secret"));
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(503, (await TellAsync(WebhookEventTypes.SubscriptionRenewed, receiver: provider.GetRequiredService<WebhookReceiver>())).StatusCode);
    }

    private Task<bool> HasPremiumAsync(ProfileKey key) => Cache.HasAccessAsync(key, "premium", Stop);

    private Task<WebhookReply> TellAsync(string type, FakeProfile? sharing = null, WebhookReceiver? receiver = null)
    {
        var webhookEvent = new WebhookEvent(type, _user.ProfileId) { CustomerUserId = _user.CustomerUserId };
        webhookEvent.Properties.ProfileEventId = Guid.NewGuid().ToString();
        if (sharing is not null)
            webhookEvent.ProfilesSharingAccessLevel.Add(new WebhookProfile { ProfileId = sharing.ProfileId, CustomerUserId = sharing.CustomerUserId });
        return (receiver ?? _services.GetRequiredService<WebhookReceiver>()).ReceiveAsync(Encoding.UTF8.GetBytes(webhookEvent.ToJson()), "secret", Stop);
    }

    private sealed class AskingHandler(ProfileCache cache, List<bool> seen) : IWebhookHandler
    {
        public async Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken) =>
            seen.Add(await cache.HasAccessAsync(ProfileKey.ForProfile(webhookEvent.ProfileId), "premium", cancellationToken));
    }

    private sealed class FailingCache : ProfileCache
    {
        public override Task InvalidateAsync(ProfileKey key, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Redis did not take it.");
    }
}
