using Adapty.Kiota.Calls;
using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.Server;

namespace Adapty.Kiota.Testing.Areas;

/// <summary>
/// All writable fields of a profile are checked. Only the custom attributes are kept, as no response shows the others: a test
/// finds them in <see cref="FakeAdapty.Requests"/>.
/// </summary>
internal static class Profiles
{
    private const string Path = FakeOperation.Root + "profile/";
    private const string Attributes = "custom_attributes";

    public static readonly FakeOperation[] Operations =
    [
        new(HttpMethod.Get, Path, ErrorStyle.Profiles, Get),
        new(HttpMethod.Post, Path, ErrorStyle.Profiles, Create),
        new(HttpMethod.Patch, Path, ErrorStyle.Profiles, Update),
        new(HttpMethod.Delete, Path, ErrorStyle.Profiles, Delete),
    ];

    private static HttpResponseMessage Get(FakeRequest request) => Responses.Profile(request.Profile());

    /// <summary>
    /// A customer user id alone makes a new profile; with both ids, the profile gets the customer user id. No more is documented.
    /// Here an existing profile is updated, a profile id alone must exist, and a customer user id never moves to another profile.
    /// </summary>
    private static HttpResponseMessage Create(FakeRequest request)
    {
        var customerUserId = request.Header(HeaderNames.CustomerUserId);
        var attributes = request.HasBody ? ReadFields(request.Body()) : [];
        var profile = request.Header(HeaderNames.ProfileId) is null && customerUserId is not null
            ? request.State.FindCustomer(customerUserId)
            : Existing(request, customerUserId);

        profile ??= request.State.Create(customerUserId);
        Apply(attributes, profile);
        if (customerUserId is not null && profile.CustomerUserId is null)
            request.State.Attach(profile, customerUserId);
        return Responses.Profile(profile);
    }

    private static HttpResponseMessage Update(FakeRequest request)
    {
        var profile = request.Profile();
        Apply(ReadFields(request.Body()), profile);
        return Responses.Profile(profile);
    }

    private static HttpResponseMessage Delete(FakeRequest request)
    {
        request.State.Remove(request.Profile());
        return Responses.Empty(204);
    }

    private static FakeProfile Existing(FakeRequest request, string? customerUserId)
    {
        if (request.Header(HeaderNames.ProfileId) is not { } profileId)
            throw FakeErrorException.OfRequest($"Send {HeaderNames.CustomerUserId}, {HeaderNames.ProfileId}, or both.");
        var profile = request.State.FindProfile(profileId) ?? throw ErrorStyle.Profiles.ProfileNotFound();
        if (customerUserId is null)
            return profile;
        if (profile.CustomerUserId is { } own && own != customerUserId)
            throw FakeErrorException.OfRequest("The profile has another customer user id.");
        return request.State.FindCustomer(customerUserId) is { } other && other != profile
            ? throw FakeErrorException.OfRequest("The customer user id belongs to another profile.")
            : profile;
    }

    /// <returns>The custom attributes by key; null deletes one.</returns>
    private static Dictionary<string, CustomAttributeValue?> ReadFields(Fields body)
    {
        var fields = body.Read<ProfileFields>();
        body.Check(fields.Gender is null or Genders.Female or Genders.Male or Genders.Other, "gender", "Must be f, m or o.");
        body.Check(IsEmail(fields.Email), "email", "Must be an e-mail address.");
        body.Check(ProfileRules.IsCountryOrNull(fields.IpCountry), "ip_country", "Must be a two-letter country code.");
        body.Check(ProfileRules.IsCountryOrNull(fields.StoreCountry), "store_country", "Must be a two-letter country code.");
        body.Check(fields.StoreAccountToken is not { } token || Guid.TryParse(token, out _), "store_account_token", "Must be a UUID.");
        body.Check(fields.AttStatus is null or (>= 0 and <= 3), "att_status", "Must be from 0 to 3.");
        if (body.Object("installation_meta") is { } meta)
        {
            meta.Require("device_id");
            meta.Read<InstallationMeta>();
        }

        return ReadAttributes(body);
    }

    private static Dictionary<string, CustomAttributeValue?> ReadAttributes(Fields body)
    {
        var read = new Dictionary<string, CustomAttributeValue?>(StringComparer.Ordinal);
        if (body.Objects(Attributes) is not { } attributes)
            return read;
        var isInRange = attributes.Count is > 0 and <= ApiLimits.CustomAttributes;
        body.Check(isInRange, Attributes, $"Must have 1 to {ApiLimits.CustomAttributes} entries.");
        foreach (var fields in attributes)
        {
            fields.Require("key");
            var attribute = fields.Read<CustomAttribute>();
            fields.Check(
                ProfileRules.IsAttributeKey(attribute.Key),
                "key",
                $"Must have 1 to {ApiLimits.CustomAttributeKeyLength} letters, digits, '-', '.', '_'.");
            fields.Check(fields.Has("value"), "value", "This field is required.");
            fields.Check(
                attribute.Value?.String is null or { Length: <= ApiLimits.CustomAttributeValueLength },
                "value",
                $"Must have at most {ApiLimits.CustomAttributeValueLength} characters.");
            read[attribute.Key!] = Stored(attribute.Value);
        }

        return read;
    }

    /// <summary>Null and an empty string delete. The API turns booleans and whole numbers into floats: 10 becomes 10.0.</summary>
    private static CustomAttributeValue? Stored(CustomAttributeValue? value) => value switch
    {
        null or { String: "" } => null,
        { Boolean: { } boolean } => new() { Decimal = boolean ? 1.0m : 0.0m },
        { Decimal: { Scale: 0 } number } => new() { Decimal = number * 1.0m },
        _ => value,
    };

    /// <summary>Changes nothing if the profile would have too many attributes in the end.</summary>
    private static void Apply(Dictionary<string, CustomAttributeValue?> attributes, FakeProfile profile)
    {
        var keys = profile.Model.CustomAttributes!.Select(attribute => attribute.Key!).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, value) in attributes)
            _ = value is null ? keys.Remove(key) : keys.Add(key);
        if (keys.Count > ApiLimits.CustomAttributes)
            throw FakeErrorException.OfField(Attributes, $"A profile has at most {ApiLimits.CustomAttributes} custom attributes.");
        foreach (var (key, value) in attributes)
            profile.SetAttribute(key, value);
    }

    private static bool IsEmail(string? email) => email is null || (email.IndexOf('@') is > 0 and var at && at < email.Length - 1);
}
