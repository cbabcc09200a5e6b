using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>Values that cannot be: each is told by the option's name and its rule, never repeated, and nothing is sent.</summary>
public sealed class ValueTests
{
    private const string Dates = "must be a date such as 2031-01-31 (midnight UTC), or a time with its offset such as 2031-01-31T18:00:00Z.";
    private const string Sub = "purchase set USER --type subscription --store s --product p --transaction-id t --price 1 --currency EUR --country DE --purchased-at 2031-01-01 ";
    private const string Once = "purchase set USER --type one-time --store s --product p --transaction-id t --price 1 --currency EUR --country DE --purchased-at 2031-01-01 ";

    [Theory]
    [InlineData("2031-01-01T00:00:00")]
    [InlineData("2031-01-01 00:00:00Z")]
    [InlineData("2031-13-01")]
    [InlineData("2031-1-1")]
    [InlineData("01/02/2031")]
    [InlineData("tomorrow")]
    [InlineData("1936076889")]
    [InlineData("9999-12-31T23:59:59-05:00")]
    [InlineData("")]
    public async Task A_date_is_unambiguous_or_refused(string date)
    {
        (await ToolRun.OfAsync(null, ["access", "grant", "premium", "--customer-user-id", TestData.CustomerId, "--until", date])).AssertFailed(2, $"--until {Dates}");
        (await ToolRun.OfAsync(null, ["access", "grant", "premium", "--customer-user-id", TestData.CustomerId, "--from", date, "--for", "1d"])).AssertFailed(2, $"--from {Dates}");
        (await ToolRun.OfAsync(null, ["access", "revoke", "premium", "--customer-user-id", TestData.CustomerId, "--at", date])).AssertFailed(2, $"--at {Dates}");
    }

