using System.Text;
using System.Text.Unicode;

namespace Adapty.Kiota.Errors;

/// <summary>
/// Takes out of Adapty's words what must not reach a log: the key, the ids of the request, anything in the form of a UUID
/// or an e-mail address, and, in an excerpt, the values of fields that name a person.
/// </summary>
internal sealed class Redactor
{
    private const string Mask = "***";
    private const int UuidLength = 36;
    private const int ExcerptBytes = 2048;
    private const int ShortestCertain = 6;

    private readonly List<string> _secrets = [];

    public Redactor(IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            if (secret.Length > 0)
                _secrets.Add(secret);
        }

        // The longest first: one secret may be part of another.
        _secrets.Sort(static (left, right) => right.Length.CompareTo(left.Length));
    }

    /// <summary>A text in one line, at most <paramref name="maxLength"/> characters long.</summary>
    public string Line(string text, int maxLength)
    {
        var line = new StringBuilder(Redact(text));
        for (var index = 0; index < line.Length; index++)
        {
            if (char.IsControl(line[index]))
                line[index] = ' ';
        }

        return line.Length <= maxLength ? line.ToString() : line.ToString(0, maxLength) + "…";
    }

    public string Redact(string text) => MaskUuids(MaskEmails(WithoutSecrets(text)));

    /// <summary>For a text that may well be a UUID, such as the id of a request.</summary>
    public string WithoutSecrets(string text)
    {
        foreach (var secret in _secrets)
            text = ReplaceWord(text, secret);
        return text;
    }

    /// <summary>The beginning of a body, at most 2 KB; null when there is none.</summary>
    public string? Excerpt(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return null;

        // Read more than is shown, and drop the end of it: half a secret at the cut would not be recognised.
        var window = body[..Math.Min(body.Length, 2 * ExcerptBytes)];
        var text = Redact(MaskPersonalValues(Encoding.UTF8.GetString(window)));
        if (window.Length < body.Length)
            text = text[..Math.Max(0, text.Length - (ExcerptBytes / 4))];
        Utf8.FromUtf16(text, stackalloc byte[ExcerptBytes], out var fitting, out _);
        return text[..fitting];
    }

    /// <summary>A short secret only where it stands alone: an id such as "1" must not blacken every number.</summary>
    private static string ReplaceWord(string text, string secret)
    {
        var from = 0;
        while (text.IndexOf(secret, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
        {
            var end = start + secret.Length;
            var isSecret = secret.Length >= ShortestCertain || ((start == 0 || !IsWord(text[start - 1]) || !IsWord(secret[0]))
                && (end == text.Length || !IsWord(text[end]) || !IsWord(secret[^1])));
            if (isSecret)
            {
                text = string.Concat(text.AsSpan(0, start), Mask, text.AsSpan(end));
                from = start + Mask.Length;
            }
            else
            {
                from = start + 1;
            }
        }

        return text;
    }

    private static string MaskEmails(string text)
    {
        var from = 0;
        while (text.IndexOf('@', from) is >= 0 and var at)
        {
            var start = at;
            while (start > 0 && (IsWord(text[start - 1]) || ".%+-'\\".Contains(text[start - 1], StringComparison.Ordinal)))
                start--;
            var end = at + 1;
            while (end < text.Length && (IsWord(text[end]) || text[end] is '.' or '-'))
                end++;

            if (start < at && end > at + 1)
            {
                text = string.Concat(text.AsSpan(0, start), Mask, text.AsSpan(end));
                from = start + Mask.Length;
            }
            else
            {
                from = at + 1;
            }
        }

        return text;
    }

    private static string MaskUuids(string text)
    {
        for (var start = 0; start + UuidLength <= text.Length; start++)
        {
            if (Guid.TryParseExact(text.AsSpan(start, UuidLength), "D", out _))
                text = string.Concat(text.AsSpan(0, start), Mask, text.AsSpan(start + UuidLength));
        }

        return text;
    }

    /// <summary>Blackens <c>"email": "…"</c> and the like, in whole or broken JSON.</summary>
    private static string MaskPersonalValues(string text)
    {
        var result = new StringBuilder(text.Length);
        var copied = 0;
        var quote = text.IndexOf('"', StringComparison.Ordinal);
        while (quote >= 0)
        {
            var close = EndOfString(text, quote);
            var value = close + 1;
            while (value < text.Length && (char.IsWhiteSpace(text[value]) || text[value] == ':'))
                value++;

            if (value < text.Length && text[value] == '"' && PersonalData.IsPersonal(text.AsSpan(quote + 1, close - quote - 1)))
            {
                result.Append(text, copied, value + 1 - copied).Append(Mask);
                copied = close = EndOfString(text, value);
            }

            quote = text.IndexOf('"', Math.Min(close + 1, text.Length));
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The index of the closing quote, or the text's length when it never comes.</summary>
    private static int EndOfString(string text, int quote)
    {
        var index = quote + 1;
        while (index < text.Length && text[index] != '"')
            index += text[index] == '\\' ? 2 : 1;
        return Math.Min(index, text.Length);
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
