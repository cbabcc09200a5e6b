using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Contract;

/// <summary>Lists that come page by page: no page before it is needed, none twice, none too few, and an end.</summary>
public sealed class PagingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Paywalls_come_page_by_page_as_they_are_asked_for()
    {
        var handler = Paywalls([["a", "b"], ["c"], ["d"]]);
        using var client = handler.Client();
        var seen = new List<(string?, int)>();

        Assert.Empty(handler.Requests);
        await foreach (var paywall in client.Paywalls.ListAsync(2, Token))
            seen.Add((paywall.PaywallId, handler.Requests.Count));

        Assert.Equal([("a", 1), ("b", 1), ("c", 2), ("d", 3)], seen);
        Assert.Equal(
            ["?page%5Bnumber%5D=1&page%5Bsize%5D=2", "?page%5Bnumber%5D=2&page%5Bsize%5D=2", "?page%5Bnumber%5D=3&page%5Bsize%5D=2"],
            handler.Requests.Select(request => request.RequestUri!.Query));
    }

    [Fact]
    public async Task Transactions_come_page_by_page_as_they_are_asked_for()
    {
        var handler = Transactions(("a,b", "c=1&d/é"), ("c", "x"), ("", "y"), ("d", null));
        using var client = handler.Client();
        var seen = new List<(string?, int)>();

        await foreach (var transaction in client.VirtualCurrency.ListTransactionsAsync(TestData.Customer, "CO&IN", 2, Token))
            seen.Add((transaction.TransactionId, handler.Requests.Count));

        Assert.Equal([("a", 1), ("b", 1), ("c", 2), ("d", 4)], seen);
        Assert.Equal(
            [
                "?currency_code=CO%26IN&limit=2",
                "?currency_code=CO%26IN&cursor=c%3D1%26d%2F%C3%A9&limit=2",
                "?currency_code=CO%26IN&cursor=x&limit=2",
                "?currency_code=CO%26IN&cursor=y&limit=2",
            ],
            handler.Requests.Select(request => request.RequestUri!.Query));
        Assert.All(handler.Requests, request => Assert.Equal([TestData.CustomerId], request.Headers.GetValues("adapty-customer-user-id")));
    }

    [Fact]
    public async Task The_first_item_costs_one_request()
    {
        var paywalls = Paywalls([["a", "b"], ["c"]]);
        var transactions = Transactions(("a,b", "next"), ("c", null));
        using var one = paywalls.Client();
        using var two = transactions.Client();

        Assert.Equal("a", (await one.Paywalls.ListAsync(Token).FirstAsync(Token)).PaywallId);
        Assert.Equal("a", (await two.VirtualCurrency.ListTransactionsAsync(TestData.Customer, Token).FirstAsync(Token)).TransactionId);

        Assert.Single(paywalls.Requests);
        Assert.Single(transactions.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task An_empty_list_costs_one_request(int pages)
    {
        var paywalls = StubHandler.Returning($$$"""{"data":[],"meta":{"pagination":{"count":0,"page":1,"pages":{{{pages}}} } } }""");
        var transactions = Transactions(("", null));
        using var one = paywalls.Client();
        using var two = transactions.Client();

        Assert.Empty(await one.Paywalls.ListAsync(Token).ToListAsync(Token));
        Assert.Empty(await two.VirtualCurrency.ListTransactionsAsync(TestData.Customer, Token).ToListAsync(Token));

        Assert.Single(paywalls.Requests);
        Assert.Single(transactions.Requests);
    }

    /// <summary>The number of pages may change on the way: the last answer counts.</summary>
    [Fact]
    public async Task The_last_page_is_the_one_that_says_so()
    {
        var handler = new StubHandler(request => StubHandler.Response(NumberOf(request) switch
        {
            1 => PaywallPage(1, 5, "a"),
            2 => PaywallPage(2, 2, "b"),
            var other => throw new InvalidOperationException($"page {other}"),
        }));
        using var client = handler.Client();

        Assert.Equal(2, (await client.Paywalls.ListAsync(Token).ToListAsync(Token)).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(0)]
    public async Task Another_page_than_was_asked_for_is_no_answer(int page)
    {
        var handler = new StubHandler(request => StubHandler.Response(NumberOf(request) == 1 ? PaywallPage(1, 9, "a") : PaywallPage(page, 9, "b")));
        using var client = handler.Client();
        var seen = new List<string?>();

        var exception = await Assert.ThrowsAsync<AdaptyResponseException>(async () =>
        {
            await foreach (var paywall in client.Paywalls.ListAsync(Token))
                seen.Add(paywall.PaywallId);
        });

        Assert.Equal(["a"], seen);
        Assert.Equal(2, handler.Requests.Count);
        Assert.Contains("page 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_that_comes_back_fails_rather_than_loops()
    {
        var handler = Transactions(("a", "x"), ("b", "y"), ("c", "x"), ("never", null));
        using var client = handler.Client();
        var seen = new List<string?>();

        var exception = await Assert.ThrowsAsync<AdaptyResponseException>(async () =>
        {
            await foreach (var transaction in client.VirtualCurrency.ListTransactionsAsync(TestData.Customer, Token))
                seen.Add(transaction.TransactionId);
        });

        Assert.Equal(["a", "b", "c"], seen);
        Assert.Equal(3, handler.Requests.Count);
        Assert.Contains("cursor", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_stops_between_two_items()
    {
        using var source = new CancellationTokenSource();
        var paywalls = Paywalls([["a", "b"], ["c"]]);
        var transactions = Transactions(("a,b", "next"), ("c", null));
        using var one = paywalls.Client();
        using var two = transactions.Client();
        await using var list = one.Paywalls.ListAsync(source.Token).GetAsyncEnumerator(Token);
        await using var history = two.VirtualCurrency.ListTransactionsAsync(TestData.Customer, source.Token).GetAsyncEnumerator(Token);
        Assert.True(await list.MoveNextAsync());
        Assert.True(await history.MoveNextAsync());

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await list.MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await history.MoveNextAsync());
        Assert.Single(paywalls.Requests);
        Assert.Single(transactions.Requests);
    }

    [Fact]
    public async Task A_cancellation_stops_between_two_pages()
    {
        using var source = new CancellationTokenSource();
        var paywalls = Paywalls([["a"], ["b"]]);
        var transactions = Transactions(("a", "next"), ("b", null));
        using var one = paywalls.Client();
        using var two = transactions.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            // Given to the enumeration instead of to the call: both count.
            await foreach (var _ in one.Paywalls.ListAsync(CancellationToken.None).WithCancellation(source.Token))
                await source.CancelAsync();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in two.VirtualCurrency.ListTransactionsAsync(TestData.Customer, CancellationToken.None).WithCancellation(source.Token))
                throw new InvalidOperationException("the token was cancelled before");
        });

        Assert.Single(paywalls.Requests);
        Assert.Empty(transactions.Requests);
    }

    [Fact]
    public async Task A_list_can_be_gone_through_twice_and_begins_anew()
    {
        var paywalls = Paywalls([["a"], ["b"]]);
        var handler = new StubHandler(request => StubHandler.Response(request.RequestUri!.Query.Contains("cursor=", StringComparison.Ordinal) ? TransactionPage("b", null) : TransactionPage("a", "x")));
        using var one = paywalls.Client();
        using var two = handler.Client();
        var list = one.Paywalls.ListAsync(Token);
        var history = two.VirtualCurrency.ListTransactionsAsync(TestData.Customer, Token);

        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(["a", "b"], (await list.ToListAsync(Token)).Select(paywall => paywall.PaywallId));
            Assert.Equal(["a", "b"], (await history.ToListAsync(Token)).Select(transaction => transaction.TransactionId));
        }

        Assert.Equal(4, paywalls.Requests.Count);
        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task A_page_that_fails_is_tried_again_and_no_item_comes_twice()
    {
        var failed = false;
        var handler = new StubHandler(request =>
        {
            if (NumberOf(request) == 2 && !failed)
            {
                failed = true;
                return StubHandler.Response("", 503);
            }

            return StubHandler.Response(NumberOf(request) == 1 ? PaywallPage(1, 2, "a") : PaywallPage(2, 2, "b"));
        });
        using var client = handler.Client(options => (options.TimeProvider, options.MaxRetries) = (new WaitingClock(), 3));

        Assert.Equal(["a", "b"], (await client.Paywalls.ListAsync(Token).ToListAsync(Token)).Select(paywall => paywall.PaywallId));
        Assert.Equal([1, 2, 2], handler.Requests.Select(NumberOf));
    }

    [Fact]
    public async Task A_refusal_in_the_middle_comes_after_what_was_there()
    {
        var handler = new StubHandler(request => request.RequestUri!.Query.Contains("cursor=", StringComparison.Ordinal)
            ? StubHandler.Response("""{"errors":[{"source":"cursor","errors":["no"]}],"error_code":"invalid_cursor","status_code":400}""", 400)
            : StubHandler.Response(TransactionPage("a", "x")));
        using var client = handler.Client();
        var seen = new List<string?>();

        var exception = await Assert.ThrowsAsync<AdaptyValidationException>(async () =>
        {
            await foreach (var transaction in client.VirtualCurrency.ListTransactionsAsync(TestData.Customer, Token))
                seen.Add(transaction.TransactionId);
        });

        Assert.Equal(["a"], seen);
        Assert.Equal(AdaptyErrorCodes.InvalidCursor, exception.ErrorCode);
    }

    private static int NumberOf(HttpRequestMessage request) =>
        int.Parse(request.RequestUri!.Query.Split("page%5Bnumber%5D=")[1].Split('&')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static StubHandler Paywalls(string[][] pages) => new(request => StubHandler.Response(PaywallPage(NumberOf(request), pages.Length, pages[NumberOf(request) - 1])));

    private static string PaywallPage(int number, int pages, params string[] ids) =>
        $$$"""{"data":[{{{string.Join(',', ids.Select(id => $$"""{"paywall_id":"{{id}}"}"""))}}}],"meta":{"pagination":{"count":99,"page":{{{number}}},"pages":{{{pages}}} } } }""";

    private static StubHandler Transactions(params (string Ids, string? Cursor)[] pages)
    {
        var next = 0;
        return new StubHandler(_ => StubHandler.Response(TransactionPage(pages[next].Ids, pages[next++].Cursor)));
    }

    private static string TransactionPage(string ids, string? cursor)
    {
        var items = ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => $$"""{"transaction_id":"{{id}}"}""");
        return $$"""{"data":[{{string.Join(',', items)}}],"pagination":{"next_cursor":{{(cursor is null ? "null" : $"\"{cursor}\"")}} } }""";
    }
}
