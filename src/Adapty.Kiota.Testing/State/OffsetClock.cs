namespace Adapty.Kiota.Testing.State;

/// <summary>The system's clock, some time ahead. It never stands still: whoever waits by it, such as a retry, gets on.</summary>
internal sealed class OffsetClock : TimeProvider
{
    private long _offset;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _offset));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);
}
