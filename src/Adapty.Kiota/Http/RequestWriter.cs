using System.Globalization;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Adapty.Kiota.Http;

/// <summary>Kiota's JSON writer, but for what Adapty wants otherwise.</summary>
internal sealed class RequestWriter(KiotaJsonSerializationContext context) : JsonSerializationWriter(context), ISerializationWriter
{
    /// <summary>Kiota's own form of a date follows the calendar of the machine's culture.</summary>
    void ISerializationWriter.WriteDateValue(string? key, Date? value) =>
        WriteStringValue(key, value?.DateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Adapty refuses an empty list of attributes; leaving it out says the same.</summary>
    void ISerializationWriter.WriteCollectionOfObjectValues<T>(string? key, IEnumerable<T>? values)
    {
        if (key != "custom_attributes" || values?.Any() == true)
            WriteCollectionOfObjectValues(key, values);
    }
}
