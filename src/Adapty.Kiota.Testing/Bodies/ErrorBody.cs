namespace Adapty.Kiota.Testing.Bodies;

/// <summary>What Adapty says when it refuses, in the shape that most operations share.</summary>
internal static class ErrorBody
{
    public const string NoField = "non_field_errors";

    public static byte[] Write(int status, string errorCode, string? source, string message) => ApiJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("errors");
        writer.WriteStartObject();
        writer.WriteString("source", source);
        writer.WriteStartArray("errors");
        writer.WriteStringValue(message);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteString("error_code", errorCode);
        writer.WriteNumber("status_code", status);
        writer.WriteEndObject();
    });
}