    [Theory]
    [InlineData("The <access-level> is missing.", "access check USER")]
    [InlineData("The <paywall-id> is missing.", "paywall get")]
    [InlineData("Say whose profile: ", "access check premium")]
    [InlineData("Unexpected argument.", "access check premium gold USER")]
    [InlineData("Say how long: one of --until, --for and --lifetime.", "access grant premium USER")]
    [InlineData("Say how long: only one of --until, --for and --lifetime.", "access grant premium USER --for 1d --lifetime")]
    [InlineData("Say how long: only one of --until, --for and --lifetime.", "access grant premium USER --for 1d --until 2031-01-01")]
    [InlineData("--from must be before --until: the access could never be active.", "access grant premium USER --until 2031-01-01 --from 2031-01-01")]
    [InlineData("--for ends after the year 9999.", "access grant premium USER --for 99999999h")]
    [InlineData("--for must be a number of hours, days or weeks such as 12h, 30d, 4w.", "access grant premium USER --for 30")]
    [InlineData("--for must be", "access grant premium USER --for d")]
    [InlineData("--for must be", "access grant premium USER --for 0d")]
    [InlineData("--for must be", "access grant premium USER --for -1d")]
    [InlineData("--for must be", "access grant premium USER --for 1.5d")]
    [InlineData("--for must be", "access grant premium USER --for 1m")]
    [InlineData("--for must be", "access grant premium USER --for 999999999w")]
    [InlineData("Say what to change, for example with --email or --attribute.", "profile update USER")]
    [InlineData("Say what to change, for example with --email or --attribute.", "profile update USER --platform iOS")]
    [InlineData("--email has no value.", "profile update USER --email --json")]
    [InlineData("--gender must be f or m or o.", "profile update USER --gender female")]
    [InlineData("--birthday must be a date such as 1990-01-31.", "profile update USER --birthday 31.01.1990")]
    [InlineData("--att-status must be a whole number from 0 to 3.", "profile update USER --att-status 4")]
    [InlineData("--analytics-disabled must be true or false.", "profile update USER --analytics-disabled 1")]
    [InlineData("--attribute must be name=value.", "profile update USER --attribute sport")]
    [InlineData("--attribute must be name=value.", "profile update USER --attribute =yoga")]
    [InlineData("--number must be name=number, such as level=7 or weight=71.5.", "profile update USER --number level=seven")]
    [InlineData("--number must be", "profile update USER --number level=1,5")]
    [InlineData("An attribute is given twice.", "profile update USER --attribute a=b --delete-attribute a")]
    [InlineData("The name of an attribute must have 1 to 30 characters: letters, digits, '-', '.', '_'.", "profile update USER --attribute a$b=c")]
    [InlineData("The value of an attribute must be a string that is not empty, or a number", "profile update USER --attribute a=")]
    [InlineData("--ip-country must be a two-letter ISO 3166-1 country code.", "profile create USER --ip-country DEU")]
    [InlineData("--store-country must be a two-letter ISO 3166-1 country code.", "profile create USER --store-country D1")]
    [InlineData("--idfa needs --device-id.", "profile create USER --idfa x")]
    [InlineData("A subscription needs --expires-at.", Sub + "--renews")]
    [InlineData("A subscription needs one of --renews and --no-renew.", Sub + "--expires-at 2031-02-01")]
    [InlineData("A subscription needs one of --renews and --no-renew.", Sub + "--expires-at 2031-02-01 --renews --no-renew")]
    [InlineData("A subscription needs --originally-purchased-at, as this is not its first transaction.", Sub + "--expires-at 2031-02-01 --renews --original-transaction-id first")]
    [InlineData("--expires-at is for subscriptions only.", Once + "--expires-at 2031-02-01")]
    [InlineData("--renews is for subscriptions only.", Once + "--renews")]
    [InlineData("--original-transaction-id of a one-time purchase is its --transaction-id: leave it out.", Once + "--original-transaction-id other")]
    [InlineData("An offer needs --offer-category and --offer-type.", Once + "--offer-id o")]
    [InlineData("--environment must be Production or Sandbox.", Once + "--environment sandbox")]
    [InlineData("--purchased-at must be a date", "purchase set USER --type one-time --store s --product p --transaction-id t --price 1 --currency EUR --country DE --purchased-at now")]
    [InlineData("--price must be a number such as 9.99.", "purchase set USER --type one-time --store s --product p --transaction-id t --price 9,99 --currency EUR --country DE --purchased-at 2031-01-01")]
    [InlineData("--price must be", "purchase set USER --type one-time --store s --product p --transaction-id t --price -1 --currency EUR --country DE --purchased-at 2031-01-01")]
    [InlineData("--type must be subscription or one-time.", "purchase set USER --type consumable --store s --product p --transaction-id t --price 1 --currency EUR --country DE --purchased-at 2031-01-01")]
    [InlineData("--transaction-id must have at most 50 characters: cut or hash a longer one.", "purchase set USER --type one-time --store s --product p --transaction-id 123456789012345678901234567890123456789012345678901 --price 1 --currency EUR --country DE --purchased-at 2031-01-01")]
    [InlineData("Option '--token' is required.", "purchase validate-stripe USER")]
    [InlineData("Option '--config' is required.", "paywall update p-1")]
    [InlineData("--config must be locale=file or locale=json.", "paywall update p-1 --config en")]
    [InlineData("--config en is not JSON (line 1).", "paywall update p-1 --config en={")]
    [InlineData("--config en names a file that cannot be read.", "paywall update p-1 --config en=/nowhere/en.json")]
    [InlineData("--config en names a file that cannot be read.", "paywall update p-1 --config en=")]
    [InlineData("--config names a locale twice.", "paywall update p-1 --config en={} --config en={}")]
    [InlineData("The paywall's id must be the id of a paywall.", "paywall get ..")]
    [InlineData("Option '--item' is required.", "currency add USER")]
    [InlineData("--item must be code=amount, such as coins=100 or coins=-5.", "currency add USER --item coins")]
    [InlineData("--item must be", "currency add USER --item coins=1.5")]
    [InlineData("--item must be", "currency add USER --item coins=99999999999")]
    [InlineData("The amount of --item is required and must not be 0", "currency add USER --item coins=0")]
    [InlineData("--item names a currency that is already in the list.", "currency add USER --item coins=1 --item coins=2")]
    [InlineData("--metadata gives a name twice.", "currency add USER --item coins=1 --metadata a=1 --metadata a=2")]
    [InlineData("--metadata must have keys of 1 to 30 characters: a to z, 0 to 9, '_'.", "currency add USER --item coins=1 --metadata A=1")]
    [InlineData("--metadata must have at most 5 keys.", "currency add USER --item coins=1 --metadata a=1 --metadata b=1 --metadata c=1 --metadata d=1 --metadata e=1 --metadata f=1")]
    [InlineData("--idempotency-key must be a random UUID (version 4), as uuidgen makes them.", "currency add USER --item coins=1 --idempotency-key 3f2b8c1e-7a4d-7e5f-9b6a-1c2d3e4f5a6b")]
    [InlineData("--limit must be a whole number from 1 on.", "currency history USER --limit 0")]
    [InlineData("Give at least one identifier, such as --amplitude-user-id.", "identifiers set USER")]
    [InlineData("Give --consent, --preference, or both.", "refund-saver set USER")]
    [InlineData("--preference must be grant or no_preference or decline.", "refund-saver set USER --preference no")]
    [InlineData("--consent must be true or false.", "refund-saver set USER --consent 1")]
    public async Task A_wrong_value_is_told_in_one_line(string beginning, string commandLine)
    {
        var arguments = commandLine.Replace("USER", $"--customer-user-id {TestData.CustomerId}", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        (await ToolRun.OfAsync(null, arguments)).AssertFailed(2, beginning);
    }

    [Theory]
    [InlineData("--email", "profile", "update", "--customer-user-id", TestData.CustomerId, "--email", " ")]
    [InlineData("--currency", "currency", "history", "--customer-user-id", TestData.CustomerId, "--currency", "")]
    [InlineData("--customer-user-id", "purchase", "validate-paddle", "--customer-user-id", "", "--token", "txn_1")]
    [InlineData("--delete-attribute", "profile", "update", "--customer-user-id", TestData.CustomerId, "--delete-attribute", "")]
    [InlineData("access-level", "access", "check", "", "--customer-user-id", TestData.CustomerId)]
    [InlineData("paywall-id", "paywall", "get", "")]
    public async Task A_string_that_a_script_left_empty_is_none(string name, params string[] arguments)
    {
        (await ToolRun.OfAsync(null, arguments)).AssertFailed(2, $"{name} must not be empty.");
    }
}
