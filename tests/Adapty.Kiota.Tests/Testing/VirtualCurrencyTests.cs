using System.Text.Json.Nodes;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Tests.Testing;

public sealed class VirtualCurrencyTests : FakeScenario
{
    private const string Path = "vc/transactions/";
    private const string Key = "7f3f6a5e-2d0c-4b7a-9c11-0a4f5d6e7b81";

    public VirtualCurrencyTests() => Fake.AddCurrency("coins", "Coins").AddCurrency("gems");

    [Fact]
    public async Task Credits_and_debits_change_the_balances()
    {
        var credited = await Adapty.VirtualCurrency.CreateTransactionAsync(User.Key, Items(("coins", 100), ("gems", 5)), Token);
        var debited = await Adapty.VirtualCurrency.CreateTransactionAsync(User.Key, Items(("coins", -30)), Token);

        Assert.Equal(["coins 100 0 100", "gems 5 0 5"], credited.Balances!.Select(Text));
        Assert.Equal(["coins 70 0 70"], debited.Balances!.Select(Text));
        Assert.NotEqual(credited.TransactionId, debited.TransactionId);
        var balances = await Adapty.VirtualCurrency.GetBalancesAsync(User.Key, Token);
        Assert.Equal(["coins 70 0 70", "gems 5 0 5"], balances.Data!.Select(Text));
        Assert.Equal(["Coins", "gems"], balances.Data!.Select(balance => balance.Name));
        Assert.Equal(Now.ToUnixTimeMilliseconds(), balances.ResponseCreatedAt);
    }

    [Fact]
    public async Task A_new_user_has_nothing_of_every_currency()
    {
        var balances = await Adapty.VirtualCurrency.GetBalancesAsync(User.Key, Token);

        Assert.Equal(["coins 0 0 0", "gems 0 0 0"], balances.Data!.Select(Text));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_test_can_say_a_balance()
    {
        User.WithBalance("coins", 100).WithBalance("coins", 40).WithBalance("coins", 40);

        Assert.Equal("coins 40 0 40", Text((await Adapty.VirtualCurrency.GetBalancesAsync(User.Key, Token)).Data![0]));
        Assert.Equal([-60, 100], (await ListAsync()).Select(transaction => transaction.Items![0].Amount!.Value));
        Assert.All(await ListAsync(), transaction => Assert.Equal(TransactionTypes.DashboardTransaction, transaction.TransactionType));
        Assert.Throws<ArgumentException>(() => User.WithBalance("pearls", 1));
        Assert.Throws<ArgumentNullException>(() => User.WithBalance(null!, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => User.WithBalance("coins", -1));
    }

    [Fact]
    public async Task The_history_has_what_was_done()
    {
        var request = Items(("coins", 100), ("gems", 5));
        request.Metadata = new() { ["order_id"] = "42" };
        var result = await Adapty.VirtualCurrency.CreateTransactionAsync(User.Key, request, Token);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Adapty.VirtualCurrency.CreateTransactionAsync(User.Key, Items(("coins", -1)), Token);

        var history = await ListAsync();

        Assert.Equal([Now.AddMinutes(1), Now], history.Select(transaction => transaction.CreatedAt!.Value));
        var first = history[1];
        Assert.Equal(result.TransactionId, first.TransactionId);
        Assert.Equal(TransactionTypes.ApiTransaction, first.TransactionType);
        Assert.Equal("42", first.Metadata!["order_id"]);
        Assert.Equal(["coins 100 100", "gems 5 5"], first.Items!.Select(item => $"{item.CurrencyCode} {item.Amount} {item.BalanceAfter}"));
        Assert.Null(history[0].Metadata);
    }

    [Fact]
    public async Task The_history_comes_page_by_page_the_newest_first()
    {
        for (var number = 1; number <= 7; number++)
            await Adapty.VirtualCurrency.CreateTransactionAsync(User.Key, Items((number % 2 == 0 ? "gems" : "coins", number)), Token);
        var before = Fake.Requests.Count;

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], await AmountsAsync(null, 3));
        Assert.Equal(3, Fake.Requests.Count - before);
        Assert.Equal([7, 5, 3, 1], await AmountsAsync("coins", 2));
        // Two pages, not an empty third one.
        Assert.Equal(5, Fake.Requests.Count - before);
        Assert.Empty(await AmountsAsync("pearls", 2));
    }

