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

    public override void Write(Utf8JsonWriter writer, UntypedNode value, JsonSerializerOptions options) => WriteNode(writer, value);

    public static void WriteNode(Utf8JsonWriter writer, UntypedNode? value)
    {
        switch (value)
        {
            case UntypedObject members:
                writer.WriteStartObject();
                foreach (var (name, member) in members.GetValue())
                {
                    writer.WritePropertyName(name);
                    WriteNode(writer, member);
                }

                writer.WriteEndObject();
                break;
            case UntypedArray items:
                writer.WriteStartArray();
                foreach (var item in items.GetValue())
                    WriteNode(writer, item);
                writer.WriteEndArray();
                break;
            case UntypedString text:
                writer.WriteStringValue(text.GetValue());
                break;
            case UntypedBoolean boolean:
                writer.WriteBooleanValue(boolean.GetValue());
                break;
            case UntypedInteger number:
                writer.WriteNumberValue(number.GetValue());
                break;
            case UntypedLong number:
                writer.WriteNumberValue(number.GetValue());
                break;
            case UntypedFloat number:
                writer.WriteNumberValue(number.GetValue());
                break;
            case UntypedDouble number:
                writer.WriteNumberValue(number.GetValue());
                break;
            case UntypedDecimal number:
                writer.WriteNumberValue(number.GetValue());
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static UntypedArray ToArray(JsonElement element)
    {
        var items = new List<UntypedNode>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
            items.Add(ToNode(item));
        return new UntypedArray(items);
    }

    private static UntypedNode ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ToObject(element),
        JsonValueKind.Array => ToArray(element),
        JsonValueKind.String => new UntypedString(element.GetString()),
        JsonValueKind.True => new UntypedBoolean(true),
        JsonValueKind.False => new UntypedBoolean(false),
        // The kinds of numbers that Kiota's own reader makes; beyond a decimal it would round.
        JsonValueKind.Number when element.TryGetInt32(out var number) => new UntypedInteger(number),
        JsonValueKind.Number when element.TryGetInt64(out var number) => new UntypedLong(number),
        JsonValueKind.Number when element.TryGetDecimal(out var number) => new UntypedDecimal(number),
        JsonValueKind.Number => throw new UnreadableException("a number out of the range of a decimal"),
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
