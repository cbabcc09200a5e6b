namespace Adapty.Kiota.Tests.Support;

/// <summary>
/// Every wait (<see cref="Task.Delay(TimeSpan, TimeProvider)"/>) passes the moment it begins, and is kept. Time limits run out
/// only when a test moves the clock, as they are told apart by their state, a <see cref="CancellationTokenSource"/>.
/// </summary>
internal sealed class ImpatientClock() : FakeTimeProvider(TestData.Now)
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
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (state is CancellationTokenSource || dueTime == Timeout.InfiniteTimeSpan)
            return timer;

        lock (_waits)
            _waits.Add(dueTime.TotalSeconds);
        Advance(dueTime);
        return timer;
    }
}
