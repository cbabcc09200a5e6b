using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Json;

/// <summary>Every date-time of the API goes through here, in both directions. See <see cref="DateTimeText"/> for the forms.</summary>
internal sealed class DateTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new UnreadableException("a date-time must be a string");

        // Escapes only make a text longer, so what does not fit is no date-time.
        if (reader.ValueSpan.Length > DateTimeText.MaxLength)
            throw new UnreadableException("not a date-time");

        Span<byte> unescaped = stackalloc byte[DateTimeText.MaxLength];
        var text = reader.ValueIsEscaped ? unescaped[..reader.CopyString(unescaped)] : reader.ValueSpan;
        return DateTimeText.TryParse(text, out var value) ? value : throw new UnreadableException("not a date-time");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => WriteValue(writer, value);

    public static void WriteValue(Utf8JsonWriter writer, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[DateTimeText.MaxLength];
        writer.WriteStringValue(text[..DateTimeText.Format(value, text)]);
    }
}

/// <summary>The one date without a time: a birthday, <c>yyyy-MM-dd</c> in the Gregorian calendar, whatever the machine's culture.</summary>
internal sealed class DateConverter : JsonConverter<Date>
{
    private const string Format = "yyyy-MM-dd";

    public override Date Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && DateTime.TryParseExact(reader.GetString(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new Date(date)
            : throw new UnreadableException("a date must be a string such as 2031-01-31");

    public override void Write(Utf8JsonWriter writer, Date value, JsonSerializerOptions options) => WriteValue(writer, value);

    public static void WriteValue(Utf8JsonWriter writer, Date value) =>
        writer.WriteStringValue(value.DateTime.ToString(Format, CultureInfo.InvariantCulture));
}
