using Adapty.Kiota.Models;

namespace Adapty.Kiota.Limits;

/// <summary>The documented limits of a virtual-currency transaction.</summary>
internal static class VirtualCurrencyRules
{
    public static void Check(VirtualCurrencyTransactionRequest request, string path)
    {
        var items = request.Items;
        var itemsPath = $"{path}.{nameof(request.Items)}";
        Rule.Require(
            items is { Count: >= 1 and <= ApiLimits.VirtualCurrencyItems },
            itemsPath,
            $"must have 1 to {ApiLimits.VirtualCurrencyItems} entries");
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            Rule.RequireValue(item, $"{itemsPath}[{index}]");
            Rule.RequireString(item.CurrencyCode, $"{itemsPath}[{index}].{nameof(item.CurrencyCode)}");
            Rule.Require(codes.Add(item.CurrencyCode), $"{itemsPath}[{index}].{nameof(item.CurrencyCode)}", "names a currency that is already in the list");
            Rule.Require(item.Amount is not (null or 0), $"{itemsPath}[{index}].{nameof(item.Amount)}", "is required and must not be 0: above 0 credits, below 0 debits");
        }

        if (request.Metadata is { } metadata)
            CheckMetadata(metadata.AdditionalData, $"{path}.{nameof(request.Metadata)}");
    }

    public static string CheckIdempotencyKey(string key, string path)
    {
        ArgumentNullException.ThrowIfNull(key, path);
        Rule.Require(IsIdempotencyKey(key), path, "must be a UUID of version 4, as Guid.NewGuid() makes them");
        return key;
    }

    /// <summary>Version 4 and the variant of RFC 9562, as Adapty asks for.</summary>
    public static bool IsIdempotencyKey(string key) =>
        // The length, as spaces around it would be parsed away.
        key.Length == 36 && Guid.TryParseExact(key, "D", out _) && key[14] == '4' && char.ToLowerInvariant(key[19]) is '8' or '9' or 'a' or 'b';

    public static bool IsMetadataKey(string key) => key.Length is >= 1 and <= ApiLimits.MetadataKeyLength
        && key.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');

    private static void CheckMetadata(IDictionary<string, object> metadata, string path)
    {
        Rule.Require(metadata.Count <= ApiLimits.MetadataEntries, path, $"must have at most {ApiLimits.MetadataEntries} keys");
        foreach (var (key, value) in metadata)
        {
            Rule.Require(
                IsMetadataKey(key),
                path,
                $"must have keys of 1 to {ApiLimits.MetadataKeyLength} characters: a to z, 0 to 9, '_'");
            Rule.Require(
                value is string { Length: <= ApiLimits.MetadataValueLength },
                path,
                $"must have values that are strings of at most {ApiLimits.MetadataValueLength} characters");
        }
    }
}
