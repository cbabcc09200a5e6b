using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Adapty.Kiota.Json;

namespace Adapty.Kiota.Webhooks;

/// <summary>Reads date-times as everywhere, and writes them in the one form that events have.</summary>
internal sealed class WebhookDateTimeConverter : JsonConverter<DateTimeOffset>
{
    private readonly DateTimeConverter _reader = new();

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        _reader.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff'+0000'", CultureInfo.InvariantCulture));
}

/// <summary>A string that also comes as an integer, of any length: an id or a revision.</summary>
internal class TextOrIntegerConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number when !reader.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9') =>
            Encoding.ASCII.GetString(reader.ValueSpan),
        _ => throw new UnreadableException("must be a string or an integer"),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>A string that is documented to be sent as an integer.</summary>
internal sealed class IntegerTextConverter : TextOrIntegerConverter
{
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            writer.WriteNumberValue(number);
        else
            base.Write(writer, value, options);
    }
}
