using System.Text.Json;
using System.Text.Json.Serialization;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Json;

/// <summary>Keeps the value of a custom attribute as it is: text, a number (as decimal, from its text) or a boolean.</summary>
internal sealed class CustomAttributeValueConverter : JsonConverter<CustomAttributeValue>
{
    public override CustomAttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new CustomAttributeValue { String = reader.GetString() },
        JsonTokenType.Number when reader.TryGetDecimal(out var number) => new CustomAttributeValue { Decimal = number },
        JsonTokenType.Number => throw new UnreadableException("a number out of the range of a decimal"),
        JsonTokenType.True or JsonTokenType.False => new CustomAttributeValue { Boolean = reader.GetBoolean() },
        _ => throw new UnreadableException("the value of a custom attribute must be a string, a number, a boolean or null"),
    };

    public override void Write(Utf8JsonWriter writer, CustomAttributeValue value, JsonSerializerOptions options)
    {
        if (value.String is { } text)
            writer.WriteStringValue(text);
        else if (value.Decimal is { } number)
            writer.WriteNumberValue(number);
        else if (value.Boolean is { } boolean)
            writer.WriteBooleanValue(boolean);
        else
            writer.WriteNullValue();
    }
}
