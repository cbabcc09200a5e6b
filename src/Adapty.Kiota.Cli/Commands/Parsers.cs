using System.Globalization;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>
/// What the strings on a command line mean, whatever the machine's culture and time zone. A string that breaks the rule of its
/// parser is a <see cref="FormatException"/> or an <see cref="OverflowException"/>.
/// </summary>
internal static class Parsers
{
    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    public static string NotEmpty(string text) => string.IsNullOrWhiteSpace(text) ? throw new FormatException() : text;

    /// <summary>A time with its offset, without which it would depend on the machine, or a date alone: midnight UTC.</summary>
    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static Date Date(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Hours, days or weeks. Months and years have no fixed length: for them there is a date.</summary>
    public static TimeSpan Duration(string text)
    {
        var hours = text switch { [.., 'h'] => 1, [.., 'd'] => 24, [.., 'w'] => 7 * 24, _ => throw new FormatException() };
        var count = int.Parse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture);
        return count == 0 ? throw new FormatException() : TimeSpan.FromHours(checked(count * hours));
    }

    public static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public static decimal Price(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public static int Integer(string text, int least = int.MinValue, int most = int.MaxValue)
    {
        var value = int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return value < least || value > most ? throw new FormatException() : value;
    }

    /// <summary>Version 4, as Adapty requires.</summary>
    public static Guid RandomGuid(string text)
    {
        var guid = Guid.ParseExact(text, "D");
        return guid is { Version: 4, Variant: >= 8 and <= 11 } ? guid : throw new FormatException();
    }

    /// <summary><c>name=value</c>; the value may be empty and may hold further equals signs.</summary>
    public static KeyValuePair<string, string> Pair(string text) => Pair(text, value => value);

    /// <summary><c>name=value</c>, the value parsed.</summary>
    public static KeyValuePair<string, T> Pair<T>(string text, Func<string, T> parse) =>
        text.Split('=', 2) is [{ Length: > 0 } name, var value] ? new(name, parse(value)) : throw new FormatException();
}
