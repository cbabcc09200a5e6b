using System.Text.Json;
using System.Text.Json.Serialization;

namespace Adapty.Kiota.Json;

/// <summary>An id without which a response proves nothing. An empty one says as little as a missing one.</summary>
internal sealed class RequiredTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } text ? text : throw new UnreadableException("an id must be a string that is not empty");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
