using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Adapty.Kiota.Json;

namespace Adapty.Kiota.Testing.Bodies;

/// <summary>JSON as Adapty writes it: nulls are there, and dates end in <c>+00:00</c>.</summary>
internal static class ApiJson
{
    // The default encoder would write the + of a date as an escape.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return buffer.WrittenSpan.ToArray();
    }

    public static void WriteDate(this Utf8JsonWriter writer, string name, DateTimeOffset? value)
    {
        if (value is not { } instant)
        {
            writer.WriteNull(name);
            return;
        }

        Span<byte> text = stackalloc byte[DateTimeText.MaxLength];
        var length = DateTimeText.Format(instant, text);
        // The SDK writes Z, the API writes the offset.
        "+00:00"u8.CopyTo(text[(length - 1)..]);
        writer.WriteString(name, text[..(length + 5)]);
    }

    public static void WriteBoolean(this Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } boolean)
            writer.WriteBoolean(name, boolean);
        else
            writer.WriteNull(name);
    }

    public static void WriteArray<T>(this Utf8JsonWriter writer, string name, IEnumerable<T>? items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items ?? [])
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Fields that the models do not name, behind those that they do.</summary>
    /// <exception cref="NotSupportedException">A value is none of the kinds below.</exception>
    public static void WriteAdditional(this Utf8JsonWriter writer, IDictionary<string, object> fields)
    {
        foreach (var (name, value) in fields)
        {
            writer.WritePropertyName(name);
            AdditionalDataConverter.WriteValue(
                writer, value, model => JsonSerializer.Serialize(writer, model, AdaptyJson.Options.GetTypeInfo(model.GetType())));
        }
    }
}
