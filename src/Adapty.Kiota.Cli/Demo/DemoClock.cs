namespace Adapty.Kiota.Cli.Demo;

/// <summary>A clock that can be set back, so that the demo has a past.</summary>
internal sealed class DemoClock(TimeProvider clock) : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Offset;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
