using Adapty.Kiota.Testing.State;

namespace Adapty.Kiota.Testing.Server.Operations;

internal static class GrantAccessLevel
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var profile = exchange.Profile();
        var body = exchange.Body();
        var id = AccessLevelId.Read(exchange, body);
        var (startsAt, expiresAt) = (body.Date("starts_at"), body.Date("expires_at"));
        profile.Change(model => AccessLevels.Grant(model, id, startsAt, expiresAt, exchange.Now, exchange.State.Ids));
        return Answers.Json(profile.Body());
    }
}
