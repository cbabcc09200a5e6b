using Adapty.Kiota.Limits;
using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>The newest first. With a currency, the transactions that touch it, with all of their items.</summary>
internal static class ListVirtualCurrencyTransactions
{
    private const int DefaultLimit = 50;

    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var profile = VirtualCurrency.Profile(exchange);
        var query = exchange.Query();
        var limit = query.Number("limit", DefaultLimit, ApiLimits.PageSize, "limit");
        var currencyCode = query["currency_code"];
        var all = profile.Wallet.Transactions;
        var before = query["cursor"] is { } cursor ? Cursor.Read(cursor, profile.ProfileId, all.Count) : all.Count;

        var places = Enumerable.Range(0, before)
            .Reverse()
            .Where(place => currencyCode is null || all[place].Items!.Exists(item => item.CurrencyCode == currencyCode))
            .Take(limit + 1)
            .ToList();
        // One more than asked for says that there is a next page.
        var page = places.Take(limit).ToList();

        return Answers.Json(ApiJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteArray("data", page.Select(place => all[place]), VirtualCurrencyTransactionBody.Write);
            writer.WriteStartObject("pagination");
            writer.WriteString("next_cursor", places.Count > limit ? Cursor.Write(page[^1], profile.ProfileId) : null);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));
    }
}
