using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>All of the app's currencies, those without a balance too.</summary>
internal static class ListVirtualCurrencyBalances
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var wallet = VirtualCurrency.Profile(exchange).Wallet;
        return Answers.Json(ApiJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("response_created_at", exchange.Now.ToUnixTimeMilliseconds());
            writer.WriteArray("data", exchange.State.App.Currencies, (writer, currency) => BalanceBody.Write(writer, currency, wallet.Balance(currency.Code)));
            writer.WriteEndObject();
        }));
    }
}
