namespace Adapty.Kiota.Load.Scale;

/// <summary>Users as they come in life: the second half as often as the first, the third a third as often, and so on.</summary>
internal sealed class Zipf
{
    private readonly double[] _sums;

    public Zipf(int count)
    {
        _sums = new double[count];
        var sum = 0.0;
        for (var index = 0; index < count; index++)
            _sums[index] = sum += 1.0 / (index + 1);
    }

    public int Next(Random random)
    {
        var index = Array.BinarySearch(_sums, random.NextDouble() * _sums[^1]);
        return Math.Min(index < 0 ? ~index : index, _sums.Length - 1);
    }
}
