using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Robustness.Hostile;

/// <summary>Every string that reaches a header or a path: what would say something else there is refused before anything is sent.</summary>
public sealed class InjectionTests(ITestOutputHelper output)
{
    private static readonly string[] HeaderPoison = ["x\r\nX-Evil: 1", "x\nX-Evil: 1", "x\rX", "x\0y", "x\ty", " x", "x ", "", "x\u00e9", "x\u2028y", "x\u007f"];

    private static readonly string[] PathPoison = ["", " ", ".", "..", "...", "x\r\ny", "x\0y"];

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Where a caller's string goes, what must not go there, and the call that would take it there.</summary>
    private static readonly (string Place, string[] Poison, Func<AdaptyClient, string, Task> Call)[] Rows =
    [
        ("Authorization, from the options", HeaderPoison, (_, value) => Task.FromResult(new AdaptyClient(value))),
        ("adapty-customer-user-id", HeaderPoison, (client, value) => client.Profiles.GetAsync(ProfileKey.ForCustomer(value), None)),
        ("adapty-profile-id", HeaderPoison, (client, value) => client.Profiles.GetAsync(ProfileKey.ForProfile(value), None)),
        ("adapty-platform, creating", HeaderPoison, (client, value) => client.Profiles.CreateAsync(TestData.Customer, new CreateProfileRequest { Platform = value }, None)),
        ("adapty-platform, updating", HeaderPoison, (client, value) => client.Profiles.UpdateAsync(TestData.Customer, new UpdateProfileRequest { FirstName = "K", Platform = value }, None)),
        ("Idempotency-Key", HeaderPoison, (client, value) => client.VirtualCurrency.CreateTransactionAsync(TestData.Customer, new VirtualCurrencyTransactionRequest { Items = [new VirtualCurrencyAdjustment { CurrencyCode = "c", Amount = 1 }] }, value, None)),
        ("any header of the generated client", HeaderPoison, (client, value) => client.Api.Api.V2.ServerSideApi.Profile.EmptyPathSegment.GetAsync(request => request.Headers.Add("x-anything", value), None)),
        ("path of a paywall, reading", PathPoison, (client, id) => client.Paywalls.GetAsync(id, None)),
        ("path of a paywall, updating", PathPoison, (client, id) => client.Paywalls.UpdateAsync(id, [new RemoteConfig { Locale = "en", Data = "{}" }], None)),
    ];

    public static TheoryData<string> Places => [.. Rows.Select(row => row.Place)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Row(string place)
    {
        var (_, poison, call) = Rows.Single(row => row.Place == place);
        foreach (var value in poison)
        {
            var (exception, sent) = await CallAsync(call, value);

            Assert.IsType<ArgumentException>(exception, exactMatch: false);
            Assert.Equal(0, sent);
            if (value.Length > 3)
                Assert.DoesNotContain(value, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Table()
    {
        output.WriteLine($"| {"where a caller's string goes",-34} | values | refused | sent | {"proved by",-57} |");
        foreach (var (place, poison, call) in Rows)
        {
            var outcomes = await Task.WhenAll(poison.Select(value => CallAsync(call, value)));
            output.WriteLine($"| {place,-34} | {poison.Length,6} | {outcomes.Count(outcome => outcome.Exception is ArgumentException),7} | {outcomes.Sum(outcome => outcome.Sent),4} | {$"InjectionTests.Row(\"{place}\")",-57} |");
        }

        Assert.Contains($"{Rows.Sum(row => row.Poison.Length)} hostile strings", File.ReadAllText(Path.Combine(Checkout.Root, "README.md")), StringComparison.Ordinal);
    }

    /// <summary>Behind a shared edge it would name another site there, which then received the key.</summary>
    [Theory]
    [InlineData("Host")]
    [InlineData("host")]
    public async Task No_other_host_can_be_named(string header)
    {
        var (exception, sent) = await CallAsync(
            (client, value) => client.Api.Api.V2.ServerSideApi.Profile.EmptyPathSegment.GetAsync(request => request.Headers.Add(header, value), None), "evil.example");

        Assert.Contains("base address", Assert.IsType<ArgumentException>(exception, exactMatch: false).Message, StringComparison.Ordinal);
        Assert.Equal(0, sent);
    }

    /// <summary>What may stand in an id is escaped, so that it stays one segment below the paywalls.</summary>
    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("../profile", "..%2Fprofile")]
    [InlineData("a?b=c#d", "a%3Fb%3Dc%23d")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("a b", "a%20b")]
    [InlineData(@"a\b", "a%5Cb")]
    public async Task Path_of_a_paywall_is_escaped(string id, string segment)
    {
        await using var server = await RecordingServer.StartAsync("""{"paywall_id":"p"}""");
        using var client = server.Client();

        await client.Paywalls.GetAsync(id, TestContext.Current.CancellationToken);

        Assert.Equal($"/api/v2/server-side-api/paywalls/{segment}/", Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData("a&limit=1", "a%26limit%3D1")]
    [InlineData("a#b c", "a%23b%20c")]
    [InlineData("\u00e9", "%C3%A9")]
    public async Task Query_values_are_escaped(string currency, string escaped)
    {
        await using var server = await RecordingServer.StartAsync("""{"data":[],"pagination":{"next_cursor":null}}""");
        using var client = server.Client();

        await foreach (var _ in client.VirtualCurrency.ListTransactionsAsync(TestData.Customer, currency, cancellationToken: TestContext.Current.CancellationToken))
            Assert.Fail("there is none");

        Assert.Equal($"/api/v2/server-side-api/vc/transactions/?currency_code={escaped}&limit=50", Assert.Single(server.Requests).Target);
    }

    private static async Task<(Exception? Exception, int Sent)> CallAsync(Func<AdaptyClient, string, Task> call, string value)
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var client = handler.Client();
        return (await Record.ExceptionAsync(() => call(client, value)), handler.Requests.Count);
    }
}
