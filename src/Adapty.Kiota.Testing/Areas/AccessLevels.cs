using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.Server;
using Adapty.Kiota.Testing.State;
using static Adapty.Kiota.AdaptyErrorCodes;

namespace Adapty.Kiota.Testing.Areas;

/// <summary>Grants and revokes access levels of the app. <see cref="AccessLevelEntries"/> says what that does to a profile.</summary>
internal static class AccessLevels
{
    private const string Path = FakeOperation.Root + "purchase/profile/";

    public static readonly FakeOperation[] Operations =
    [
        new(HttpMethod.Post, Path + "grant/access-level/", ErrorStyle.Transactions, Grant),
        new(HttpMethod.Post, Path + "revoke/access-level/", ErrorStyle.Transactions, Revoke),
    ];

    private static HttpResponseMessage Grant(FakeRequest request)
    {
        var profile = request.Profile();
        var body = request.Body();
        var id = ReadId(request, body);
        var grant = body.Read<GrantAccessLevelRequest>();
        profile.Change(model => AccessLevelEntries.Grant(model, id, grant.StartsAt, grant.ExpiresAt, request.Now, request.State.Ids));
        return Responses.Profile(profile);
    }

    private static HttpResponseMessage Revoke(FakeRequest request)
    {
        var profile = request.Profile();
        var body = request.Body();
        var id = ReadId(request, body);
        var at = body.Read<RevokeAccessLevelRequest>().RevokeAt;
        var missing = $"Profile `{profile.ProfileId}` has no `{id}` access level";
        if (!AccessLevelEntries.Of(profile.Model, id).Any())
            throw new FakeErrorException(ProfilePaidAccessLevelDoesNotExist, FakeErrorException.NoField, missing);
        if (at <= request.Now)
            throw new FakeErrorException(ValueError, source: null, "revoke_at must be null or in the future.");
        if (at > AccessLevelEntries.End(profile.Model, id))
            throw new FakeErrorException(RevocationDateMoreThanExpirationDate, "revoke_at", "Must not be after the expiration date.");

        profile.Change(model => AccessLevelEntries.Revoke(model, id, at ?? request.Now));
        return Responses.Profile(profile);
    }

    private static string ReadId(FakeRequest request, Fields body)
    {
        var id = body.RequiredString("access_level_id");
        if (request.State.App.AccessLevels.Contains(id))
            return id;
        var message = $"Paid access level `{id}` does not exist";
        throw new FakeErrorException(PaidAccessLevelDoesNotExist, FakeErrorException.NoField, message);
    }
}
