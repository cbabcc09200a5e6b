using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>What each command sends: method, path, headers, body. "USER" stands for the two words that name a user, "…" for the API's root.</summary>
public sealed class RequestTests
{
    private const string Id = TestData.CustomerId;
    private const string Guid = "5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603";
    private const string User = " adapty-customer-user-id=" + Id;
    private const string Json = " application/json ";
    private const string Paywall = """{"paywall_id":"p-1","title":"Main"}""";
    private const string Settings = """{"profile_id":"p-1","settings":{"consent":true,"custom_preference":"decline"}}""";
    private const string Result = """{"transaction_id":"t-1","balances":[]}""";

    public static TheoryData<string, string, string> ProfileCommands => new()
    {
        { "profile create USER", "POST …profile/" + User, "" },
        { $"profile create --profile-id {Guid}", $"POST …profile/ adapty-profile-id={Guid}", "" },
        { $"profile create USER --profile-id {Guid}", $"POST …profile/ adapty-profile-id={Guid}{User}", "" },
        { "profile create USER --email ada@example.com --first-name Ada --last-name L --phone-number +491 --gender f --birthday 1990-02-03 --ip-country DE --ip-v4-address 192.0.2.1 --store stripe --store-country AT --store-account-token t-1 --att-status 3 --analytics-disabled false",
            "POST …profile/" + User,
            """{"analytics_disabled":false,"att_status":3,"birthday":"1990-02-03","email":"ada@example.com","first_name":"Ada","gender":"f","ip_country":"DE","ip_v4_address":"192.0.2.1","last_name":"L","phone_number":"\u002B491","store":"stripe","store_account_token":"t-1","store_country":"AT"}""" },
        { "profile create USER --platform iOS --device-id d-1 --os 18 --app-version 2.0 --idfv v-1", "POST …profile/" + User + " adapty-platform=iOS",
            """{"installation_meta":{"app_version":"2.0","device_id":"d-1","idfv":"v-1","os":"18","platform":"iOS"}}""" },
        { "profile create USER --device-id d-1 --device m --locale de --timezone CET --user-agent u --app-build 7 --adapty-sdk-version 3 --idfa i --advertising-id a --android-id n --android-app-set-id s", "POST …profile/" + User,
            """{"installation_meta":{"adapty_sdk_version":"3","advertising_id":"a","android_app_set_id":"s","android_id":"n","app_build":"7","device":"m","device_id":"d-1","idfa":"i","locale":"de","timezone":"CET","user_agent":"u"}}""" },
        { "profile update USER --attribute sport=yoga --attribute note=a=b --number level=7 --number weight=-71.50 --delete-attribute age", "PATCH …profile/" + User,
            """{"custom_attributes":[{"key":"sport","value":"yoga"},{"key":"note","value":"a=b"},{"key":"level","value":7},{"key":"weight","value":-71.50},{"key":"age","value":null}]}""" },
        { "profile update USER --email ada@example.com --first-name Ada --last-name L --phone-number +491 --gender o --birthday 1990-02-03 --ip-country DE --ip-v4-address 192.0.2.1 --store stripe --store-country AT --store-account-token t-1 --att-status 0 --analytics-disabled true --device-id d-1",
            "PATCH …profile/" + User,
            """{"analytics_disabled":true,"att_status":0,"birthday":"1990-02-03","email":"ada@example.com","first_name":"Ada","gender":"o","installation_meta":{"device_id":"d-1"},"ip_country":"DE","ip_v4_address":"192.0.2.1","last_name":"L","phone_number":"\u002B491","store":"stripe","store_account_token":"t-1","store_country":"AT"}""" },
        { "access check premium USER", "GET …profile/" + User, "" },
        { "access grant premium USER --until 2031-01-01", "POST …purchase/profile/grant/access-level/" + User, """{"access_level_id":"premium","expires_at":"2031-01-01T00:00:00Z"}""" },
        { "access grant premium USER --until 2031-04-01T18:30:00.25+02:00 --from 2031-03-31T00:00Z", "POST …purchase/profile/grant/access-level/" + User, """{"access_level_id":"premium","expires_at":"2031-04-01T16:30:00.250000Z","starts_at":"2031-03-31T00:00:00Z"}""" },
        { "access grant premium USER --for 30d", "POST …purchase/profile/grant/access-level/" + User, """{"access_level_id":"premium","expires_at":"2031-04-09T12:00:00Z"}""" },
        { "access grant premium USER --for 12h", "POST …purchase/profile/grant/access-level/" + User, """{"access_level_id":"premium","expires_at":"2031-03-11T00:00:00Z"}""" },
        { "access grant premium USER --for 1w --from 2031-05-01", "POST …purchase/profile/grant/access-level/" + User, """{"access_level_id":"premium","expires_at":"2031-05-08T00:00:00Z","starts_at":"2031-05-01T00:00:00Z"}""" },
        { "access grant premium USER --lifetime --yes", "POST …purchase/profile/grant/access-level/" + User, """{"access_level_id":"premium"}""" },
        { "access grant premium USER --lifetime --from 2031-01-31 --yes", "POST …purchase/profile/grant/access-level/" + User, """{"access_level_id":"premium","starts_at":"2031-01-31T00:00:00Z"}""" },
        { "access revoke premium USER", "POST …purchase/profile/revoke/access-level/" + User, """{"access_level_id":"premium"}""" },
        { $"access revoke premium --profile-id {Guid} --at 2031-04-01T00:00:00Z", $"POST …purchase/profile/revoke/access-level/ adapty-profile-id={Guid}", """{"access_level_id":"premium","revoke_at":"2031-04-01T00:00:00Z"}""" },
        { "purchase set USER --type one-time --store stripe --product coins.100 --transaction-id pi_1 --price 1.99 --currency EUR --country DE --purchased-at 2031-01-01T12:30:00Z", "POST …purchase/set/transaction/" + User,
            """{"price":{"country":"DE","currency":"EUR","value":1.99},"purchased_at":"2031-01-01T12:30:00Z","purchase_type":"one_time_purchase","store":"stripe","store_original_transaction_id":"pi_1","store_product_id":"coins.100","store_transaction_id":"pi_1"}""" },
        { "purchase set USER --type subscription --store stripe --product pro --transaction-id in_1 --price 0 --currency EUR --country DE --purchased-at 2031-01-01 --expires-at 2031-02-01 --no-renew", "POST …purchase/set/transaction/" + User,
            """{"price":{"country":"DE","currency":"EUR","value":0},"purchased_at":"2031-01-01T00:00:00Z","purchase_type":"subscription","store":"stripe","store_original_transaction_id":"in_1","store_product_id":"pro","store_transaction_id":"in_1","expires_at":"2031-02-01T00:00:00Z","originally_purchased_at":"2031-01-01T00:00:00Z","renew_status":false}""" },
        { "purchase set USER --type subscription --store stripe --product pro --transaction-id in_2 --original-transaction-id in_1 --price 9.990 --currency EUR --country DE --purchased-at 2031-01-01 --originally-purchased-at 2030-12-01 --expires-at 2031-02-01 --renews --environment Sandbox --variation-id v-1 --family-shared false --offer-category promotional --offer-type pay_up_front --offer-id o-1 --renew-status-changed-at 2031-01-02 --billing-issue-detected-at 2031-01-03 --grace-period-expires-at 2031-01-04 --refunded-at 2031-01-05 --cancellation-reason refund", "POST …purchase/set/transaction/" + User,
            """{"cancellation_reason":"refund","environment":"Sandbox","is_family_shared":false,"offer":{"category":"promotional","id":"o-1","type":"pay_up_front"},"price":{"country":"DE","currency":"EUR","value":9.990},"purchased_at":"2031-01-01T00:00:00Z","purchase_type":"subscription","refunded_at":"2031-01-05T00:00:00Z","store":"stripe","store_original_transaction_id":"in_1","store_product_id":"pro","store_transaction_id":"in_2","variation_id":"v-1","billing_issue_detected_at":"2031-01-03T00:00:00Z","expires_at":"2031-02-01T00:00:00Z","grace_period_expires_at":"2031-01-04T00:00:00Z","originally_purchased_at":"2030-12-01T00:00:00Z","renew_status":true,"renew_status_changed_at":"2031-01-02T00:00:00Z"}""" },
        { "purchase validate-paddle USER --token txn_1", "POST …purchase/paddle/token/validate/", $$"""{"customer_user_id":"{{Id}}","paddle_token":"txn_1"}""" },
    };

