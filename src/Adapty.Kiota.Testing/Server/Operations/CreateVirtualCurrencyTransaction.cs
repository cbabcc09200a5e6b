using Adapty.Kiota.Calls;
using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.Bodies;
using Adapty.Kiota.Testing.State;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>All items or none. A key that is repeated within an hour is answered as the first time, whatever the body says.</summary>
internal static class CreateVirtualCurrencyTransaction
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var wallet = VirtualCurrency.Profile(exchange).Wallet;
        var key = IdempotencyKey(exchange);
        if (wallet.Replay(key, exchange.Now) is { } first)
            return Answers.Json(first);

        var body = exchange.Body();
        var items = ReadItems(body);
        var metadata = VirtualCurrencyMetadataFields.Read(body);
        Check(exchange.State.App, wallet, items);
        var transaction = wallet.Apply(exchange.State.Ids.NextUuid(), TransactionTypes.ApiTransaction, items, metadata, exchange.Now);
        var result = Result(exchange.State.App, transaction);
        wallet.Remember(key, exchange.Now, result);
        return Answers.Json(result);
    }

    /// <summary>A UUID of version 4 and of the variant of RFC 9562.</summary>
    private static string IdempotencyKey(Exchange exchange) =>
        exchange.Header(HeaderNames.IdempotencyKey) is { } key && VirtualCurrencyRules.IsIdempotencyKey(key)
            ? key
            : throw Refused(AdaptyErrorCodes.IdempotencyKeyInvalid, HeaderNames.IdempotencyKey, $"{HeaderNames.IdempotencyKey} must be a UUID of version 4.");

    private static List<(string CurrencyCode, int Amount)> ReadItems(Fields body)
    {
        if (body.Objects("items") is not { Count: > 0 } items)
            throw Refused(AdaptyErrorCodes.EmptyItems, "items", "There are no items.");
        if (items.Count > ApiLimits.VirtualCurrencyItems)
            throw body.Wrong("items", $"Must have at most {ApiLimits.VirtualCurrencyItems} entries.");
        return [.. items.Select(item => (item.RequiredText("currency_code"), item.Integer("amount") ?? throw item.Wrong("amount", "This field is required.")))];
    }

    private static void Check(FakeApp app, Wallet wallet, List<(string CurrencyCode, int Amount)> items)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (code, amount) in items)
        {
            if (amount == 0)
                throw Refused(AdaptyErrorCodes.AmountZero, "amount", $"The amount of {code} is 0.");
            if (!codes.Add(code))
                throw Refused(AdaptyErrorCodes.DuplicateCurrency, "currency_code", $"{code} is there twice.");
            if (app.Currency(code) is null)
                throw Refused(AdaptyErrorCodes.UnknownCurrency, "currency_code", $"There is no currency {code}.");

            var balance = (long)wallet.Balance(code) + amount;
            if (balance < 0)
                throw Refused(AdaptyErrorCodes.InsufficientBalance, "currency_code", $"The balance of {code} is too small.");
            if (balance > int.MaxValue)
                throw Refused(AdaptyErrorCodes.BalanceOverflow, "currency_code", $"The balance of {code} would be too large.");
        }
    }

    private static byte[] Result(FakeApp app, VirtualCurrencyTransaction transaction) => ApiJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("transaction_id", transaction.TransactionId);
        writer.WriteArray("balances", transaction.Items, (writer, item) => BalanceBody.Write(writer, app.Currency(item.CurrencyCode!)!, item.BalanceAfter!.Value));
        writer.WriteEndObject();
    });

    private static RefusalException Refused(string code, string source, string message) => new(400, code, source, message);
}
