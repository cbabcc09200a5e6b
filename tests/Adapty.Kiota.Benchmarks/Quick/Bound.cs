namespace Adapty.Kiota.Benchmarks.Quick;

/// <summary>What CI holds us to: allocations, which are the same on every machine. Times are shown, never asserted.</summary>
internal static class Bound
{
    /// <summary>Of a whole call in memory, against hand-written code; the aim is 2.0.</summary>
    public const double CallToHandWritten = 2.3;

    /// <summary>Of a whole call in memory, against stock Kiota.</summary>
    public const double CallToStockKiota = 0.3;

    /// <summary>Of reading alone, against hand-written code.</summary>
    public const double ReadingToHandWritten = 1.2;
}