    [Fact]
    public async Task What_comes_in_between_two_pages_shifts_nothing()
    {
        for (var number = 1; number <= 4; number++)
            await Adapty.VirtualCurrency.CreateTransactionAsync(User.Key, Items(("coins", number)), Token);
        List<int> seen = [];

        await foreach (var transaction in Adapty.VirtualCurrency.ListTransactionsAsync(User.Key, null, 2, Token))
        {
            if (seen.Count == 1)
                await Adapty.VirtualCurrency.CreateTransactionAsync(User.Key, Items(("coins", 99)), Token);
            seen.Add(transaction.Items![0].Amount!.Value);
        }

        Assert.Equal([4, 3, 2, 1], seen);
    }

    [Fact]
    public async Task Fifty_come_without_a_limit()
    {
        for (var number = 0; number < 51; number++)
            await Adapty.VirtualCurrency.CreateTransactionAsync(User.Key, Items(("coins", 1)), Token);

        var page = JsonNode.Parse((await Fake.SendAsync(HttpMethod.Get, Path)).Body)!;

        Assert.Equal(50, page["data"]!.AsArray().Count);
        var next = JsonNode.Parse((await Fake.SendAsync(HttpMethod.Get, Path + "?cursor=" + Uri.EscapeDataString((string)page["pagination"]!["next_cursor"]!))).Body)!;
        Assert.Single(next["data"]!.AsArray());
        Assert.True(next["pagination"]!.AsObject().ContainsKey("next_cursor"));
        Assert.Null(next["pagination"]!["next_cursor"]);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("MTIz")]
    [InlineData("MDpub2JvZHk=")]
    [InlineData("%FF%FE")]
    public async Task An_invented_cursor_is_refused(string cursor)
    {
        await Adapty.VirtualCurrency.CreateTransactionAsync(User.Key, Items(("coins", 1)), Token);

        var (status, body) = await Fake.SendAsync(HttpMethod.Get, $"{Path}?cursor={cursor}");

        Assert.Equal((400, "invalid_cursor"), (status, FirstError(body).Code));
    }

    [Fact]
    public async Task A_cursor_of_another_user_is_refused()
    {
        User.WithBalance("coins", 1).WithBalance("coins", 2);
        Fake.AddProfile("user-43").WithBalance("coins", 1).WithBalance("coins", 2);

        var cursor = (string)JsonNode.Parse((await Fake.SendAsync(HttpMethod.Get, Path + "?limit=1")).Body)!["pagination"]!["next_cursor"]!;

        Assert.Equal(200, (await Fake.SendAsync(HttpMethod.Get, $"{Path}?cursor={Uri.EscapeDataString(cursor)}")).Status);
        Assert.Equal(400, (await Fake.SendAsync(HttpMethod.Get, $"{Path}?cursor={Uri.EscapeDataString(cursor)}", customerUserId: "user-43")).Status);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("")]
    public async Task A_limit_out_of_range_is_refused(string limit)
    {
        var (status, body) = await Fake.SendAsync(HttpMethod.Get, $"{Path}?limit={limit}");

        Assert.Equal(400, status);
        Assert.Equal(("limit", "validation_error"), FirstError(body));
    }

