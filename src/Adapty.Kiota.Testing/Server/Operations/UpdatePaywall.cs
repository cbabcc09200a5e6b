using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>Replaces all remote configs.</summary>
internal static class UpdatePaywall
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var paywall = GetPaywall.Find(exchange);
        if (exchange.Body().Objects("remote_configs") is not { Count: > 0 } configs)
            throw new RefusalException(400, AdaptyErrorCodes.ValidationError, "remote_configs", "remote_configs: there is nothing to update.");

        List<RemoteConfig> updated = [.. configs.Select(config => new RemoteConfig
        {
            Locale = config.RequiredText("locale"),
            Data = config.Text("data") ?? throw config.Wrong("data", "This field is required."),
        })];
        paywall.RemoteConfigs = updated;
        paywall.UpdatedAt = exchange.Now;
        return Answers.Json(PaywallBody.Write(paywall));
    }
}
