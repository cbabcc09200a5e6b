using Adapty.Kiota.Testing.Bodies;
using Adapty.Kiota.Testing.State;

namespace Adapty.Kiota.Testing.Server.Operations;

internal static class RevokeAccessLevel
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var profile = exchange.Profile();
        var body = exchange.Body();
        var id = AccessLevelId.Read(exchange, body);
        var at = body.Date("revoke_at");
        if (!profile.Read(model => AccessLevels.Has(model, id)))
        {
            throw new RefusalException(
                400, AdaptyErrorCodes.ProfilePaidAccessLevelDoesNotExist, ErrorBody.NoField, $"Profile `{profile.ProfileId}` has no `{id}` access level");
        }

        if (at <= exchange.Now)
            throw new RefusalException(400, AdaptyErrorCodes.ValueError, source: null, "revoke_at must be null or in the future.");
        if (at > profile.Read(model => AccessLevels.End(model, id)))
            throw new RefusalException(400, AdaptyErrorCodes.RevocationDateMoreThanExpirationDate, "revoke_at", "revoke_at must not be after the access level's expiration date.");

        profile.Change(model => AccessLevels.Revoke(model, id, at ?? exchange.Now));
        return Answers.Json(profile.Body());
    }
}
