namespace Adapty.Kiota.Benchmarks.Quick;

/// <summary>What CI holds us to: allocations, which are the same on every machine. Times are shown, never asserted.</summary>
internal static class Bound
{
    /// <summary>Of a whole call in memory, against hand-written code.</summary>
    public const double CallToHandWritten = 2.0;

    /// <summary>Of a whole call in memory, against stock Kiota.</summary>
    public const double CallToStockKiota = 0.3;

    /// <summary>
    /// Of reading alone, against hand-written code; the aim is 1.2. What is above it: a dictionary for unknown fields, which
    /// every generated constructor makes (80 bytes each), and the memory of which keys were read, with which
    /// System.Text.Json refuses duplicates.
    /// </summary>
    public const double ReadingToHandWritten = 1.35;

    /// <summary>Of writing a request's body alone, against hand-written code.</summary>
    public const double WritingToHandWritten = 1.2;

    /// <summary>Of receiving the documented webhook event, in bytes.</summary>
    public const double WebhookBytes = 12 * 1024;

    /// <summary>Of receiving the documented webhook event, against reading its body into a hand-written type.</summary>
    public const double WebhookToHandWritten = 2.0;

    /// <summary>Of a decision of the cache, in bytes.</summary>
    public const double CachedDecisionBytes = 200;
}
