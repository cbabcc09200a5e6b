namespace Adapty.Kiota.Caching;

/// <summary>
/// Which names were invalidated after what, on this node. Names share stripes, so the memory is bounded; a name that shares one with
/// an invalidated name is looked up again for nothing.
/// </summary>
internal sealed class Invalidations(TimeProvider clock)
{
    /// <summary>
    /// How long Adapty may take to show what a webhook has told. It documents nothing of it, so what is loaded in this time is looked
    /// up once more when it is over.
    /// </summary>
    public static readonly TimeSpan RecentFor = TimeSpan.FromSeconds(30);

    private const int StripeCount = 16_384;

    private readonly long[] _last = new long[StripeCount];
    private readonly object _recentLock = new();
    private readonly Dictionary<string, long> _recent = [];
    private readonly Queue<(string Name, long At)> _recentInOrder = new();
    private long _lastOfAll;
    private long _sequence;

    /// <summary>To be read before a look-up begins: what is invalidated later makes its result void.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    public static int StripeOf(string name) => (int)((uint)name.GetHashCode(StringComparison.Ordinal) % StripeCount);

    /// <summary>To be called after FusionCache knows of it, so that whoever looks up from now on gets no old entry.</summary>
    public void Add(string name)
    {
        var now = clock.GetTimestamp();
        lock (_recentLock)
        {
            while (_recentInOrder.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.At, now) >= RecentFor)
            {
                _recentInOrder.Dequeue();
                // Unless it was invalidated again since.
                if (_recent[oldest.Name] == oldest.At)
                    _recent.Remove(oldest.Name);
            }

            _recentInOrder.Enqueue((name, now));
            _recent[name] = now;
        }

        Raise(ref _last[StripeOf(name)], Interlocked.Increment(ref _sequence));
    }

    /// <summary>Whether one of the names was invalidated just now.</summary>
    public bool AnyRecent(string[] names)
    {
        lock (_recentLock)
        {
            foreach (var name in names)
            {
                if (_recent.TryGetValue(name, out var at) && clock.GetElapsedTime(at) < RecentFor)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Has every name looked up again.</summary>
    public void AddAll() => Raise(ref _lastOfAll, Interlocked.Increment(ref _sequence));

    public bool AnySince(long sequence, int[] stripes)
    {
        if (Volatile.Read(ref _lastOfAll) > sequence)
            return true;
        foreach (var stripe in stripes)
        {
            if (Volatile.Read(ref _last[stripe]) > sequence)
                return true;
        }

        return false;
    }

    private static void Raise(ref long field, long value)
    {
        long old;
        do
        {
            old = Volatile.Read(ref field);
        }
        while (old < value && Interlocked.CompareExchange(ref field, value, old) != old);
    }
}
