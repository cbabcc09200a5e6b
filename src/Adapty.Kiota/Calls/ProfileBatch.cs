using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Calls;

/// <summary>Reads one profile, with what it wants to be told of the call.</summary>
internal delegate Task<Profile> ReadProfile(ProfileKey key, IRequestOption option, CancellationToken cancellationToken);

/// <summary>
/// Reads any number of profiles, some at a time. Each worker takes a key, makes its call, and takes the next one when somebody has
/// taken the result: no more is in memory than the workers hold.
/// </summary>
internal sealed class ProfileBatch(IAsyncEnumerator<ProfileKey> keys, ReadProfile read, BatchPace pace, CancellationTokenSource stop) : IDisposable
{
    private readonly Channel<ProfileResult> _results = Channel.CreateBounded<ProfileResult>(1);
    private readonly SemaphoreSlim _oneTakesKeys = new(1);
    private readonly RateLimitOption _refusals = new(pace.Refused);
    private bool _noMoreKeys;
    private long _keysTaken;
    private int _working;

    public static async IAsyncEnumerable<ProfileResult> RunAsync(
        IAsyncEnumerable<ProfileKey> keys, ReadProfile read, int maxConcurrency, int? maxPerSecond, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var enumerator = keys.GetAsyncEnumerator(stop.Token);
        await using var _ = enumerator.ConfigureAwait(false);
        using var pace = new BatchPace(maxConcurrency, maxPerSecond, clock, stop.Token);
        using var batch = new ProfileBatch(enumerator, read, pace, stop);
        var workers = batch.Start(maxConcurrency);
        try
        {
            await foreach (var result in batch._results.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return result;
            // The workers may have seen it first.
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            // Also when nobody wants more results: no call outlives the enumeration.
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(workers).ConfigureAwait(false);
        }
    }

    public void Dispose() => _oneTakesKeys.Dispose();

    private Task[] Start(int workers)
    {
        _working = workers;
        return [.. Enumerable.Range(0, workers).Select(_ => WorkAsync())];
    }

    private async Task WorkAsync()
    {
        try
        {
            while (await TakeKeyAsync().ConfigureAwait(false) is { } key)
                await _results.Writer.WriteAsync(await ReadAsync(key).ConfigureAwait(false), stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // By the caller, or by a worker who has said why.
        }
        catch (Exception exception)
        {
            // What is no failure of one call: a key that is none, or whatever the keys themselves throw.
            _results.Writer.TryComplete(exception);
            await stop.CancelAsync().ConfigureAwait(false);
        }

        if (Interlocked.Decrement(ref _working) == 0)
            _results.Writer.TryComplete();
    }

    private async ValueTask<ProfileKey?> TakeKeyAsync()
    {
        await _oneTakesKeys.WaitAsync(stop.Token).ConfigureAwait(false);
        try
        {
            _noMoreKeys = _noMoreKeys || !await keys.MoveNextAsync().ConfigureAwait(false);
            if (_noMoreKeys)
                return null;
            keys.Current.Require($"keys[{_keysTaken++}]");
            return keys.Current;
        }
        finally
        {
            _oneTakesKeys.Release();
        }
    }

    private async Task<ProfileResult> ReadAsync(ProfileKey key)
    {
        await pace.BeginAsync().ConfigureAwait(false);
        var isLimited = false;
        try
        {
            return new ProfileResult(key, await read(key, _refusals, stop.Token).ConfigureAwait(false));
        }
        catch (AdaptyProfileNotFoundException)
        {
            return new ProfileResult(key, profile: null);
        }
        catch (AdaptyException exception)
        {
            isLimited = exception is AdaptyRateLimitException;
            return new ProfileResult(key, exception);
        }
        finally
        {
            pace.End(isLimited);
        }
    }
}
