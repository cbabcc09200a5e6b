namespace Adapty.Kiota.Tests.Support;

/// <summary>
/// Every wait (<see cref="Task.Delay(TimeSpan, TimeProvider)"/>) passes the moment it begins, and is kept. Time limits run out
/// only when a test moves the clock, as they are told apart by their state, a <see cref="CancellationTokenSource"/>.
/// </summary>
internal sealed class ImpatientClock : ManualTimeProvider
{
    private readonly List<double> _waits = [];

    /// <summary>In seconds, in the order of their beginning.</summary>
    public IReadOnlyList<double> Waits
    {
        get
        {
            lock (_waits)
                return [.. _waits];
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is CancellationTokenSource || dueTime == Timeout.InfiniteTimeSpan)
            return base.CreateTimer(callback, state, dueTime, period);

        lock (_waits)
            _waits.Add(dueTime.TotalSeconds);
        Advance(dueTime);
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
