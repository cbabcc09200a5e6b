using System.Text.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Bodies;

internal static class CustomAttributeBody
{
    private static readonly CustomAttributeValueConverter Values = new();

    public static void Write(Utf8JsonWriter writer, CustomAttribute attribute)
    {
        writer.WriteString("key", attribute.Key);
        writer.WritePropertyName("value");
        Values.Write(writer, attribute.Value ?? new CustomAttributeValue(), AdaptyJson.Options);
        writer.WriteAdditional(attribute.AdditionalData);
    }
}
