namespace Adapty.Kiota.Tests.Cli;

/// <summary>The system's clock, on which the waits between attempts (at most 8 seconds) are over at once, and the time limits stay.</summary>
internal sealed class ImpatientTimeProvider : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime <= TimeSpan.FromSeconds(8) ? TimeSpan.Zero : dueTime, period);
}
