using System.Text;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary><c>adapty profile get</c> when it succeeds.</summary>
public sealed class ProfileGetTests
{
    private static readonly string[] OfCustomer = ["profile", "get", "--customer-user-id", TestData.CustomerId];

    [Fact]
    public async Task The_demo_prints_the_documented_profile_without_key_or_network()
    {
        // A wrong environment does not matter to it.
        var run = await ToolRun.OfAsync(null, ToolRun.With(key: "", address: "nonsense"), ["profile", "get", "--customer-user-id", "user-42", "--demo"]);

        Assert.Equal(
            """
            Demo: an Adapty in memory responds. Nothing was sent.

            Profile id:       d8533a10-bcce-4e33-8c9d-88b05ac56559
            Customer user id: 77B14FB4-FD2A-4D38-AA3A-4C433F79863C
            App id:           14c3d333-2f3a-455a-aa86-ef83dff6913b
            Revenue:          9.99 USD

            Access levels:
              LEVEL    STATE   UNTIL     STORE      PRODUCT         NOTES
              premium  active  for life  app_store  unlimited.9999  renewal cancelled 2025-01-05 13:27:47 UTC

            Subscriptions:
              PRODUCT             STORE      ENVIRONMENT  PURCHASED                EXPIRES
              unlimited.9999      app_store  Sandbox      2024-12-24 10:50:23 UTC
              weekly.premium.599  app_store  Sandbox      2024-12-24 11:13:04 UTC  2025-01-10 11:34:40 UTC

            One-time purchases:
              PRODUCT        STORE      ENVIRONMENT  PURCHASED
              1year.premium  app_store  Production   2022-10-12 09:42:50 UTC

            Custom attributes:
              NAME             VALUE
              favourite_sport  yoga

            """,
            run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("--customer-user-id", "user-42")]
    [InlineData("--customer-user-id", "77B14FB4-FD2A-4D38-AA3A-4C433F79863C")]
    [InlineData("--profile-id", "d8533a10-bcce-4e33-8c9d-88b05ac56559")]
    [InlineData("--profile-id", "D8533A10BCCE4E338C9D88B05AC56559")]
    public async Task The_demo_knows_its_profile_by_all_its_ids_and_prints_its_body_as_it_is(string option, string id)
    {
        var run = await ToolRun.OfAsync(null, ToolRun.With(key: ""), ["profile", "get", option, id, "--demo", "--json"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Encoding.UTF8.GetBytes(TestData.ProfileBody), run.Bytes);
    }

    [Fact]
    public async Task The_demo_says_whom_it_knows()
    {
        var run = await ToolRun.OfAsync(null, [.. OfCustomer, "--demo"]);

        run.AssertFailed(1, "The demo knows one profile only: --customer-user-id user-42 or --profile-id d8533a10-bcce-4e33-8c9d-88b05ac56559.");
    }

    [Fact]
    public async Task The_summary_says_why_each_level_is_or_is_not_active()
    {
        var network = StubHandler.Returning("""
            {"data":{"profile_id":"p-1","customer_user_id":null,"total_revenue_usd":1234.5678901234,
            "access_levels":[
              {"access_level_id":"now","starts_at":"2031-03-10T12:00:00Z","expires_at":"2031-03-20T12:00:00+02:00","store":"play_store","store_product_id":"pro","store_base_plan_id":"monthly",
               "offer":{"offer_category":"introductory","offer_type":"free_trial","offer_id":null},"is_in_grace_period":true,"billing_issue_detected_at":"2031-03-09T00:00:00Z"},
              {"access_level_id":"over","expires_at":"2031-03-10T12:00:00Z","store":"app_store","cancellation_reason":"refund"},
              {"access_level_id":"later","starts_at":"2031-03-11T00:00:00Z","expires_at":null},
              {"access_level_id":"mistake","starts_at":"2031-04-01T00:00:00Z","expires_at":"2031-03-20T00:00:00Z"}],
            "subscriptions":null,
            "non_subscriptions":[{"store_product_id":"coins","is_refund":true,"is_consumable":true}],
            "custom_attributes":[{"key":"age","value":42.0},{"key":"kind","value":true},{"key":"gone","value":null}]}}
            """);

        var run = await ToolRun.OfAsync(network, ToolRun.With(), OfCustomer, new FakeTimeProvider(TestData.Now));

        Assert.Equal(
            """
            Profile id:       p-1
            Customer user id: none (anonymous)
            App id:           not given
            Revenue:          1234.57 USD

            Access levels:
              LEVEL    STATE         UNTIL                    STORE       PRODUCT      NOTES
              now      active        2031-03-20 10:00:00 UTC  play_store  pro:monthly  in grace period, billing issue 2031-03-09 00:00:00 UTC, offer introductory free_trial
              over     expired       2031-03-10 12:00:00 UTC  app_store                refund
              later    starts later  for life                                          starts 2031-03-11 00:00:00 UTC
              mistake  never active  2031-03-20 00:00:00 UTC                           starts 2031-04-01 00:00:00 UTC

            Subscriptions: none

            One-time purchases:
              PRODUCT  NOTES
              coins    refunded, consumable

            Custom attributes:
              NAME  VALUE
              age   42.0
              kind  true
              gone

            """,
            run.Output);
    }

    [Fact]
    public async Task Values_cannot_write_to_the_terminal()
    {
        var network = StubHandler.Returning("""
            {"data":{"profile_id":"p\u001b[2J","customer_user_id":"a\r\nb\u009bc\u202ed\u2028e","access_levels":[{"access_level_id":"x\ty\u0007","expires_at":null}],
            "custom_attributes":[{"key":"name","value":"Zo\u00eb \ud83d\ude00"}]}}
            """);

        var run = await ToolRun.OfAsync(network, OfCustomer);

        Assert.Contains("Profile id:       p?[2J\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Customer user id: a??b?c?d?e\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  x?y?   active  for life\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  name  Zoë 😀\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output, character => char.IsControl(character) && character != '\n');
    }

    [Fact]
    public async Task The_json_is_the_body_byte_for_byte()
    {
        var body = Encoding.UTF8.GetBytes("\r\n{ \"data\" : {\"unknown\":[1.50,1e2], \"profile_id\":\"\\u0041\",\"access_levels\":[ ],\"custom_attributes\":[{\"key\":\"n\",\"value\":\"é\"}]}\t}  \n\n");
        var network = new StubHandler(_ => new HttpResponseMessage { Content = new StreamContent(new MemoryStream(body)) });

        var run = await ToolRun.OfAsync(network, [.. OfCustomer, "--json"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(body, run.Bytes);
    }

    [Fact]
    public async Task On_a_terminal_the_prompt_gets_a_line_of_its_own_after_the_json()
    {
        var run = await ToolRun.OfAsync(StubHandler.Returning(TestData.ProfileBody), ToolRun.With(), [.. OfCustomer, "--json"], terminal: true);

        Assert.Equal(TestData.ProfileBody + "\n", run.Output);
    }

    [Fact]
    public async Task The_json_is_the_last_responses_when_the_first_was_no_good()
    {
        var responses = new Queue<HttpResponseMessage>([StubHandler.Response("busy", 503, headers: ("Retry-After", "0")), StubHandler.Response(TestData.ProfileBody)]);
        var network = new StubHandler(_ => responses.Dequeue());

        var run = await ToolRun.OfAsync(network, [.. OfCustomer, "--json"]);

        Assert.Equal(TestData.ProfileBody, run.Output);
        Assert.Equal(2, network.Requests.Count);
    }

    [Theory]
    [InlineData("--customer-user-id", "@" + TestData.CustomerId, "adapty-customer-user-id", "@" + TestData.CustomerId)]
    [InlineData("--customer-user-id", "-x", "adapty-customer-user-id", "-x")]
    [InlineData("--customer-user-id", "a b", "adapty-customer-user-id", "a b")]
    [InlineData("--profile-id", "5B1E7C9A-0D42-4F6E-9A35-7C21D8E4B603", "adapty-profile-id", "5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603")]
    public async Task The_request_carries_the_id_and_the_key_to_the_address_of_the_environment(string option, string id, string header, string value)
    {
        var network = StubHandler.Returning(TestData.ProfileBody);

        var run = await ToolRun.OfAsync(network, ToolRun.With(address: "https://adapty.example"), ["profile", "get", option, id]);

        Assert.Equal(0, run.ExitCode);
        var request = Assert.Single(network.Requests);
        Assert.Equal("https://adapty.example/api/v2/server-side-api/profile/", request.RequestUri!.AbsoluteUri);
        Assert.Equal($"Api-Key {TestData.Key}", request.Headers.Authorization!.ToString());
        Assert.Equal(value, Assert.Single(request.Headers.GetValues(header)));
    }

    [Fact]
    public async Task An_empty_address_in_the_environment_counts_as_none()
    {
        var network = StubHandler.Returning(TestData.ProfileBody);

        await ToolRun.OfAsync(network, ToolRun.With(address: ""), OfCustomer);

        Assert.Equal("api.adapty.io", Assert.Single(network.Requests).RequestUri!.Host);
    }
}