    public static TheoryData<string, string, string, string> OtherCommands => new()
    {
        { "profile delete USER --yes", "204", "DELETE …profile/" + User, "" },
        { "purchase validate-stripe USER --token sub_1", """{"data":null}""", "POST /api/v1/sdk/purchase/stripe/token/validate/", $$$"""{"data":{"attributes":{"customer_user_id":"{{{Id}}}","stripe_token":"sub_1"},"type":"stripe_receipt_validation_result"}}""" },
        { "paywall list", """{"data":[],"meta":{"pagination":{"count":0,"page":1,"pages":1}}}""", "GET …paywalls/?page%5Bnumber%5D=1&page%5Bsize%5D=20", "" },
        { "paywall get p-1", Paywall, "GET …paywalls/p-1/", "" },
        { """paywall update p-1 --config en={"a":1} --config de=[]""", Paywall, "PUT …paywalls/p-1/", """{"remote_configs":[{"data":"{\u0022a\u0022:1}","locale":"en"},{"data":"[]","locale":"de"}]}""" },
        { "currency balances USER", """{"response_created_at":1,"data":[]}""", "GET …vc/balances/" + User, "" },
        { "currency history USER", """{"data":[],"pagination":{"next_cursor":null}}""", "GET …vc/transactions/?limit=100" + User, "" },
        { "currency history USER --currency coins --limit 7", """{"data":[],"pagination":{"next_cursor":null}}""", "GET …vc/transactions/?currency_code=coins&limit=7" + User, "" },
        { "currency add USER --item coins=100 --item gems=-5 --metadata reason=welcome", Result, "POST …vc/transactions/" + User, """{"items":[{"amount":100,"currency_code":"coins"},{"amount":-5,"currency_code":"gems"}],"metadata":{"reason":"welcome"}}""" },
        { "identifiers get USER", "{}", "GET …integration/profile/set/integration-identifiers/" + User, "" },
        { "identifiers set USER --amplitude-user-id a-1 --tenjin-analytics-installation-id t-1", "", "POST …integration/profile/set/integration-identifiers/" + User, """{"amplitude_user_id":"a-1","tenjin_analytics_installation_id":"t-1"}""" },
        { "refund-saver get USER", Settings, "GET …purchase/profile/refund-saver/settings/" + User, "" },
        { "refund-saver set USER --consent false", Settings, "POST …purchase/profile/refund-saver/settings/" + User, """{"consent":false}""" },
        { "refund-saver set USER --consent true --preference no_preference", Settings, "POST …purchase/profile/refund-saver/settings/" + User, """{"consent":true,"custom_preference":"no_preference"}""" },
    };

