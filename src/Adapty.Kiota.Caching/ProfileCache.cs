using Adapty.Kiota.Caching;
using Adapty.Kiota.Models;
using Adapty.Kiota.Telemetry;
using Adapty.Kiota.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Adapty.Kiota;

/// <summary>
/// Answers "may this user use premium now?" from memory, and asks Adapty only when it has to. Safe for use from many threads at
/// once; make one for the lifetime of the application
/// (<see cref="AdaptyProfileCacheServiceCollectionExtensions">AddAdaptyProfileCache</see> does).
/// </summary>
/// <remarks>
/// <para>
/// What is kept is the profile. Whether it gives access is decided at every question, by the clock of the client: no access outlives
/// its expiry, however old the profile is.
/// </para>
/// <para>
/// When Adapty cannot be reached, limits the rate, fails or responds with something unreadable, the last known profile counts, up to
/// <see cref="ProfileCacheOptions.StaleFor"/>. Without one, or when Adapty refuses (401, 403, 422), a question throws what a call of
/// <see cref="ProfilesClient.FindAsync"/> throws. The members are virtual and there is a protected constructor, for mocking libraries.
/// </para>
/// </remarks>
public class ProfileCache : IDisposable
{
    private static readonly Task<bool> Yes = Task.FromResult(true);
    private static readonly Task<bool> No = Task.FromResult(false);

    private readonly TimeProvider _clock = null!;
    private readonly ProfileStore _store = null!;
    private readonly ProfileLoads _loads = null!;

    /// <summary>A cache in front of a client, which is not disposed with it.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    public ProfileCache(AdaptyClient client, ProfileCacheOptions options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems().FirstOrDefault() is { } problem)
            throw new ArgumentException(problem, nameof(options));

        var settings = options.Copy();
        var logger = settings.LoggerFactory?.CreateLogger(Instruments.Name) ?? NullLogger.Instance;
        _clock = client.Runner?.Clock ?? TimeProvider.System;
        _store = new ProfileStore(client, settings, _clock, logger);
        _loads = new ProfileLoads(client, _store, _clock, logger);
    }

    /// <summary>For mocking libraries: nothing but what is overridden works.</summary>
    protected ProfileCache()
    {
    }

    /// <summary>Remembers deliveries of webhooks for all nodes; null without a Redis.</summary>
    internal IWebhookDeliveryStore? DeliveryStore => _store?.Redis?.DeliveryStore;

    /// <summary>Whether a user has an access level now. False for a user that Adapty does not know.</summary>
    /// <param name="key">Whose access.</param>
    /// <param name="accessLevelId">The id from the dashboard, such as <c>premium</c>; case-sensitive.</param>
    /// <param name="cancellationToken">Ends the wait at once; a call to Adapty that others wait for goes on.</param>
    /// <inheritdoc cref="LookupAsync" path="/exception"/>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value, or <paramref name="accessLevelId"/> is null or empty.</exception>
    public virtual Task<bool> HasAccessAsync(ProfileKey key, string accessLevelId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessLevelId);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<bool>(cancellationToken);
        var now = _clock.GetUtcNow();
        if (Find(key, now) is not { } known)
            return DecideLaterAsync(key, accessLevelId, cancellationToken);
        return Decide(known.Profile, accessLevelId, now) ? Yes : No;
    }

    /// <summary>The user's profile; null when Adapty says that there is none.</summary>
    /// <returns>The profile. All callers get the same object: do not change it.</returns>
    /// <inheritdoc cref="LookupAsync"/>
    public virtual Task<Profile?> FindAsync(ProfileKey key, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<Profile?>(cancellationToken);
        return Find(key, _clock.GetUtcNow()) is { } known ? Task.FromResult(known.Profile) : FindLaterAsync(key, cancellationToken);
    }

    /// <summary>The user's profile, as of when it is, and whether it is stale.</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="cancellationToken">Ends the wait at once; a call to Adapty that others wait for goes on.</param>
    /// <exception cref="AdaptyException">Adapty refused, or gave no usable response and no profile is known that is young enough.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The cache was disposed.</exception>
    public virtual Task<CachedProfile> LookupAsync(ProfileKey key, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<CachedProfile>(cancellationToken);
        return Find(key, _clock.GetUtcNow()) is { } known ? Task.FromResult(known.Entry.Fresh) : LookUpLaterAsync(key, cancellationToken);
    }

    /// <summary>
    /// Has Adapty asked anew at the next question about a user, on all nodes. It also wins over a call to Adapty that is under way.
    /// </summary>
    /// <remarks>
    /// A webhook event does this by itself, for all profiles that it affects, when <c>AddAdaptyWebhooks</c> was called for the same
    /// app. Should Adapty give no usable response afterwards, the last known profile still counts as stale.
    /// </remarks>
    /// <param name="key">Whose profile, by one of its names. What is known under the other one is dropped, too.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value.</exception>
    /// <exception cref="InvalidOperationException">Redis did not take it: this node asks Adapty anew, other nodes may not. Try again.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public virtual Task InvalidateAsync(ProfileKey key, CancellationToken cancellationToken = default)
    {
        key.Require(nameof(key));
        return _store.InvalidateAsync(key, cancellationToken);
    }

    /// <summary>Ends the calls that are under way, and closes the connection to Redis, unless it is the application's own.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;

        _loads?.Dispose();
        _store?.Dispose();
    }

    private static bool Decide(Profile? profile, string accessLevelId, DateTimeOffset now) => profile?.HasAccess(accessLevelId, now) ?? false;

    /// <summary>What needs nothing but a look into this node's memory: almost every question.</summary>
    private KnownProfile? Find(ProfileKey key, DateTimeOffset now)
    {
        key.Require(nameof(key));
        if (_store.Recall(key) is not { } known || !known.IsFreshAt(now) || _store.IsInvalidated(known))
            return null;
        CacheInstruments.Hits.Add(1);
        return known;
    }

    // Methods of their own: what they would capture would be allocated for the questions above, too.
    private async Task<bool> DecideLaterAsync(ProfileKey key, string accessLevelId, CancellationToken cancellationToken)
    {
        var cached = await LookUpLaterAsync(key, cancellationToken).ConfigureAwait(false);
        return Decide(cached.Profile, accessLevelId, _clock.GetUtcNow());
    }

    private async Task<Profile?> FindLaterAsync(ProfileKey key, CancellationToken cancellationToken) =>
        (await LookUpLaterAsync(key, cancellationToken).ConfigureAwait(false)).Profile;

    private async Task<CachedProfile> LookUpLaterAsync(ProfileKey key, CancellationToken cancellationToken)
    {
        var known = await _loads.GetAsync(key, cancellationToken).ConfigureAwait(false);
        if (!known.IsStale)
            return known.Entry.Fresh;
        CacheInstruments.Stale.Add(1);
        return known.Entry.Stale;
    }
}
