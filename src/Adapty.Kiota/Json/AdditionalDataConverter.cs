using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Json;

/// <summary>
/// The values of <c>AdditionalData</c>: fields that the models do not have. Reads what every other Kiota client finds there
/// (strings, booleans, decimals, untyped nodes; strings stay strings, also those that look like dates), and refuses to write
/// what has no form in JSON: Kiota's own writer looks into unknown objects by reflection, and in Native AOT finds nothing.
/// </summary>
internal sealed class AdditionalDataConverter : JsonConverter<object>
{
    private static readonly UntypedNodeConverter Nodes = new();

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True or JsonTokenType.False => reader.GetBoolean(),
        JsonTokenType.Number when reader.TryGetDecimal(out var number) => number,
        JsonTokenType.Number => throw new UnreadableException("a number out of the range of a decimal"),
        _ => Nodes.Read(ref reader, typeof(UntypedNode), options),
    };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => WriteValue(
        writer, value, model => JsonSerializer.Serialize(writer, model, options.GetTypeInfo(model.GetType())));

    /// <param name="writer">Where to write.</param>
    /// <param name="value">What a caller put there.</param>
    /// <param name="writeModel">Writes a model: Kiota's writer knows all of them, the options those that they were made for.</param>
    public static void WriteValue(Utf8JsonWriter writer, object? value, Action<IParsable> writeModel)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case byte or sbyte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            case DateTimeOffset instant:
                DateTimeConverter.WriteValue(writer, instant);
                break;
            case Date date:
                DateConverter.WriteValue(writer, date);
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case UntypedNode node:
                UntypedNodeConverter.WriteNode(writer, node);
                break;
            case IParsable model:
                writeModel(model);
                break;
            case IDictionary members:
                WriteMembers(writer, members, writeModel);
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                    WriteValue(writer, item, writeModel);
                writer.WriteEndArray();
                break;
            default:
                throw Unwritable(value);
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, IDictionary members, Action<IParsable> writeModel)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry member in members)
        {
            writer.WritePropertyName(member.Key as string ?? throw Unwritable(members));
            WriteValue(writer, member.Value, writeModel);
        }

        writer.WriteEndObject();
    }

    private static ArgumentException Unwritable(object value) => new(
        $"AdditionalData holds a {value.GetType().Name}. It takes strings, booleans, numbers, DateTimeOffset, Date, Guid, "
        + "JsonElement, models, and lists and dictionaries (with string keys) of these.");
}
