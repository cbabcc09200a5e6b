using System.Text.Json;
using System.Text.Json.Serialization;
using Adapty.Kiota.Json;

namespace Adapty.Kiota.Models;

/// <summary>
/// Writes and reads the value of a custom attribute as the JSON value that it is: a string, a number or a boolean. Public because
/// an application's own <see cref="JsonSerializerContext"/> has to make one.
/// </summary>
public sealed class CustomAttributeValueConverter : JsonConverter<CustomAttributeValue>
{
    /// <inheritdoc/>
    public override CustomAttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new CustomAttributeValue { String = reader.GetString() },
        JsonTokenType.Number when reader.TryGetDecimal(out var number) => new CustomAttributeValue { Decimal = number },
        JsonTokenType.Number => throw new UnreadableException("a number out of the range of a decimal"),
        JsonTokenType.True or JsonTokenType.False => new CustomAttributeValue { Boolean = reader.GetBoolean() },
        _ => throw new UnreadableException("the value of a custom attribute must be a string, a number, a boolean or null"),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CustomAttributeValue value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
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
