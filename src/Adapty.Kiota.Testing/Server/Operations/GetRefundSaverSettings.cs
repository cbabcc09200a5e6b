using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>What was never set is null: the API's default is not documented.</summary>
internal static class GetRefundSaverSettings
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var profile = exchange.Profile();
        return Answers.Json(RefundSaverBody.Write(profile.ProfileId, profile.RefundSaver));
    }
}
