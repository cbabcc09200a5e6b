using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Hostile;

/// <summary>Every string that reaches a header or a path: what would say something else there is refused before anything is sent.</summary>
public sealed class InjectionTests(ITestOutputHelper output)
{
    private static readonly string[] Poison = ["x\r\nX-Evil: 1", "x\nX-Evil: 1", "x\rX", "x\0y", "x\ty", " x", "x ", "", "x\u00e9", "x\u2028y", "x\u007f"];

    private static readonly string[] PathPoison = ["", " ", ".", "..", "...", "x\r\ny", "x\0y"];

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Where a caller's string goes, and the call that takes it there.</summary>
    public static TheoryData<string, Func<AdaptyClient, string, Task>> Places => new()
    {
        { "Authorization, from the options", (_, value) => Task.FromResult(new AdaptyClient(value)) },
        { "adapty-customer-user-id", (client, value) => client.Profiles.GetAsync(ProfileKey.ForCustomer(value), None) },
        { "adapty-profile-id", (client, value) => client.Profiles.GetAsync(ProfileKey.ForProfile(value), None) },
        { "adapty-platform, creating", (client, value) => client.Profiles.CreateAsync(TestData.Customer, new CreateProfileRequest { Platform = value }, None) },
        { "adapty-platform, updating", (client, value) => client.Profiles.UpdateAsync(TestData.Customer, new UpdateProfileRequest { FirstName = "K", Platform = value }, None) },
        { "Idempotency-Key", (client, value) => client.VirtualCurrency.CreateTransactionAsync(TestData.Customer, new VirtualCurrencyTransactionRequest { Items = [new VirtualCurrencyAdjustment { CurrencyCode = "c", Amount = 1 }] }, value, None) },
        { "any header of the generated client", (client, value) => client.Api.Api.V2.ServerSideApi.Profile.EmptyPathSegment.GetAsync(request => request.Headers.Add("x-anything", value), None) },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Header(string place, Func<AdaptyClient, string, Task> call)
    {
        foreach (var value in Poison)
            await RefusedAsync(call, value);
        output.WriteLine($"| {place,-40} | {Poison.Length,2} values refused |");
    }

    [Fact]
    public async Task Path_of_a_paywall()
    {
        foreach (var value in PathPoison)
        {
            await RefusedAsync((client, id) => client.Paywalls.GetAsync(id, None), value);
            await RefusedAsync((client, id) => client.Paywalls.UpdateAsync(id, [new RemoteConfig { Locale = "en", Data = "{}" }], None), value);
        }

        output.WriteLine($"| {"path of a paywall",-40} | {PathPoison.Length,2} values refused |");
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
        await using var server = await LoopbackServer.StartAsync("""{"paywall_id":"p"}""");
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
        await using var server = await LoopbackServer.StartAsync("""{"data":[],"pagination":{"next_cursor":null}}""");
        using var client = server.Client();

        await foreach (var _ in client.VirtualCurrency.ListTransactionsAsync(TestData.Customer, currency, cancellationToken: TestContext.Current.CancellationToken))
            Assert.Fail("there is none");

        Assert.Equal($"/api/v2/server-side-api/vc/transactions/?currency_code={escaped}&limit=50", Assert.Single(server.Requests).Target);
    }

    private static async Task RefusedAsync(Func<AdaptyClient, string, Task> call, string value)
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var client = handler.Client();

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => call(client, value));

        Assert.Empty(handler.Requests);
        if (value.Length > 3)
            Assert.DoesNotContain(value, exception.Message, StringComparison.Ordinal);
    }
}
