using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>What the commands print beside profiles and lists.</summary>
public sealed class OutputTests
{
    private const string Id = TestData.CustomerId;

    [Fact]
    public async Task A_grant_shows_what_the_user_may_use_now()
    {
        var run = await ToolRun.OfAsync(Wire.WithLevel(), ["access", "grant", "premium", "--customer-user-id", Id, "--for", "30d"]);

        Assert.Equal(
            """
            Profile id:       5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603
            Customer user id: none (anonymous)

            Access levels:
              LEVEL    STATE   UNTIL
              premium  active  for life

            """,
            run.AssertPrinted());
    }

    [Fact]
    public async Task A_paywall_shows_its_products_and_configs()
    {
        var run = await ToolRun.OfAsync(
            new Wire("""
                {"paywall_id":"p-1","title":"Main","state":"live","is_deleted":false,"created_at":"2031-03-09T12:00:00.1+0000","updated_at":"2031-03-10T12:00:00Z","web_purchase_url":null,
                "products":[{"product_id":"x-1","title":"Monthly","product_set":"monthly","offer":{"product_offer_id":"o-1","title":"Trial"}},{"product_id":"x-2","title":"Annual","product_set":"annual","offer":null}],
                "remote_configs":[{"locale":"en","data":"{\"headline\":\"Hello\"}"}]}
                """),
            ["paywall", "get", "p-1"]);

        Assert.Equal(
            """
            Paywall id:       p-1
            Title:            Main
            State:            live
            Created:          2031-03-09 12:00:00 UTC
            Updated:          2031-03-10 12:00:00 UTC
            Web purchase:     none

            Products:
              PRODUCT ID  SET      TITLE    OFFER
              x-1         monthly  Monthly  Trial
              x-2         annual   Annual

            Remote configs:
              LOCALE  DATA
              en      {"headline":"Hello"}

            """,
            run.AssertPrinted());
    }

    [Theory]
    [InlineData("""{"profile_id":"p-1","settings":{"consent":false,"custom_preference":"decline"}}""", "no", "decline")]
    [InlineData("""{"profile_id":"p-1","settings":{"consent":null}}""", "not set", "not set")]
    public async Task The_refund_saver_tells_no_from_not_set(string body, string consent, string preference)
    {
        var run = await ToolRun.OfAsync(new Wire(body), ["refund-saver", "get", "--customer-user-id", Id]);

        Assert.Equal($"Profile id:       p-1\nConsent:          {consent}\nPreference:       {preference}\n", run.AssertPrinted());
    }

    [Fact]
    public async Task Balances_are_a_table()
    {
        var run = await ToolRun.OfAsync(
            new Wire("""{"response_created_at":1,"data":[{"code":"coins","name":"Coins","balance":350,"held":0,"available":350},{"code":"gems","name":"Gems","balance":0,"held":10,"available":-10}]}"""),
            ["currency", "balances", "--customer-user-id", Id]);

        Assert.Equal(
            """
              CURRENCY  NAME   BALANCE  HELD  AVAILABLE
              coins     Coins  350      0     350
              gems      Gems   0        10    -10

            """,
            run.AssertPrinted());
    }

    [Fact]
    public async Task A_currency_transaction_shows_its_id_and_the_balances()
    {
        var run = await ToolRun.OfAsync(
            new Wire("""{"transaction_id":"t-1","balances":[{"code":"coins","name":"Coins","balance":1,"held":0,"available":1}]}"""),
            ["currency", "add", "--customer-user-id", Id, "--item", "coins=1"]);

        Assert.Equal("Transaction id:   t-1\n\n  CURRENCY  NAME   BALANCE  HELD  AVAILABLE\n  coins     Coins  1        0     1\n", run.AssertPrinted());
    }