    [Fact]
    public async Task The_same_key_is_answered_as_the_first_time_for_an_hour()
    {
        var first = await SendAsync("""{"items":[{"currency_code":"coins","amount":10}]}""");
        Clock.Advance(TimeSpan.FromMinutes(59));

        var again = await SendAsync("""{"items":[{"currency_code":"coins","amount":10}]}""", Key.ToUpperInvariant());
        var another = await SendAsync("""{"items":[{"currency_code":"gems","amount":1}]}""");

        Assert.Equal(200, first.Status);
        Assert.Equal(first, again);
        Assert.Equal(first, another);
        Assert.Single(await ListAsync());
        Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await SendAsync("""{"items":[{"currency_code":"coins","amount":10}]}""");
        Assert.NotEqual(first, later);
        Assert.Contains("\"balance\":20", later.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_belongs_to_one_user_and_a_refusal_does_not_use_it_up()
    {
        Fake.AddProfile("user-43");
        Assert.Equal(400, (await SendAsync("""{"items":[{"currency_code":"coins","amount":-1}]}""")).Status);

        var mine = await SendAsync("""{"items":[{"currency_code":"coins","amount":1}]}""");
        var theirs = await SendAsync("""{"items":[{"currency_code":"coins","amount":7}]}""", customerUserId: "user-43");

        Assert.Contains("\"balance\":1,", mine.Body, StringComparison.Ordinal);
        Assert.Contains("\"balance\":7,", theirs.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_after_a_failure_counts_once()
    {
        using var fake = new FakeAdapty();
        fake.AddCurrency("coins");
        fake.FailNext(503, headers: [new("Retry-After", "0")]);
        using var adapty = fake.CreateClient();

        await adapty.VirtualCurrency.CreateTransactionAsync(fake.AddProfile("user-42").Key, Items(("coins", 1)), Token);

        Assert.Equal(fake.Requests[0].Headers["Idempotency-Key"], fake.Requests[1].Headers["Idempotency-Key"]);
        Assert.Equal(1, (await adapty.VirtualCurrency.GetBalancesAsync(ProfileKey.ForCustomer("user-42"), Token)).Data![0].Balance);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("x")]
    [InlineData("7f3f6a5e2d0c4b7a9c110a4f5d6e7b81")]
    [InlineData("7f3f6a5e-2d0c-1b7a-9c11-0a4f5d6e7b81")]
    [InlineData("7f3f6a5e-2d0c-4b7a-cc11-0a4f5d6e7b81")]
    public async Task A_key_must_be_a_uuid_of_version_4(string? key)
    {
        var (status, body) = await SendAsync("""{"items":[{"currency_code":"coins","amount":1}]}""", key);

        Assert.Equal((400, "idempotency_key_invalid"), (status, FirstError(body).Code));
    }

    [Theory]
    [InlineData("insufficient_balance", "currency_code", """{"items":[{"currency_code":"gems","amount":5},{"currency_code":"coins","amount":-11}]}""")]
    [InlineData("unknown_currency", "currency_code", """{"items":[{"currency_code":"gems","amount":5},{"currency_code":"Coins","amount":1}]}""")]
    [InlineData("duplicate_currency", "currency_code", """{"items":[{"currency_code":"gems","amount":5},{"currency_code":"gems","amount":1}]}""")]
    [InlineData("amount_zero", "amount", """{"items":[{"currency_code":"gems","amount":5},{"currency_code":"coins","amount":0}]}""")]
    [InlineData("balance_overflow", "currency_code", """{"items":[{"currency_code":"gems","amount":5},{"currency_code":"coins","amount":2147483647}]}""")]
    [InlineData("empty_items", "items", """{"items":[]}""")]
    [InlineData("empty_items", "items", """{"items":null}""")]
    [InlineData("empty_items", "items", "{}")]
    public async Task A_refused_transaction_changes_nothing_at_all(string code, string source, string sent)
    {
        User.WithBalance("coins", 10);

        var (status, body) = await SendAsync(sent);

        Assert.Equal(400, status);
        Assert.Equal((source, code), FirstError(body));
        Assert.Equal(["coins 10 0 10", "gems 0 0 0"], (await Adapty.VirtualCurrency.GetBalancesAsync(User.Key, Token)).Data!.Select(Text));
        Assert.Single(await ListAsync());
    }

    [Theory]
    [InlineData("""{"items":{}}""")]
    [InlineData("""{"items":[1]}""")]
    [InlineData("""{"items":[{"amount":1}]}""")]
    [InlineData("""{"items":[{"currency_code":"coins"}]}""")]
    [InlineData("""{"items":[{"currency_code":"coins","amount":1.5}]}""")]
    [InlineData("""{"items":[{"currency_code":"coins","amount":"1"}]}""")]
    [InlineData("""{"items":[{"currency_code":"coins","amount":3000000000}]}""")]
    [InlineData("""{"items":[{"currency_code":"coins","amount":1}],"metadata":[]}""")]
    [InlineData("""{"items":[{"currency_code":"coins","amount":1}],"metadata":{"a":1}}""")]
    [InlineData("""{"items":[{"currency_code":"coins","amount":1}],"metadata":{"A":"x"}}""")]
    [InlineData("""{"items":[{"currency_code":"coins","amount":1}],"metadata":{"":"x"}}""")]
    [InlineData("""{"items":[{"currency_code":"coins","amount":1}],"metadata":{"abcdefghijklmnopqrstuvwxyz12345":"x"}}""")]
    [InlineData("""{"items":[{"currency_code":"coins","amount":1}],"metadata":{"a":"","b":"","c":"","d":"","e":"","f":""}}""")]
    public async Task What_breaks_the_schema_is_422_without_a_code(string sent)
    {
        var (status, body) = await SendAsync(sent);

        Assert.Equal(422, status);
        Assert.Null(FirstError(body).Code);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Too_much_is_422()
    {
        var items = string.Join(',', Enumerable.Range(0, 21).Select(number => $$"""{"currency_code":"c{{number}}","amount":1}"""));

        Assert.Equal(422, (await SendAsync($$"""{"items":[{{items}}]}""")).Status);
        Assert.Equal(422, (await SendAsync($$$"""{"items":[{"currency_code":"coins","amount":1}],"metadata":{"a":"{{{new string('x', 201)}}}"}}""")).Status);
        Assert.Equal(200, (await SendAsync($$$"""{"items":[{"currency_code":"coins","amount":1}],"metadata":{"a":"{{{new string('x', 200)}}}"}}""")).Status);
    }

    [Fact]
    public async Task What_is_not_json_is_a_parse_error() => Assert.Equal((null, "parse_error"), FirstError((await SendAsync("{")).Body));

    [Fact]
    public async Task The_client_meets_the_codes()
    {
        await RefusedAsync<AdaptyValidationException>(
            400, AdaptyErrorCodes.InsufficientBalance, () => Adapty.VirtualCurrency.CreateTransactionAsync(User.Key, Items(("coins", -1)), Token));
        await RefusedAsync<AdaptyValidationException>(
            400, AdaptyErrorCodes.UnknownCurrency, () => Adapty.VirtualCurrency.CreateTransactionAsync(User.Key, Items(("pearls", 1)), Token));
        await RefusedAsync<AdaptyProfileNotFoundException>(
            404, AdaptyErrorCodes.ProfileDoesNotExist, () => Adapty.VirtualCurrency.CreateTransactionAsync(Nobody, Items(("coins", 1)), Token));
        await RefusedAsync<AdaptyProfileNotFoundException>(404, AdaptyErrorCodes.ProfileDoesNotExist, () => Adapty.VirtualCurrency.GetBalancesAsync(Nobody, Token));
        Fake.FailNextWithCode(409, AdaptyErrorCodes.DuplicateSourceTransaction);
        await RefusedAsync<AdaptyConflictException>(
            409, AdaptyErrorCodes.DuplicateSourceTransaction, () => Adapty.VirtualCurrency.CreateTransactionAsync(User.Key, Items(("coins", 1)), Token));
    }

    [Fact]
    public async Task Without_a_currency_the_feature_is_off()
    {
        using var fake = new FakeAdapty(Clock);
        var user = fake.AddProfile("user-42");
        using var adapty = fake.CreateClient(options => options.MaxRetries = 0);

        var exception = await RefusedAsync<AdaptyForbiddenException>(403, AdaptyErrorCodes.FeatureNotEnabled, () => adapty.VirtualCurrency.GetBalancesAsync(user.Key, Token));
        await RefusedAsync<AdaptyForbiddenException>(
            403, AdaptyErrorCodes.FeatureNotEnabled, () => adapty.VirtualCurrency.CreateTransactionAsync(user.Key, Items(("coins", 1)), Token));
        await RefusedAsync<AdaptyForbiddenException>(
            403, AdaptyErrorCodes.FeatureNotEnabled, async () => await adapty.VirtualCurrency.ListTransactionsAsync(user.Key, Token).GetAsyncEnumerator(Token).MoveNextAsync());

        Assert.Null(exception.Errors[0].Source);
    }

    [Fact]
    public async Task Transactions_from_many_threads_lose_nothing()
    {
        using var fake = new FakeAdapty();
        fake.AddCurrency("coins");
        var user = fake.AddProfile("user-42");
        using var adapty = fake.CreateClient();

        await Parallel.ForAsync(0, 200, Token, async (_, token) => await adapty.VirtualCurrency.CreateTransactionAsync(user.Key, Items(("coins", 1)), token));

        Assert.Equal(200, (await adapty.VirtualCurrency.GetBalancesAsync(user.Key, Token)).Data![0].Balance);
    }

    [Fact]
    public void Wrong_currencies_are_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => Fake.AddCurrency(""));
        Assert.Throws<ArgumentException>(() => Fake.AddCurrency("gold coins"));
        Assert.Equal("code", Assert.Throws<ArgumentException>(() => Fake.AddCurrency("coins")).ParamName);
    }

    private static string Text(VirtualCurrencyBalance balance) => $"{balance.Code} {balance.Balance} {balance.Held} {balance.Available}";

    private static VirtualCurrencyTransactionRequest Items(params (string Code, int Amount)[] items) =>
        new() { Items = [.. items.Select(item => new VirtualCurrencyAdjustment { CurrencyCode = item.Code, Amount = item.Amount })] };

    private Task<(int Status, string Body)> SendAsync(string body, string? key = Key, string customerUserId = "user-42") =>
        Fake.SendAsync(HttpMethod.Post, Path, body, customerUserId, headers: key is null ? [] : [("Idempotency-Key", key)]);

    private async Task<List<VirtualCurrencyTransaction>> ListAsync() => await Adapty.VirtualCurrency.ListTransactionsAsync(User.Key, Token).ToListAsync(Token);

    private async Task<List<int>> AmountsAsync(string? currencyCode, int pageSize) =>
        await Adapty.VirtualCurrency.ListTransactionsAsync(User.Key, currencyCode, pageSize, Token).Select(transaction => transaction.Items![0].Amount!.Value).ToListAsync(Token);
}
