using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace Adapty.Kiota.Json;

/// <summary>Paths into a body, fit to be shown.</summary>
internal static class JsonPathText
{
    /// <summary>
    /// Keeps the names that the model of the response has, and indexes. Other names (unknown fields, keys of metadata) can be
    /// data of a customer: the path ends before them with <c>.*</c>.
    /// </summary>
    /// <param name="path">As System.Text.Json reports it.</param>
    /// <param name="root">The model.</param>
    /// <param name="ofMembers">
    /// Whether the names are those of the class and without the indexes of lists, as System.Text.Json reports them when it writes.
    /// </param>
    public static string? Redact(string? path, JsonTypeInfo root, bool ofMembers = false)
    {
        if (path is null || !path.StartsWith('$'))
            return null;

        var result = new StringBuilder("$", path.Length);
        JsonTypeInfo? type = root;
        var rest = path.AsSpan(1);
        while (!rest.IsEmpty)
        {
            if (ofMembers && rest[0] == '.' && type?.ElementType is { } itemType)
            {
                result.Append("[*]");
                type = root.Options.GetTypeInfo(itemType);
            }

            if (rest[0] == '[' && rest.IndexOf(']') is > 1 and var end && int.TryParse(rest[1..end], out var index))
            {
                result.Append('[').Append(index).Append(']');
                rest = rest[(end + 1)..];
                type = type?.ElementType is { } element ? root.Options.GetTypeInfo(element) : null;
            }
            else if (rest[0] == '.' && NextName(rest[1..]) is var name && Property(type, name, ofMembers) is { } property)
            {
                result.Append('.').Append(property.Name);
                rest = rest[(1 + name.Length)..];
                type = root.Options.GetTypeInfo(property.PropertyType);
            }
            else
            {
                return result.Append(".*").ToString();
            }
        }

        return result.ToString();
    }

    private static ReadOnlySpan<char> NextName(ReadOnlySpan<char> rest) =>
        rest.IndexOfAny('.', '[') is >= 0 and var end ? rest[..end] : rest;

    private static JsonPropertyInfo? Property(JsonTypeInfo? type, ReadOnlySpan<char> name, bool ofMembers)
    {
        if (type is { Kind: JsonTypeInfoKind.Object })
        {
            foreach (var property in type.Properties)
            {
                if (!property.IsExtensionData && (name.SequenceEqual(property.Name) || (ofMembers && IsMember(name, property.Name))))
                    return property;
            }
        }

        return null;
    }

    /// <summary><c>AccessLevelId</c> is <c>access_level_id</c>.</summary>
    private static bool IsMember(ReadOnlySpan<char> member, string name) =>
        member.Equals(name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
