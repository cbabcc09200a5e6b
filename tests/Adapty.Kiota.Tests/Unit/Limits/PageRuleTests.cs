using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Limits;

/// <summary>How much one page brings. Refused at the call already, not when the list is gone through.</summary>
public sealed class PageRuleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(int.MaxValue)]
    public void A_size_out_of_range(int size)
    {
        var handler = StubHandler.Returning("");
        using var client = handler.Client();

        Assert.Equal("pageSize", Assert.Throws<ArgumentOutOfRangeException>(() => { client.Paywalls.ListAsync(size, TestContext.Current.CancellationToken); }).ParamName);
        Assert.Equal("pageSize", Assert.Throws<ArgumentOutOfRangeException>(() => { client.VirtualCurrency.ListTransactionsAsync(TestData.Customer, null, size, TestContext.Current.CancellationToken); }).ParamName);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task The_limits_themselves(int size)
    {
        var paywalls = StubHandler.Returning("""{"data":[],"meta":{"pagination":{"count":0,"page":1,"pages":1}}}""");
        var transactions = StubHandler.Returning("""{"data":[],"pagination":{"next_cursor":null}}""");
        using var one = paywalls.Client();
        using var two = transactions.Client();

        await one.Paywalls.ListAsync(size, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        await two.VirtualCurrency.ListTransactionsAsync(TestData.Customer, null, size, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.EndsWith($"size%5D={size}", Assert.Single(paywalls.Requests).RequestUri!.Query, StringComparison.Ordinal);
        Assert.EndsWith($"limit={size}", Assert.Single(transactions.Requests).RequestUri!.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_currency_without_a_code(string code)
    {
        using var client = StubHandler.Returning("").Client();

        Assert.Equal("currencyCode", Assert.Throws<ArgumentException>(() => { client.VirtualCurrency.ListTransactionsAsync(TestData.Customer, code, 1, TestContext.Current.CancellationToken); }).ParamName);
    }
}
