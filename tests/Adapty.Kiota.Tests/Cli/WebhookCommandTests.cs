using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Adapty.Kiota.Tests.Support;
using Adapty.Kiota.Tests.Testing.Webhooks;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Tests.Cli;

/// <summary><c>adapty webhook</c>, with an app that receives by the SDK's own receiver.</summary>
public sealed class WebhookCommandTests
{
    private const string To = "http://localhost:5000/webhooks/adapty";
    private static readonly Dictionary<string, string> Secret = new() { ["WEBHOOK_SECRET"] = WebhookApp.Secret };

    public static TheoryData<string> Types => [.. WebhookEventTypes.All];

    public static TheoryData<string> Examples => [.. ExampleTests.Leaves(ExampleTests.Tool())
        .Where(command => command.Parents.Single().Name == "webhook").SelectMany(ExampleTests.ExamplesOf)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_type_is_sent_in_documented_shape_and_handled(string type)
    {
        using var app = new WebhookApp();

        var run = await TriggerAsync(app, type);

        var lines = run.AssertPrinted().Split('\n');
        Assert.Matches($"^Sent:        {type}, [0-9]+ bytes$", lines[0]);
        Assert.Matches(@"^Response:    200 in [0-9]+ ms: \{\}$", lines[1]);
        Assert.Equal("In Adapty:   delivered; not sent again", lines[2]);
        var handled = Assert.Single(app.Handler.Handled);
        Assert.Equal((type, "user-42"), (handled.EventType, handled.CustomerUserId));
        Assert.Empty(handled.AdditionalData);
        Assert.Empty(handled.Properties.AdditionalData);
        Assert.Contains($" {WebhookApp.Secret} application/json {{", Assert.Single(app.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_type_is_listed_with_its_meaning(string type) =>
        Assert.Matches($@"\n  {type} +\w", (await ToolRun.OfAsync(null, [], ["webhook", "list"])).AssertPrinted());

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Each_example_runs(string example)
    {
        using var app = new WebhookApp();
        // The examples without a secret are for apps that take events from anybody.
        var words = ExampleTests.Words(example);
        string[] arguments = words.Contains("--to") && !words.Contains("--secret-from") ? [.. words, "--secret-from", "WEBHOOK_SECRET"] : words;

        Assert.NotEmpty((await ToolRun.OfAsync(app, Secret, arguments)).AssertPrinted());
    }

    [Fact]
    public async Task Fields_are_set_by_their_paths_as_JSON_or_as_strings()
    {
        using var app = new WebhookApp();

        await TriggerAsync(
            app, "subscription_renewed", "--customer-user-id", "user-7", "--set", "event_properties.price_usd=4.99",
            "--set", "event_properties.is_refund=true", "--set", "event_properties.currency=null", "--set", "event_properties.paywall_name=Late spring",
            "--set", "user_attributes.level=3", "--set", "event_type=renewed");

        var handled = Assert.Single(app.Handler.Handled);
        var properties = handled.Properties;
        Assert.Equal(("renewed", "user-7", 3m), (handled.EventType, handled.CustomerUserId, handled.UserAttributes!["level"]!.Decimal));
        Assert.Equal((4.99m, true, "Late spring", null), (properties.PriceUsd, properties.IsRefund, properties.PaywallName, properties.Currency));
        Assert.Contains("+0000", app.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_is_the_same_event_and_another_run_is_another_one()
    {
        using var app = new WebhookApp();

        var run = await TriggerAsync(app, "trial_started", "--twice");
        Assert.Contains("\nSent again:  trial_started, ", run.AssertPrinted(), StringComparison.Ordinal);
        Assert.Single(app.Handler.Handled);
        Assert.Single(app.Requests.Distinct());
        await TriggerAsync(app, "trial_started");
        Assert.Equal(2, app.Handler.Handled.Count);
    }

    [Theory]
    [InlineData(302, 0, "delivered; not sent again")]
    [InlineData(400, 3, "counted as delivered and dropped: never sent again")]
    [InlineData(404, 3, "counted as delivered and dropped: never sent again")]
    [InlineData(405, 3, "retried in 1 min, then after 2 min, 4 min, … at most 9 times within 24 hours")]
    [InlineData(503, 3, "retried in 1 min, then after 2 min, 4 min, … at most 9 times within 24 hours")]
    public async Task It_says_what_Adapty_would_do(int status, int exitCode, string consequence)
    {
        using var app = new WebhookApp();
        app.Respond(status);

        var run = await TriggerAsync(app, "subscription_renewed");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains($"\nIn Adapty:   {consequence}\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(exitCode == 0 ? "" : $"adapty: The app did not take the event: status {status}.\n", run.Error);
    }

    [Theory]
    [InlineData("trigger", "subscription_renewed")]
    [InlineData("verify")]
    public async Task An_app_that_cannot_be_reached_is_told(params string[] command)
    {
        using var app = new WebhookApp { Instead = _ => throw new HttpRequestException("no connection") };

        var run = await ToolRun.OfAsync(app, Secret, ["webhook", .. command, "--to", To]);

        Assert.Equal(4, run.ExitCode);
        Assert.Equal("adapty: The app did not respond within 10 seconds, or could not be reached.\n", run.Error);
    }

    [Fact]
    public async Task An_app_has_ten_seconds()
    {
        var clock = new FakeTimeProvider();
        using var app = new WebhookApp
        {
            Instead = async stop =>
            {
                var late = Task.Delay(Timeout.Infinite, stop);
                clock.Advance(TimeSpan.FromSeconds(10));
                await late;
                throw new InvalidOperationException();
            },
        };

        var run = await ToolRun.OfAsync(app, Secret, ["webhook", "trigger", "trial_active", "--to", To, "--secret-from", "WEBHOOK_SECRET"], clock);

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("\nResponse:    none, after 10000 ms\nIn Adapty:   retried", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_is_safe_to_see_and_the_secret_is_taken_out_of_it()
    {
        var body = $"<h1>\u001b[31m{WebhookApp.Secret.ToUpperInvariant()}</h1>" + new string('x', 1000);
        using var app = new WebhookApp { Instead = _ => Task.FromResult(StubHandler.Response(body, 500)) };

        var run = await TriggerAsync(app, "trial_started");

        Assert.Contains(" ms: <h1>?[31m***</h1>xxx", run.Output, StringComparison.Ordinal);
        Assert.Contains("xxx…\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(WebhookApp.Secret, run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Both_forms_of_the_verification_are_sent_and_pass()
    {
        using var app = new WebhookApp();

        var run = await ToolRun.OfAsync(app, Secret, ["webhook", "verify", "--to", To, "--secret-from", "WEBHOOK_SECRET"]);

        Assert.Matches("^Today's form:  passed\nResponse: .*\nOlder form:    passed\nResponse: .*\n$", run.AssertPrinted());
        Assert.EndsWith(" {}", app.Requests[0], StringComparison.Ordinal);
        Assert.Equal("q7-\"x\"", (string?)JsonNode.Parse(app.Requests[1][app.Requests[1].IndexOf('{', StringComparison.Ordinal)..])!["adapty_check"]);
        Assert.Empty(app.Handler.Handled);
    }

    [Theory]
    [InlineData(200, "OK", false, false)]
    [InlineData(204, "", false, false)]
    [InlineData(202, "{}", true, false)]
    [InlineData(500, "{}", false, false)]
    [InlineData(200, "{\"adapty_check_response\":\"another\"}", true, false)]
    [InlineData(201, "{\"adapty_check_response\":\"q7-\\u0022x\\u0022\"}", true, true)]
    public async Task A_verification_needs_JSON_and_the_older_one_its_text(int status, string body, bool today, bool older)
    {
        using var app = new WebhookApp
        {
            Instead = _ => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) }),
        };

        var run = await ToolRun.OfAsync(app, [], ["webhook", "verify", "--to", To]);

        Assert.Equal(today && older ? 0 : 3, run.ExitCode);
        Assert.Contains($"Today's form:  {(today ? "passed" : "failed, must")}", run.Output, StringComparison.Ordinal);
        Assert.Contains($"Older form:    {(older ? "passed" : "failed, must")}", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--to must be an https address", "--to", "http://app.example/webhooks")]
    [InlineData("--to must be an https address", "--to", "http://localhost.app.example/webhooks")]
    [InlineData("--to must be an https address", "--to", "ftp://localhost/webhooks")]
    [InlineData("--to must be an https address", "--to", "https://user:canary@app.example/")]
    [InlineData("--to must be an https address", "--to", "/webhooks/adapty")]
    [InlineData("Option '--to' is required.")]
    [InlineData("The environment variable that --secret-from names is not set.", "--to", To, "--secret-from", "canary")]
    [InlineData("The environment variable that --secret-from names must hold", "--to", To, "--secret-from", "BAD")]
    [InlineData("--set must be a path and a value", "--to", To, "--set", "canary")]
    [InlineData("--set goes through a field that is no object.", "--to", To, "--set", "event_type.canary=1")]
    [InlineData("There is no option --secret.", "--to", To, "--secret", "canary")]
    public async Task What_is_wrong_is_told_without_repeating_it_and_nothing_is_sent(string beginning, params string[] options)
    {
        var run = await ToolRun.OfAsync(null, new() { ["BAD"] = "canary\n" }, ["webhook", "trigger", "subscription_renewed", .. options]);

        run.AssertFailed(2, beginning);
        Assert.DoesNotContain("canary", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_type_is_told_with_the_way_to_a_renamed_one()
    {
        var run = await ToolRun.OfAsync(null, [], ["webhook", "trigger", "subscription_canary", "--to", To]);

        run.AssertFailed(2, "There is no such type of event: see 'adapty webhook list'. A renamed one is --set event_type=NAME.");
    }

    [Fact]
    public void Https_and_every_name_of_this_machine_are_addresses()
    {
        foreach (var address in new[] { To, "http://127.0.0.1:1/", "http://[::1]:1/", "https://app.example/webhooks?key=1" })
            Assert.Empty(ExampleTests.Tool().Parse(["webhook", "verify", "--to", address]).Errors);
    }

    private static Task<ToolRun> TriggerAsync(WebhookApp app, string type, params string[] options) =>
        ToolRun.OfAsync(app, Secret, ["webhook", "trigger", type, "--to", To, "--secret-from", "WEBHOOK_SECRET", .. options]);
}
