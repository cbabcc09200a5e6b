using System.Globalization;

namespace Adapty.Kiota.Tests.Support;

/// <summary>Every wait passes the moment it begins. Time limits, which are longer than any wait here or equal to one of the options, never run out.</summary>
internal sealed class WaitingClock : TimeProvider
{
    private DateTimeOffset _now = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public List<double> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Time limits are made with a source as their state; the waits are Task.Delay's.
        if (dueTime != Timeout.InfiniteTimeSpan && state is not CancellationTokenSource)
        {
            Waits.Add(double.Parse(dueTime.TotalSeconds.ToString("0.#####", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
            _now += dueTime;
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new NoTimer();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
