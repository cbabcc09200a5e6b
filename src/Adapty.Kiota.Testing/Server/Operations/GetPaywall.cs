using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server.Operations;

internal static class GetPaywall
{
    public static HttpResponseMessage Answer(Exchange exchange) => Answers.Json(PaywallBody.Write(Find(exchange)));

    /// <summary>The paywall that the path names.</summary>
    public static Paywall Find(Exchange exchange) =>
        exchange.State.App.Paywalls.Find(paywall => paywall.PaywallId == exchange.Id)
        ?? throw new RefusalException(404, AdaptyErrorCodes.PaywallDoesNotExist, source: null, "Paywall does not exist");
}