    [Theory]
    [MemberData(nameof(ProfileCommands))]
    public Task Of_commands_that_return_a_profile(string commandLine, string request, string body) =>
        AssertSends(commandLine, Wire.WithLevel(), request, body);

    [Theory]
    [MemberData(nameof(OtherCommands))]
    public Task Of_the_others(string commandLine, string response, string request, string body) =>
        AssertSends(commandLine, response == "204" ? new Wire("", 204) : new Wire(response), request, body);

    [Theory]
    [MemberData(nameof(ProfileCommands))]
    public async Task The_json_is_the_body_as_it_came(string commandLine, string request, string body)
    {
        var run = await RunAsync(Wire.WithLevel(), commandLine + " --json");

        Assert.Equal(TestData.BodyWithLevel("\"expires_at\":null"), run.AssertPrinted());
        Assert.NotEqual(request, body);
    }

    [Theory]
    [MemberData(nameof(OtherCommands))]
    public async Task The_json_of_the_others_is_the_body_as_it_came(string commandLine, string response, string request, string body)
    {
        var run = await RunAsync(response == "204" ? new Wire("", 204) : new Wire(response), commandLine + " --json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(response == "204" ? "" : response, run.Output);
        Assert.NotEqual(request, body);
    }

    [Theory]
    [InlineData("--idempotency-key 3f2b8c1e-7a4d-4e5f-9b6a-1c2d3e4f5a6b", "3f2b8c1e-7a4d-4e5f-9b6a-1c2d3e4f5a6b")]
    [InlineData("", null)]
    public async Task A_currency_transaction_has_an_idempotency_key(string option, string? key)
    {
        var wire = new Wire(Result);

        (await RunAsync(wire, $"currency add USER --item coins=1 {option}")).AssertPrinted();

        var sent = Assert.Single(Assert.Single(wire.Headers).GetValues("Idempotency-Key"));
        Assert.Equal(key ?? sent, sent);
        Assert.Equal(4, System.Guid.Parse(sent).Version);
    }

    private static async Task AssertSends(string commandLine, Wire wire, string request, string body)
    {
        var run = await RunAsync(wire, commandLine);

        Assert.Equal(0, run.ExitCode);
        var mediaType = request.StartsWith("POST /api/v1/", StringComparison.Ordinal) ? " application/vnd.api+json " : Json;
        Assert.Equal(request.Replace("…", "/api/v2/server-side-api/", StringComparison.Ordinal) + (body.Length > 0 ? mediaType + body : ""), wire.Only());
    }

    private static Task<ToolRun> RunAsync(Wire wire, string commandLine) => ToolRun.OfAsync(
        wire,
        ToolRun.With(),
        commandLine.Replace("USER", $"--customer-user-id {Id}", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        new FakeTimeProvider(TestData.Now));
}
