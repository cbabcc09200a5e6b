using Adapty.Kiota.Calls;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Limits;

/// <summary>The documented limits of the writable profile fields.</summary>
internal static class ProfileRules
{
    public static void Check(ProfileFields fields, string path)
    {
        CheckCountry(fields.IpCountry, $"{path}.{nameof(fields.IpCountry)}");
        CheckCountry(fields.StoreCountry, $"{path}.{nameof(fields.StoreCountry)}");
        if (fields.Platform is { } platform && HeaderValue.Problem(platform) is { } problem)
            Rule.Require(false, $"{path}.{nameof(fields.Platform)}", problem);
        if (fields.InstallationMeta is { } meta)
            Rule.RequireString(meta.DeviceId, $"{path}.{nameof(fields.InstallationMeta)}.{nameof(meta.DeviceId)}");
        if (fields.CustomAttributes is { } attributes)
            CheckAttributes(attributes, $"{path}.{nameof(fields.CustomAttributes)}");
    }

    public static bool IsCountryOrNull(string? country) => country is null || (country.Length == 2 && country.All(char.IsAsciiLetter));

    /// <summary>Letters of other scripts are not documented, and passed on.</summary>
    public static bool IsAttributeKey(string? key) => key is { Length: >= 1 and <= ApiLimits.CustomAttributeKeyLength }
        && key.All(character => char.IsLetterOrDigit(character) || character is '-' or '.' or '_');

    private static void CheckCountry(string? country, string path) =>
        Rule.Require(IsCountryOrNull(country), path, "must be a two-letter ISO 3166-1 country code");

    private static void CheckAttributes(List<CustomAttribute> attributes, string path)
    {
        Rule.Require(attributes.Count <= ApiLimits.CustomAttributes, path, $"must have at most {ApiLimits.CustomAttributes} entries");
        for (var index = 0; index < attributes.Count; index++)
        {
            Rule.RequireValue(attributes[index], $"{path}[{index}]");
            CheckAttribute(attributes[index], $"{path}[{index}]");
        }
    }

    private static void CheckAttribute(CustomAttribute attribute, string path)
    {
        Rule.Require(
            IsAttributeKey(attribute.Key),
            $"{path}.{nameof(attribute.Key)}",
            $"must have 1 to {ApiLimits.CustomAttributeKeyLength} characters: letters, digits, '-', '.', '_'");

        if (attribute.IsDeletion)
            return;
        var value = attribute.Value;
        Rule.Require(
            value is { String.Length: > 0 } or { String: null, Decimal: not null },
            $"{path}.{nameof(attribute.Value)}",
            $"must be a string that is not empty, or a number; to delete the attribute use {nameof(CustomAttribute)}.{nameof(CustomAttribute.Delete)}");
        Rule.Require(
            value.String is null or { Length: <= ApiLimits.CustomAttributeValueLength },
            $"{path}.{nameof(attribute.Value)}",
            $"must have at most {ApiLimits.CustomAttributeValueLength} characters");
    }
}
