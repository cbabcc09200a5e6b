using System.Globalization;

namespace Adapty.Kiota.Cli.Commands.Values;

/// <summary>What words on the command line mean, whatever the machine's culture and time zone. All throw a <see cref="FormatException"/>.</summary>
internal static class Words
{
    public const string TextRule = "must not be empty";

    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    public static string Text(string text) => string.IsNullOrWhiteSpace(text) ? throw new FormatException() : text;

    /// <summary>With an offset, or a date alone, which begins at midnight UTC: a time without an offset would depend on the machine.</summary>
    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Hours, days or weeks. Months and years are no lengths: for them there is a date.</summary>
    public static TimeSpan Duration(string text)
    {
        var hours = text is [.., var unit] ? unit switch { 'h' => 1, 'd' => 24, 'w' => 7 * 24, _ => throw new FormatException() } : throw new FormatException();
        var count = int.Parse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture);
        return count == 0 ? throw new FormatException() : TimeSpan.FromHours(checked(count * hours));
    }

    public static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public static decimal Price(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public static int Integer(string text, int least, int most)
    {
        var value = int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return value < least || value > most ? throw new FormatException() : value;
    }

    public static string Choice(string text, string[] choices) => choices.Contains(text, StringComparer.Ordinal) ? text : throw new FormatException();

    /// <summary>Version 4, as Adapty asks for.</summary>
    public static Guid RandomGuid(string text)
    {
        var guid = Guid.ParseExact(text, "D");
        return guid is { Version: 4, Variant: >= 8 and <= 11 } ? guid : throw new FormatException();
    }

    /// <summary><c>name=value</c>; the value may be empty and may hold further equals signs.</summary>
    public static KeyValuePair<string, string> Pair(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign ? new(text[..sign], text[(sign + 1)..]) : throw new FormatException();
}
