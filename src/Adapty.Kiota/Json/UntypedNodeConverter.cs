using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Json;

/// <summary>JSON of which Adapty documents nothing, kept as Kiota's nodes.</summary>
internal sealed class UntypedNodeConverter : JsonConverter<UntypedNode>
{
    public override UntypedNode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return ToNode(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, UntypedNode value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Only answers hold untyped JSON.");

    private static UntypedNode ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ToObject(element),
        JsonValueKind.Array => new UntypedArray([.. element.EnumerateArray().Select(ToNode)]),
        JsonValueKind.String => new UntypedString(element.GetString()),
        JsonValueKind.True => new UntypedBoolean(true),
        JsonValueKind.False => new UntypedBoolean(false),
        JsonValueKind.Number => element.TryGetDecimal(out var number) ? new UntypedDecimal(number) : throw new UnreadableException("a number out of the range of a decimal"),
        _ => new UntypedNull(),
    };

    private static UntypedObject ToObject(JsonElement element)
    {
        var members = new Dictionary<string, UntypedNode>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            // The option that refuses duplicates reaches typed objects only.
            if (!members.TryAdd(member.Name, ToNode(member.Value)))
                throw new UnreadableException("a key is there twice");
        }

        return new UntypedObject(members);
    }
}
