namespace Adapty.Kiota.Testing.State;

/// <summary>The time of another clock, some time ahead or back. Waits, such as that before a retry, go by the other clock.</summary>
internal sealed class OffsetClock(TimeProvider clock, TimeSpan offset = default) : TimeProvider
{
    private long _offset = offset.Ticks;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _offset));

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);
}
