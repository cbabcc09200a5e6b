using System.Buffers.Text;

namespace Adapty.Kiota.Json;

/// <summary>
/// The date-times of Adapty's API. Adapty sends several forms, some of which .NET's own readers refuse (<c>+0000</c>)
/// or take for local time (no offset); what is none of them must never pass, as a lost expiry would read as access for life.
/// </summary>
internal static class DateTimeText
{
    /// <summary>The longest text that is looked at: the longest accepted form, with room for digits that are cut off.</summary>
    public const int MaxLength = 64;

    private const int SecondsLength = 19;

    /// <summary>
    /// Reads <c>yyyy-MM-ddTHH:mm:ss</c>, then optionally a fraction (digits after the seventh are cut off), then
    /// <c>Z</c>, <c>±hh:mm</c>, <c>±hhmm</c> or nothing, which is UTC. False for everything else.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < SecondsLength
            || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || !TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..10], out var day)
            || !TryDigits(text[11..13], out var hour) || !TryDigits(text[14..16], out var minute) || !TryDigits(text[17..19], out var second))
        {
            return false;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;

        var rest = text[SecondsLength..];
        if (!TryFraction(ref rest, out var fraction) || !TryOffset(rest, out var offset))
            return false;

        var ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + fraction - offset;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;

        value = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>Writes an instant in UTC, cut to whole microseconds: without a fraction, or with exactly six digits.</summary>
    /// <returns>How many bytes of <paramref name="destination"/> (at least 27) are used.</returns>
    public static int Format(DateTimeOffset value, Span<byte> destination)
    {
        var utc = value.UtcDateTime;
        // "s" is yyyy-MM-ddTHH:mm:ss in the invariant culture and the Gregorian calendar, whatever the machine's are.
        utc.TryFormat(destination, out var length, "s", System.Globalization.CultureInfo.InvariantCulture);
        var microseconds = utc.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond;
        if (microseconds > 0)
        {
            destination[length++] = (byte)'.';
            Utf8Formatter.TryFormat(microseconds, destination[length..], out var digits, new System.Buffers.StandardFormat('D', 6));
            length += digits;
        }

        destination[length++] = (byte)'Z';
        return length;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || rest[0] != '.')
            return true;

        rest = rest[1..];
        var digits = 0;
        var unit = TimeSpan.TicksPerSecond / 10;
        while (digits < rest.Length && rest[digits] is >= (byte)'0' and <= (byte)'9')
        {
            ticks += (rest[digits] - '0') * unit;
            unit /= 10;
            digits++;
        }

        rest = rest[digits..];
        return digits > 0;
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || (rest.Length == 1 && rest[0] == 'Z'))
            return true;
        if (rest[0] is not ((byte)'+' or (byte)'-') || rest.Length is not (5 or 6))
            return false;
        if (rest.Length == 6 && rest[3] != ':')
            return false;
        if (!TryDigits(rest[1..3], out var hours) || !TryDigits(rest[^2..], out var minutes) || hours > 23 || minutes > 59)
            return false;

        ticks = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        if (rest[0] == '-')
            ticks = -ticks;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var character in text)
        {
            if (character is < (byte)'0' or > (byte)'9')
                return false;
            value = (value * 10) + (character - '0');
        }

        return true;
    }
}
