using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Adapty.Kiota.Benchmarks.Rivals;

/// <summary>What a developer adds who has met <c>+0000</c>: the fast way, and behind it the slow one.</summary>
internal sealed class LenientDateConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TryGetDateTimeOffset(out var value)
        ? value
        : DateTimeOffset.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
