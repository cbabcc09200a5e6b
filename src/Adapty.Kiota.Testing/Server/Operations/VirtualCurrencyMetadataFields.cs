using System.Text.Json;
using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>The notes on a transaction, within their limits.</summary>
internal static class VirtualCurrencyMetadataFields
{
    private const string Name = "metadata";

    public static VirtualCurrencyMetadata? Read(Fields body)
    {
        if (body.Object(Name) is not { } fields)
            return null;
        var metadata = new VirtualCurrencyMetadata();
        foreach (var property in fields.All)
        {
            if (property.Name.Length is 0 or > ApiLimits.MetadataKeyLength || !property.Name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_'))
                throw body.Wrong(Name, $"A key must have 1 to {ApiLimits.MetadataKeyLength} characters: a to z, 0 to 9, '_'.");
            metadata[property.Name] = property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { Length: <= ApiLimits.MetadataValueLength } value
                ? value
                : throw fields.Wrong(property.Name, $"Must be a text of at most {ApiLimits.MetadataValueLength} characters.");
        }

        return metadata.AdditionalData.Count <= ApiLimits.MetadataEntries ? metadata : throw body.Wrong(Name, $"Must have at most {ApiLimits.MetadataEntries} keys.");
    }
}
