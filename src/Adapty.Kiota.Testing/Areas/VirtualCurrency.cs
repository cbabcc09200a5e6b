using System.Text.Json;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.Server;
using Adapty.Kiota.Testing.State;
using static Adapty.Kiota.AdaptyErrorCodes;

namespace Adapty.Kiota.Testing.Areas;

/// <summary>Virtual currency, once the app has one. A transaction changes all of its balances, or none.</summary>
internal static class VirtualCurrency
{
    private const string Transactions = FakeOperation.Root + "vc/transactions/";
    private const string Metadata = "metadata";
    private const int DefaultPageSize = 50;

    public static readonly FakeOperation[] Operations =
    [
        new(HttpMethod.Get, Transactions, ErrorStyle.VirtualCurrency, ListTransactions),
        new(HttpMethod.Post, Transactions, ErrorStyle.VirtualCurrency, CreateTransaction),
        new(HttpMethod.Get, FakeOperation.Root + "vc/balances/", ErrorStyle.VirtualCurrency, GetBalances),
    ];

    /// <summary>All currencies of the app, those without a balance too.</summary>
    private static HttpResponseMessage GetBalances(FakeRequest request)
    {
        var wallet = Profile(request).Wallet;
        return Responses.Json(new VirtualCurrencyBalanceList
        {
            ResponseCreatedAt = request.Now.ToUnixTimeMilliseconds(),
            Data = [.. request.State.App.Currencies.Select(currency => Balance(currency, wallet.Balance(currency.Code)))],
        });
    }

    /// <summary>
    /// The newest first. With a currency, the transactions that change it, with all of their items. The cursor is the id of the
    /// last transaction of a page: a transaction that is added between two pages shifts nothing.
    /// </summary>
    private static HttpResponseMessage ListTransactions(FakeRequest request)
    {
        var newestFirst = Enumerable.Reverse(Profile(request).Wallet.Transactions);
        var limit = request.Number("limit", DefaultPageSize, ApiLimits.PageSize);
        if (request.Parameter("cursor") is { } cursor)
        {
            if (!newestFirst.Any(transaction => transaction.TransactionId == cursor))
                throw new FakeErrorException(InvalidCursor, "cursor", "The cursor is not valid.");
            newestFirst = newestFirst.SkipWhile(transaction => transaction.TransactionId != cursor).Skip(1);
        }

        if (request.Parameter("currency_code") is { } currencyCode)
            newestFirst = newestFirst.Where(transaction => transaction.Items!.Exists(item => item.CurrencyCode == currencyCode));
        // One more than the limit says that there is a next page.
        var found = newestFirst.Take(limit + 1).ToList();
        return Responses.Json(new VirtualCurrencyTransactionPage
        {
            Data = [.. found.Take(limit)],
            Pagination = new() { NextCursor = found.Count > limit ? found[limit - 1].TransactionId : null },
        });
    }

    /// <summary>An idempotency key that is repeated within an hour gets the first response again, whatever the body says.</summary>
    private static HttpResponseMessage CreateTransaction(FakeRequest request)
    {
        var wallet = Profile(request).Wallet;
        if (request.Header(HeaderNames.IdempotencyKey) is not { } key || !VirtualCurrencyRules.IsIdempotencyKey(key))
            throw new FakeErrorException(IdempotencyKeyInvalid, HeaderNames.IdempotencyKey, "Must be a UUID of version 4.");
        if (wallet.Replay(key, request.Now) is { } first)
            return Responses.Json(first);

        var app = request.State.App;
        var body = request.Body();
        var items = ReadItems(body);
        var metadata = ReadMetadata(body);
        Check(app, wallet, items);
        var transaction = wallet.Apply(request.State.Ids.NextUuid(), TransactionTypes.ApiTransaction, items, metadata, request.Now);
        var result = new VirtualCurrencyTransactionResult
        {
            TransactionId = transaction.TransactionId,
            Balances = [.. transaction.Items!.Select(item => Balance(app.Currency(item.CurrencyCode!)!, item.BalanceAfter!.Value))],
        };
        wallet.Remember(key, request.Now, result);
        return Responses.Json(result);
    }

    /// <summary>The profile of the request, if the feature is on.</summary>
    private static FakeProfile Profile(FakeRequest request) => request.State.App.Currencies.Count > 0
        ? request.Profile()
        : throw new FakeErrorException(FeatureNotEnabled, source: null, "Virtual currency is not enabled for this app.", 403);

    /// <summary>Adapty holds nothing back for now.</summary>
    private static VirtualCurrencyBalance Balance(FakeCurrency currency, int balance) =>
        new() { Code = currency.Code, Name = currency.Name, Balance = balance, Held = 0, Available = balance };

    private static List<VirtualCurrencyAdjustment> ReadItems(Fields body)
    {
        if (body.Objects("items") is not { Count: > 0 } items)
            throw new FakeErrorException(EmptyItems, "items", "There are no items.");
        body.Check(items.Count <= ApiLimits.VirtualCurrencyItems, "items", $"Must have at most {ApiLimits.VirtualCurrencyItems} entries.");
        return items.ConvertAll(item =>
        {
            item.Require("currency_code", "amount");
            return item.Read<VirtualCurrencyAdjustment>();
        });
    }

    private static VirtualCurrencyMetadata? ReadMetadata(Fields body)
    {
        if (body.Object(Metadata) is not { } fields)
            return null;
        var metadata = new VirtualCurrencyMetadata();
        foreach (var property in fields.All)
        {
            body.Check(
                VirtualCurrencyRules.IsMetadataKey(property.Name),
                Metadata,
                $"A key must have 1 to {ApiLimits.MetadataKeyLength} characters: a to z, 0 to 9, '_'.");
            var value = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
            fields.Check(
                value is { Length: <= ApiLimits.MetadataValueLength },
                property.Name,
                $"Must be a string of at most {ApiLimits.MetadataValueLength} characters.");
            metadata[property.Name] = value;
        }

        var count = metadata.AdditionalData.Count;
        body.Check(count <= ApiLimits.MetadataEntries, Metadata, $"Must have at most {ApiLimits.MetadataEntries} keys.");
        return metadata;
    }

    private static void Check(FakeApp app, Wallet wallet, List<VirtualCurrencyAdjustment> items)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var (code, amount) = (item.CurrencyCode!, item.Amount!.Value);
            if (amount == 0)
                throw new FakeErrorException(AmountZero, "amount", $"The amount of {code} is 0.");
            if (!codes.Add(code))
                throw new FakeErrorException(DuplicateCurrency, "currency_code", $"{code} is in the list twice.");
            if (app.Currency(code) is null)
                throw new FakeErrorException(UnknownCurrency, "currency_code", $"There is no currency {code}.");

            var balance = (long)wallet.Balance(code) + amount;
            if (balance < 0)
                throw new FakeErrorException(InsufficientBalance, "currency_code", $"The balance of {code} is too small.");
            if (balance > int.MaxValue)
                throw new FakeErrorException(BalanceOverflow, "currency_code", $"The balance of {code} would be too large.");
        }
    }
}
