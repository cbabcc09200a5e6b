using System.Globalization;
using System.Text.Json;
using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>
/// What can be said of a profile. All of it is checked; only the custom attributes are kept, as no answer shows the rest
/// (a test finds it in <see cref="FakeAdapty.Requests"/>).
/// </summary>
internal sealed class ProfileFields
{
    private const string Attributes = "custom_attributes";

    private static readonly string[] Texts = ["first_name", "last_name", "phone_number", "ip_v4_address", "store"];
    private static readonly string[] MetaTexts =
    [
        "device", "locale", "os", "timezone", "user_agent", "platform", "app_build", "app_version", "adapty_sdk_version",
        "idfa", "idfv", "advertising_id", "android_id", "android_app_set_id",
    ];

    /// <summary>By key; null deletes.</summary>
    private readonly Dictionary<string, CustomAttributeValue?> _attributes = new(StringComparer.Ordinal);

    private ProfileFields()
    {
    }

    public static ProfileFields None { get; } = new();

    public static ProfileFields Read(Fields body)
    {
        foreach (var name in Texts)
            body.Text(name);
        Check(body, "gender", text => text is "f" or "m" or "o", "must be one of f, m, o");
        Check(body, "email", text => text.IndexOf('@') is > 0 and var at && at < text.Length - 1, "must be an e-mail address");
        Check(body, "birthday", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "must be a date: yyyy-MM-dd");
        Check(body, "ip_country", IsCountry, "must be a two-letter country code");
        Check(body, "store_country", IsCountry, "must be a two-letter country code");
        Check(body, "store_account_token", text => Guid.TryParse(text, out _), "must be a UUID");
        if (body.Integer("att_status") is not (null or (>= 0 and <= 3)))
            throw body.Wrong("att_status", "Must be from 0 to 3.");
        body.Boolean("analytics_disabled");
        if (body.Object("installation_meta") is { } meta)
        {
            meta.RequiredText("device_id");
            foreach (var name in MetaTexts)
                meta.Text(name);
        }

        var fields = new ProfileFields();
        if (body.Objects(Attributes) is { } attributes)
            fields.ReadAttributes(body, attributes);
        return fields;
    }

    /// <summary>Refuses more attributes than a profile may have in the end.</summary>
    public void CheckAgainst(FakeProfile? profile)
    {
        var keys = profile?.Read(model => model.CustomAttributes!.Select(attribute => attribute.Key!).ToHashSet(StringComparer.Ordinal)) ?? [];
        foreach (var (key, value) in _attributes)
            _ = value is null ? keys.Remove(key) : keys.Add(key);
        if (keys.Count > ApiLimits.CustomAttributes)
            throw RefusalException.OfField(Attributes, $"A profile has at most {ApiLimits.CustomAttributes} custom attributes.");
    }

    public void ApplyTo(FakeProfile profile)
    {
        foreach (var (key, value) in _attributes)
        {
            profile.Change(model =>
            {
                if (value is null)
                    model.CustomAttributes!.RemoveAll(attribute => attribute.Key == key);
                else
                    FakeProfile.SetAttribute(model, key, value);
            });
        }
    }

    private void ReadAttributes(Fields body, IReadOnlyList<Fields> attributes)
    {
        if (attributes.Count is 0 or > ApiLimits.CustomAttributes)
            throw body.Wrong(Attributes, $"Must have 1 to {ApiLimits.CustomAttributes} entries.");
        foreach (var attribute in attributes)
        {
            var key = attribute.RequiredText("key");
            if (key.Length > ApiLimits.CustomAttributeKeyLength || !key.All(character => char.IsLetterOrDigit(character) || character is '-' or '.' or '_'))
                throw attribute.Wrong("key", $"Must have 1 to {ApiLimits.CustomAttributeKeyLength} letters, digits, '-', '.', '_'.");
            _attributes[key] = ReadValue(attribute);
        }
    }

    /// <summary>Null and an empty text delete. The API turns booleans and whole numbers into floats.</summary>
    private static CustomAttributeValue? ReadValue(Fields attribute)
    {
        if (!attribute.Has("value"))
            throw attribute.Wrong("value", "This field is required.");
        if (attribute.Find("value") is not { } value)
            return null;

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                var text = value.GetString()!;
                if (text.Length > ApiLimits.CustomAttributeValueLength)
                    throw attribute.Wrong("value", $"Must have at most {ApiLimits.CustomAttributeValueLength} characters.");
                return text.Length == 0 ? null : new CustomAttributeValue { String = text };
            case JsonValueKind.Number when value.TryGetDecimal(out var number):
                return Float(number);
            case JsonValueKind.True or JsonValueKind.False:
                return Float(value.GetBoolean() ? 1 : 0);
            default:
                throw attribute.Wrong("value", "Must be a text or a number.");
        }
    }

    /// <summary>10 is written 10.0; a number with a fraction stays as it was sent.</summary>
    private static CustomAttributeValue Float(decimal number) => new() { Decimal = number.Scale == 0 ? number * 1.0m : number };

    private static bool IsCountry(string text) => text.Length == 2 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]);

    private static void Check(Fields body, string name, Func<string, bool> isRight, string rule)
    {
        if (body.Text(name) is { } text && !isRight(text))
            throw body.Wrong(name, $"The value {rule}.");
    }
}
