using System.Threading.RateLimiting;

namespace Adapty.Kiota.Calls;

/// <summary>
/// How many calls of a batch are under way, and how many begin in a second. When Adapty limits the rate, none begins before the time
/// is over that it asks for, and then half as many as before; each round of calls that pass adds one.
/// </summary>
internal sealed class BatchPace : IDisposable
{
    /// <summary>How long no call begins after a refusal that asks for no wait.</summary>
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(1);

    /// <summary>Timers know no longer ones than some weeks.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly object _lock = new();
    private readonly int _maxConcurrency;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _stop;
    private readonly SemaphoreSlim _slots;
    private readonly ConcurrencyLimiter? _perSecond;
    private int _concurrency;
    private int _slotsToKeep;
    private int _passed;
    private readonly long _start;
    private TimeSpan _heldUntil;

    public BatchPace(int maxConcurrency, int? maxPerSecond, TimeProvider clock, CancellationToken stop)
    {
        _maxConcurrency = _concurrency = maxConcurrency;
        _clock = clock;
        _start = clock.GetTimestamp();
        _stop = stop;
        _slots = new SemaphoreSlim(maxConcurrency);
        // The limiters of this library that know of time read the machine's clock. So this one counts alone: a permit is given back
        // one second of the client's clock after it was taken.
        if (maxPerSecond is { } most)
            _perSecond = new ConcurrencyLimiter(new() { PermitLimit = most, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    }

    /// <summary>Waits until a call may begin; <see cref="End"/> must follow.</summary>
    public async Task BeginAsync()
    {
        await _slots.WaitAsync(_stop).ConfigureAwait(false);
        while (true)
        {
            await WaitAsync().ConfigureAwait(false);
            if (_perSecond is null)
                return;
            var permit = await _perSecond.AcquireAsync(1, _stop).ConfigureAwait(false);
            // A refusal came while this one waited: it begins after it, in a second of its own.
            if (Held() > TimeSpan.Zero)
            {
                permit.Dispose();
                continue;
            }

            _ = GiveBackAsync(permit);
            return;
        }
    }

    public void End(bool isLimited)
    {
        lock (_lock)
        {
            if (!isLimited && ++_passed >= _concurrency && _concurrency < _maxConcurrency)
            {
                _passed = 0;
                _concurrency++;
                GiveSlotBack();
            }

            GiveSlotBack();
        }
    }

    /// <summary>Adapty has limited the rate.</summary>
    public void Refused(TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            var now = _clock.GetElapsedTime(_start);
            // Those that were under way together are refused together: that is one reason to go slower, not eight.
            if (now >= _heldUntil)
            {
                var half = Math.Max(1, _concurrency / 2);
                _slotsToKeep += _concurrency - half;
                _concurrency = half;
                _passed = 0;
            }

            var until = now + (retryAfter ?? DefaultWait);
            _heldUntil = until > _heldUntil ? until : _heldUntil;
        }
    }

    public void Dispose()
    {
        _slots.Dispose();
        _perSecond?.Dispose();
    }

    private async Task WaitAsync()
    {
        while (Held() is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait < LongestTimer ? wait : LongestTimer, _clock, _stop).ConfigureAwait(false);
    }

    private TimeSpan Held()
    {
        lock (_lock)
            return _heldUntil - _clock.GetElapsedTime(_start);
    }

    private void GiveSlotBack()
    {
        if (_slotsToKeep > 0)
            _slotsToKeep--;
        else
            _slots.Release();
    }

    /// <summary>After a second; after more while fewer calls are made at a time, or the limit of a second would undo that.</summary>
    private async Task GiveBackAsync(RateLimitLease permit)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds((double)_maxConcurrency / _concurrency), _clock, _stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The batch has ended.
        }
        finally
        {
            permit.Dispose();
        }
    }
}
