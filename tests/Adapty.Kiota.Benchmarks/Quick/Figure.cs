namespace Adapty.Kiota.Benchmarks.Quick;

/// <summary>What one operation costs.</summary>
/// <param name="Microseconds">The best of some rounds: noise only ever adds.</param>
/// <param name="Bytes">Allocated, all threads together.</param>
internal readonly record struct Figure(double Microseconds, double Bytes);
