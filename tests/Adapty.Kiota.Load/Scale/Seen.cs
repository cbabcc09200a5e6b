using System.Globalization;

namespace Adapty.Kiota.Load.Scale;

/// <summary>What callers saw.</summary>
internal sealed class Seen
{
    public const string Prefix = "seen ";

    public long Decisions { get; set; }

    /// <summary>Those that were there at once.</summary>
    public long FromMemory { get; set; }

    /// <summary>Questions that ended with an exception, as nothing was known and Adapty limited the rate.</summary>
    public long Refused { get; set; }

    /// <summary>Decisions against the truth, up to a second after its webhook was sent.</summary>
    public long WrongWithinSecond { get; private set; }

    /// <summary>The same, later.</summary>
    public long WrongLater { get; private set; }

    public double OldestWrongSeconds { get; private set; }

    public static Seen Parse(string line)
    {
        var numbers = line[Prefix.Length..].Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new Seen
        {
            Decisions = (long)numbers[0],
            FromMemory = (long)numbers[1],
            Refused = (long)numbers[2],
            WrongWithinSecond = (long)numbers[3],
            WrongLater = (long)numbers[4],
            OldestWrongSeconds = numbers[5],
        };
    }

    public void Wrong(TimeSpan after)
    {
        if (after <= TimeSpan.FromSeconds(1))
            WrongWithinSecond++;
        else
            WrongLater++;
        OldestWrongSeconds = Math.Max(OldestWrongSeconds, after.TotalSeconds);
    }

    public void Add(Seen other)
    {
        Decisions += other.Decisions;
        FromMemory += other.FromMemory;
        Refused += other.Refused;
        WrongWithinSecond += other.WrongWithinSecond;
        WrongLater += other.WrongLater;
        OldestWrongSeconds = Math.Max(OldestWrongSeconds, other.OldestWrongSeconds);
    }

    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{Decisions} {FromMemory} {Refused} {WrongWithinSecond} {WrongLater} {OldestWrongSeconds:0.000}");
}
