namespace Adapty.Kiota.Caching;

/// <summary>
/// Which names were invalidated after what, on this node. Names share stripes, so the memory is bounded; a name that shares one with
/// an invalidated name is looked up again for nothing.
/// </summary>
internal sealed class Invalidations
{
    private const int StripeCount = 16_384;

    private readonly long[] _last = new long[StripeCount];
    private long _lastOfAll;
    private long _sequence;

    /// <summary>To be read before a look-up begins: what is invalidated later makes its result void.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    public static int StripeOf(string name) => (int)((uint)name.GetHashCode(StringComparison.Ordinal) % StripeCount);

    /// <summary>To be called after FusionCache knows of it, so that whoever looks up from now on gets no old entry.</summary>
    public void Add(string name) => Raise(ref _last[StripeOf(name)], Interlocked.Increment(ref _sequence));

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
