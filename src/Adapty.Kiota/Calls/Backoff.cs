namespace Adapty.Kiota.Calls;

/// <summary>
/// Waits between attempts: full jitter over a window that doubles, from half a second up to eight. Full jitter spreads
/// the clients that failed together.
/// </summary>
internal static class Backoff
{
    public static readonly TimeSpan Base = TimeSpan.FromSeconds(0.5);
    public static readonly TimeSpan Cap = TimeSpan.FromSeconds(8);

    /// <param name="attempts">How many attempts were made: 1 or more.</param>
    /// <param name="jitter">From 0 up to, but not including, 1.</param>
    public static TimeSpan After(int attempts, double jitter)
    {
        var window = Math.Min(Cap.Ticks, Base.Ticks * Math.Pow(2, attempts - 1));
        return TimeSpan.FromTicks((long)(window * jitter));
    }
}
