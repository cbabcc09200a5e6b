using System.Globalization;
using System.Text.Json;

namespace Adapty.Kiota.Testing.Bodies;

/// <summary>What Adapty says when it refuses.</summary>
internal static class ErrorBody
{
    public const string NoField = "non_field_errors";

    /// <param name="shape">The form.</param>
    /// <param name="status">The HTTP status, repeated in the body.</param>
    /// <param name="errorCode">The code; left out when null.</param>
    /// <param name="source">The field, or in JSON:API the pointer; null for none.</param>
    /// <param name="message">The words.</param>
    public static byte[] Write(ErrorShape shape, int status, string? errorCode, string? source, string message) => ApiJson.Write(writer =>
    {
        writer.WriteStartObject();
        if (shape == ErrorShape.Map)
        {
            writer.WriteStartObject("errors");
            WriteTexts(writer, source ?? NoField, message);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStartArray("errors");
            WriteItem(writer, shape, status, source, message);
            writer.WriteEndArray();
        }

        if (shape != ErrorShape.JsonApi)
        {
            if (errorCode is not null)
                writer.WriteString("error_code", errorCode);
            writer.WriteNumber("status_code", status);
        }

        writer.WriteEndObject();
    });

    private static void WriteItem(Utf8JsonWriter writer, ErrorShape shape, int status, string? source, string message)
    {
        if (shape == ErrorShape.Texts)
        {
            writer.WriteStringValue(message);
            return;
        }

        writer.WriteStartObject();
        if (shape == ErrorShape.JsonApi)
        {
            writer.WriteString("detail", message);
            writer.WriteStartObject("source");
            writer.WriteString("pointer", source);
            writer.WriteEndObject();
            writer.WriteString("status", status.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteString("source", source);
            WriteTexts(writer, "errors", message);
        }

        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, string message)
    {
        writer.WriteStartArray(name);
        writer.WriteStringValue(message);
        writer.WriteEndArray();
    }
}
