using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>Lists that come page by page.</summary>
public sealed class ListTests
{
    private static readonly string[] History = ["currency", "history", "--customer-user-id", TestData.CustomerId];

    [Fact]
    public async Task Paywalls_are_printed_page_by_page()
    {
        var run = await ToolRun.OfAsync(
            Pages(PaywallPage(1, 2, """{"paywall_id":"0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0","title":"Main\u001b[2J","state":"live","updated_at":"2031-03-10T12:00:00.123Z","products":[{},{}]}"""), PaywallPage(2, 2, """{"paywall_id":"p-2","title":"Old","state":"live","is_deleted":true}""")),
            ["paywall", "list"]);

        Assert.Equal(
            """
            PAYWALL ID                            STATE     UPDATED                  PRODUCTS  TITLE
            0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0  live      2031-03-10 12:00:00 UTC  2         Main?[2J
            p-2                                   deleted                            0         Old

            """,
            run.AssertPrinted());
    }

    [Fact]
    public async Task Transactions_are_printed_with_what_they_changed()
    {
        var run = await ToolRun.OfAsync(
            new Wire(TransactionPage(null, """{"transaction_id":"t-1","created_at":"2031-03-10T12:00:00Z","transaction_type":"api_transaction","items":[{"currency_code":"coins","amount":100,"balance_after":350},{"currency_code":"gems","amount":-5,"balance_after":0}],"metadata":{"reason":"welcome"}}""")),
            History);

        Assert.Equal(
            """
            CREATED                  CHANGES (BALANCE AFTER)       TYPE                   TRANSACTION ID                        METADATA
            2031-03-10 12:00:00 UTC  coins +100 (350), gems -5 (0)  api_transaction        t-1                                   reason=welcome

            """,
            run.AssertPrinted());
    }

    [Fact]
    public async Task Rows_are_out_before_the_next_page_is_asked_for()
    {
        using var bytes = new MemoryStream();
        await using var output = new StreamWriter(bytes);
        await using var error = new StringWriter();
        var seen = new List<long>();
        var host = new Adapty.Kiota.Cli.ToolHost
        {
            Output = output,
            OutputBytes = bytes,
            Error = error,
            Environment = ToolRun.With().GetValueOrDefault,
            Network = new Wire(StubHandler.Response(TransactionPage("c-1", Transaction("t-1"))), StubHandler.Response(TransactionPage(null, Transaction("t-2")))) { OnRequest = () => seen.Add(bytes.Length) },
        };

        await Adapty.Kiota.Cli.AdaptyTool.RunAsync(History, host, TestContext.Current.CancellationToken);

        Assert.Equal(0, seen[0]);
        Assert.InRange(seen[1], 1, bytes.Length - 1);
    }

    [Theory]
    [InlineData("There are no paywalls.\n", """{"data":[],"meta":{"pagination":{"count":0,"page":1,"pages":0}}}""", "paywall", "list")]
    [InlineData("There are no transactions.\n", """{"data":[],"pagination":{"next_cursor":null}}""", "currency", "history", "--customer-user-id", TestData.CustomerId)]
    [InlineData("There are no balances.\n", """{"response_created_at":1,"data":[]}""", "currency", "balances", "--customer-user-id", TestData.CustomerId)]
    [InlineData("There are no identifiers.\n", """{"branch_id":null}""", "identifiers", "get", "--customer-user-id", TestData.CustomerId)]
    public async Task An_empty_list_says_so(string text, string body, params string[] arguments)
    {
        Assert.Equal(text, (await ToolRun.OfAsync(new Wire(body), arguments)).AssertPrinted());
        Assert.Equal(body, (await ToolRun.OfAsync(new Wire(body), [.. arguments, "--json"])).AssertPrinted());
    }

    [Fact]
    public async Task The_json_is_each_page_as_it_came_with_a_line_break_between()
    {
        string[] pages = [PaywallPage(1, 3, """{"paywall_id":"p-1"}""") + "\r\n", PaywallPage(2, 3, ""), PaywallPage(3, 3, """{"paywall_id":"p-3"},{"paywall_id":"p-4"}""")];

        var run = await ToolRun.OfAsync(Pages(pages), ["paywall", "list", "--json"]);
        run.AssertPrinted();
        Assert.Equal(string.Join('\n', pages), System.Text.Encoding.UTF8.GetString(run.Bytes));

        Assert.EndsWith("]}\n".Replace("]}", "}}}", StringComparison.Ordinal), (await ToolRun.OfAsync(Pages(pages), ToolRun.With(), ["paywall", "list", "--json"], terminal: true)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(9, 2)]
    public async Task A_limit_ends_the_list_without_another_request(int limit, int requests)
    {
        using var wire = Pages(TransactionPage("c-1", $"{Transaction("t-1")},{Transaction("t-2")}"), TransactionPage(null, $"{Transaction("t-3")},{Transaction("t-4")}"));

        var output = (await ToolRun.OfAsync(wire, [.. History, "--limit", $"{limit}"])).AssertPrinted();

        Assert.Equal(Math.Min(limit, 4) + 1, output.Count(character => character == '\n'));
        Assert.Equal(requests, wire.Sent.Count);
        Assert.Contains($"limit={limit}", wire.Sent[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    public async Task A_list_that_nobody_reads_any_more_ends_without_another_request(params string[] mode)
    {
        using var wire = Pages(TransactionPage("c-1", Transaction("t-1")), TransactionPage(null, Transaction("t-2")));

        (await ToolRun.OfAsync(wire, ToolRun.With(), [.. History, .. mode], readerHasGone: true)).AssertPrinted();

        wire.Only();
    }

    [Fact]
    public async Task The_second_page_is_asked_for_with_the_cursor()
    {
        using var wire = Pages(TransactionPage("c/1=", Transaction("t-1")), TransactionPage(null, Transaction("t-2")));

        (await ToolRun.OfAsync(wire, [.. History, "--limit", "250"])).AssertPrinted();

        Assert.Contains("limit=100", wire.Sent[1], StringComparison.Ordinal);
        Assert.Contains("cursor=c%2F1%3D", wire.Sent[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--limit")]
    [InlineData("--json")]
    public async Task What_arrived_before_a_failure_stays_printed(string mode)
    {
        using var wire = Pages(TransactionPage("c-1", Transaction("t-1")), """{"data":"no"}""");

        var run = await ToolRun.OfAsync(wire, mode == "--json" ? [.. History, mode] : [.. History, mode, "5"]);

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("t-1", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"no\"", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("adapty: Adapty's response to listVirtualCurrencyTransactions cannot be read", run.Error, StringComparison.Ordinal);
    }

    private static Wire Pages(params string[] bodies) => new([.. bodies.Select(body => StubHandler.Response(body))]);

    private static string PaywallPage(int page, int pages, string paywalls) =>
        $$$$"""{"data":[{{{{paywalls}}}}],"meta":{"pagination":{"count":2,"page":{{{{page}}}},"pages":{{{{pages}}}} }}}""";

    private static string TransactionPage(string? cursor, string transactions) =>
        """{"data":[ITEMS],"pagination":{"next_cursor":CURSOR}}"""
            .Replace("ITEMS", transactions, StringComparison.Ordinal)
            .Replace("CURSOR", cursor is null ? "null" : $"\"{cursor}\"", StringComparison.Ordinal);

    private static string Transaction(string id) => $$"""{"transaction_id":"{{id}}","created_at":"2031-03-10T12:00:00Z","transaction_type":"api_transaction","items":[]}""";
}
