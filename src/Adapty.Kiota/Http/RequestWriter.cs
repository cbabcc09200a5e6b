using System.Globalization;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Adapty.Kiota.Http;

/// <summary>Kiota's JSON writer, but for dates: its own form of them follows the calendar of the machine's culture.</summary>
internal sealed class RequestWriter(KiotaJsonSerializationContext context) : JsonSerializationWriter(context), ISerializationWriter
{
    void ISerializationWriter.WriteDateValue(string? key, Date? value) =>
        WriteStringValue(key, value?.DateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
