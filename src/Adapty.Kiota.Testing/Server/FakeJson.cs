using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Adapty.Kiota.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Server;

/// <summary>Writes the client's models with the client's own contract, in the forms that Adapty sends.</summary>
internal static class FakeJson
{
    private static readonly JsonSerializerOptions Options = CreateOptions();

    /// <param name="body">A model, or a <see cref="JsonNode"/>.</param>
    public static byte[] Write<T>(T body) => body is JsonNode json
        ? Encoding.UTF8.GetBytes(json.ToJsonString(Options))
        : JsonSerializer.SerializeToUtf8Bytes(body, TypeInfo<T>());

    /// <summary>A model as nodes, to change them before they are written.</summary>
    public static JsonNode ToNode<T>(T model) => JsonSerializer.SerializeToNode(model, TypeInfo<T>())!;

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(AdaptyJson.Contract)
        {
            // The default encoder would write the + of a date as an escape.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = AdaptyJson.Contract.TypeInfoResolver!.WithAddedModifier(LeaveOutEnvironment),
        };
        options.Converters.Insert(0, new DateWithOffsetConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Adapty writes nulls, but usually leaves out the environment of an access level.</summary>
    private static void LeaveOutEnvironment(JsonTypeInfo type)
    {
        if (type.Type == typeof(AccessLevel))
            type.Properties.First(property => property.Name == "environment").ShouldSerialize = static (_, value) => value is not null;
    }

    /// <summary>The client writes <c>Z</c>, Adapty the offset.</summary>
    private sealed class DateWithOffsetConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Responses are only written.");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        {
            Span<byte> text = stackalloc byte[DateTimeText.MaxLength];
            var length = DateTimeText.Format(value, text);
            "+00:00"u8.CopyTo(text[(length - 1)..]);
            writer.WriteStringValue(text[..(length + 5)]);
        }
    }
}
