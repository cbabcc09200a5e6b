using System.Text.Json;
using System.Text.Json.Serialization;
using Adapty.Kiota.Json;

namespace Adapty.Kiota.Models;

// CUSTOM: the generator holds a map of strings as unknown fields only.

/// <content>A map of strings, which the generator can only hold as unknown fields.</content>
public partial class VirtualCurrencyMetadata : IJsonOnDeserialized, IJsonOnSerializing
{
    /// <summary>Sets or reads one entry.</summary>
    /// <param name="key">1 to 30 characters: <c>a</c> to <c>z</c>, digits, <c>_</c>.</param>
    /// <returns>At most 200 characters; null when there is no such entry.</returns>
    [JsonIgnore]
    public string? this[string key]
    {
        get => AdditionalData.TryGetValue(key, out var value) ? value as string : null;
        set => AdditionalData[key] = value!;
    }

    /// <summary>Other serializers leave their own elements there.</summary>
    void IJsonOnDeserialized.OnDeserialized()
    {
        foreach (var (key, value) in AdditionalData.ToArray())
        {
            AdditionalData[key] = value switch
            {
                string text => text,
                JsonElement { ValueKind: JsonValueKind.String } element => element.GetString()!,
                _ => throw NotAString(),
            };
        }
    }

    /// <summary>What would be refused when it is read is not written.</summary>
    void IJsonOnSerializing.OnSerializing()
    {
        if (AdditionalData.Values.Any(value => value is not (string or JsonElement { ValueKind: JsonValueKind.String })))
            throw NotAString();
    }

    private static UnreadableException NotAString() => new("a value of the metadata must be a string", ".*");
}
