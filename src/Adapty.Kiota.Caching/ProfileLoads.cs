using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Caching;

/// <summary>Looks profiles up that this node's memory has no fresh entry of: one look-up at a time for a profile, for all who ask.</summary>
/// <remarks>A look-up runs on no caller's token: one who loses patience takes it from nobody else.</remarks>
internal sealed class ProfileLoads(AdaptyClient client, ProfileStore store, TimeProvider clock, ILogger logger) : IDisposable
{
    /// <summary>How long Adapty is not asked again about a profile after it gave no usable response, unless it says itself how long.</summary>
    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<ProfileKey, Load> _loads = new();
    private readonly CancellationTokenSource _stop = new();

    /// <exception cref="ObjectDisposedException">The cache was disposed.</exception>
    public async Task<KnownProfile> GetAsync(ProfileKey key, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, typeof(ProfileCache));
        if (IsPaused(key, out var known))
            return known;

        // A look-up that began before the question may be used, unless the profile was invalidated in between.
        var asked = store.Sequence;
        while (true)
        {
            var load = Join(key);
            known = await load.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (load.Sequence >= asked || !store.IsInvalidated(known with { Sequence = load.Sequence }))
                return known;
        }
    }

    public void Dispose() => _stop.Cancel();

    /// <summary>Whether Adapty was asked just now, to no avail.</summary>
    private bool IsPaused(ProfileKey key, [NotNullWhen(true)] out KnownProfile? known)
    {
        known = store.Recall(key);
        var now = clock.GetUtcNow();
        return known is { PauseUntil: { } until } && now < until && known.Entry.IsUsableAt(now) && !store.IsInvalidated(known);
    }

    private Load Join(ProfileKey key)
    {
        if (_loads.TryGetValue(key, out var running))
            return running;
        var load = new Load(store.Sequence);
        running = _loads.GetOrAdd(key, load);
        if (running == load)
            _ = RunAsync(key, load);
        return running;
    }

    private async Task RunAsync(ProfileKey key, Load load)
    {
        try
        {
            var known = await LookUpAsync(key, load.Sequence).ConfigureAwait(false);
            _loads.TryRemove(key, out _);
            load.Completion.SetResult(known);
        }
        catch (Exception exception)
        {
            _loads.TryRemove(key, out _);
            load.Completion.SetException(_stop.IsCancellationRequested ? new ObjectDisposedException(nameof(ProfileCache)) : exception);
            // Observed, also when everybody has lost patience.
            _ = load.Task.Exception;
        }
    }

    private async Task<KnownProfile> LookUpAsync(ProfileKey key, long sequence)
    {
        var found = await store.ReadAsync(key).ConfigureAwait(false);
        if (found?.IsFreshAt(clock.GetUtcNow()) is false)
            found = Newer(found, await store.ReadRedisAsync(key).ConfigureAwait(false));
        if (found?.IsFreshAt(clock.GetUtcNow()) is true)
        {
            CacheInstruments.Hits.Add(1);
            return store.Remember(key, new KnownProfile(found, sequence));
        }

        try
        {
            var loaded = await store.LoadAsync(key, () => AskAsync(key)).ConfigureAwait(false);
            return store.Remember(key, new KnownProfile(loaded, sequence));
        }
        catch (AdaptyException exception) when (IsOutage(exception))
        {
            var now = clock.GetUtcNow();
            var last = Newer(found, store.Recall(key)?.Entry);
            if (last?.IsUsableAt(now) is not true)
                throw;
            CacheLog.Stale(logger, exception.GetType(), (now - last.AsOf).TotalSeconds);
            return store.Remember(key, new KnownProfile(last, sequence, now + Pause(exception)));
        }
    }

    private async Task<ProfileEntry> AskAsync(ProfileKey key)
    {
        CacheInstruments.Loads.Add(1);
        var asOf = clock.GetUtcNow();
        var profile = await client.Profiles.FindAsync(key, _stop.Token).ConfigureAwait(false);
        var names = store.NamesOf(key, profile);
        return new ProfileEntry(profile, asOf, names, store.Options, store.IsUnsettled(names));
    }

    /// <summary>Whether Adapty gave no usable response. A refusal is one: it says that something is wrong that waiting does not mend.</summary>
    private static bool IsOutage(AdaptyException exception) => exception.IsTransient || exception is AdaptyResponseException;

    private static ProfileEntry? Newer(ProfileEntry? one, ProfileEntry? other) => one is null || other?.AsOf > one.AsOf ? other : one;

    private static TimeSpan Pause(AdaptyException exception)
    {
        var pause = (exception as AdaptyApiException)?.RetryAfter ?? DefaultPause;
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <param name="sequence">Which invalidations had come before it began.</param>
    private sealed class Load(long sequence)
    {
        public long Sequence { get; } = sequence;

        public TaskCompletionSource<KnownProfile> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<KnownProfile> Task => Completion.Task;
    }
}
