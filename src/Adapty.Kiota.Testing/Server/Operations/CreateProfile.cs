using Adapty.Kiota.Calls;
using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>
/// A new profile for a customer user id; with both ids, the customer user id goes to the profile. What Adapty does otherwise is
/// not documented. Here a profile that is there already is updated and returned, a profile id alone must exist, and no
/// customer user id moves from one profile to another.
/// </summary>
internal static class CreateProfile
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var customerUserId = exchange.Header(HeaderNames.CustomerUserId);
        var fields = exchange.HasBody ? ProfileFields.Read(exchange.Body()) : ProfileFields.None;
        var profile = exchange.Header(HeaderNames.ProfileId) is null && customerUserId is not null
            ? exchange.State.FindCustomer(customerUserId)
            : Existing(exchange, customerUserId);

        fields.CheckAgainst(profile);
        profile ??= exchange.State.Create(customerUserId);
        if (customerUserId is not null && profile.CustomerUserId is null)
            exchange.State.Attach(profile, customerUserId);
        fields.ApplyTo(profile);
        return Answers.Json(profile.Body());
    }

    private static FakeProfile Existing(Exchange exchange, string? customerUserId)
    {
        if (exchange.Header(HeaderNames.ProfileId) is not { } profileId)
            throw Refused($"Send {HeaderNames.CustomerUserId}, {HeaderNames.ProfileId}, or both.");
        var profile = exchange.State.FindProfile(profileId) ?? throw Dialect.Profiles.NoProfile();
        if (customerUserId is null)
            return profile;
        if (profile.CustomerUserId is { } own && own != customerUserId)
            throw Refused("The profile has another customer user id.");
        return exchange.State.FindCustomer(customerUserId) is { } other && other != profile ? throw Refused("The customer user id belongs to another profile.") : profile;
    }

    private static RefusalException Refused(string message) => new(400, AdaptyErrorCodes.BaseError, ErrorBody.NoField, message);
}
