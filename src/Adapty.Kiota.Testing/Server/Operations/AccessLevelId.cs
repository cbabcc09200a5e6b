using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>The access level that a request is about: one of the app's.</summary>
internal static class AccessLevelId
{
    public static string Read(Exchange exchange, Fields body)
    {
        var id = body.RequiredText("access_level_id");
        return exchange.State.App.AccessLevels.Contains(id)
            ? id
            : throw new RefusalException(400, AdaptyErrorCodes.PaidAccessLevelDoesNotExist, ErrorBody.NoField, $"Paid access level `{id}` does not exist");
    }
}
