using System.Globalization;
using System.Text;

namespace Adapty.Kiota.Cli.Output;

/// <summary>
/// Text from elsewhere, fit for one line on a terminal: escape sequences could rewrite the screen, and marks of direction
/// could turn around what is read.
/// </summary>
internal static class SafeText
{
    public static string Of(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            safe.Append(IsSafe(rune) ? rune.ToString() : "?");
        return safe.ToString();
    }

    private static bool IsSafe(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