    [Theory]
    [InlineData(503, "", 3, true)]
    [InlineData(200, "<html>", 4, true)]
    [InlineData(400, """{"errors":["Too little"],"error_code":"insufficient_balance"}""", 3, false)]
    [InlineData(429, "", 3, false)]
    public async Task A_currency_transaction_that_may_have_been_carried_out_names_the_key_to_repeat_it_with(int status, string body, int exitCode, bool names)
    {
        const string Key = "3f2b8c1e-7a4d-4e5f-9b6a-1c2d3e4f5a6b";
        using var wire = new Wire(StubHandler.Response(body, status, headers: ("Retry-After", "3600")));

        var run = await ToolRun.OfAsync(wire, ["currency", "add", "--customer-user-id", Id, "--item", "coins=1", "--idempotency-key", Key]);

        run.AssertFailed(exitCode, "Adapty");
        Assert.Equal(names, run.Error.Contains($"repeat it with --idempotency-key {Key} within the hour, and it counts once.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Identifiers_are_named_as_the_options_that_set_them()
    {
        var run = await ToolRun.OfAsync(new Wire("""{"amplitude_user_id":"a-1","one_signal_player_id":"o-1","branch_id":null}"""), ["identifiers", "get", "--customer-user-id", Id]);

        Assert.Equal("  IDENTIFIER            VALUE\n  amplitude-user-id     a-1\n  one-signal-player-id  o-1\n", run.AssertPrinted());
    }

    [Fact]
    public async Task Every_identifier_can_be_set_and_read()
    {
        var names = Adapty.Kiota.Cli.Commands.Integrations.Identifier.All.Select(identifier => identifier.Name).ToList();
        Assert.Equal(16, names.Count);
        using var set = new Wire("");
        (await ToolRun.OfAsync(set, ["identifiers", "set", "--customer-user-id", Id, .. names.SelectMany(name => new[] { $"--{name}", $"of-{name}" })])).AssertPrinted();
        var body = set.Only()[set.Only().IndexOf('{', StringComparison.Ordinal)..];

        var run = await ToolRun.OfAsync(new Wire(body), ["identifiers", "get", "--customer-user-id", Id]);

        Assert.All(names, name => Assert.Contains($"\"{name.Replace('-', '_')}\":\"of-{name}\"", body, StringComparison.Ordinal));
        Assert.All(names, name => Assert.Matches($"\n  {name} +of-{name}\n", run.Output));
    }

    [Fact]
    public async Task A_paywall_update_warns_that_all_configs_are_replaced_and_sends_a_file_as_it_is()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "en.json");
        await File.WriteAllTextAsync(path, "{\n  \"headline\": \"Zo\u00eb\"\n}\n", TestContext.Current.CancellationToken);
        using var wire = new Wire("""{"paywall_id":"p-1"}""");

        var run = await ToolRun.OfAsync(wire, ["paywall", "update", "p-1", "--config", $"en={path}"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Note: this replaces all remote configs of the paywall; locales that are not given are removed.\n", run.Error);
        using var sent = System.Text.Json.JsonDocument.Parse(wire.Only()[wire.Only().IndexOf('{', StringComparison.Ordinal)..]);
        Assert.Equal("{\n  \"headline\": \"Zo\u00eb\"\n}\n", sent.RootElement.GetProperty("remote_configs")[0].GetProperty("data").GetString());
    }

    [Theory]
    [InlineData("The profile is deleted.\n", 204, "", "profile", "delete", "--yes", "--customer-user-id", Id)]
    [InlineData("The identifiers are set.\n", 200, "", "identifiers", "set", "--branch-id", "b", "--customer-user-id", Id)]
    [InlineData("The purchases are imported. 'adapty profile get' shows them.\n", 200, """{"data":null}""", "purchase", "validate-stripe", "--token", "sub_1", "--customer-user-id", Id)]
    public async Task What_has_no_response_of_its_own_says_what_was_done(string text, int status, string body, params string[] arguments)
    {
        Assert.Equal(text, (await ToolRun.OfAsync(new Wire(body, status), arguments)).AssertPrinted());
    }
}
