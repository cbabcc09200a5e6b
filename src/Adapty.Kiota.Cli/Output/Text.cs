using System.Globalization;
using System.Text;

namespace Adapty.Kiota.Cli.Output;

/// <summary>How values look for people, whatever the machine's culture and time zone.</summary>
internal static class Text
{
    /// <summary>An instant in UTC; null for none.</summary>
    public static string? Of(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A whole number; null for none.</summary>
    public static string? Of(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number with a sign even when it is positive; null for none.</summary>
    public static string? Signed(int? number) => number?.ToString("+0;-0;0", CultureInfo.InvariantCulture);

    /// <summary>
    /// A foreign string, made safe for one line of a terminal. Escape sequences could rewrite the screen, and direction marks
    /// could reverse what is read.
    /// </summary>
    public static string Safe(string value)
    {
        var safe = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
            safe.Append(IsSafe(rune) ? rune.ToString() : "?");
        return safe.ToString();
    }

    /// <summary>Writes one named value on a line of its own, aligned with the others of its block.</summary>
    public static void WriteField(this TextWriter output, string name, string? value, string none = "not given") =>
        output.WriteLine($"{name + ":",-18}{Safe(value ?? none)}");

    private static bool IsSafe(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
