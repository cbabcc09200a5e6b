using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Contract;

/// <summary>What each operation sends, on a real socket: method, target, every header and every byte of the body.</summary>
public sealed class RequestTests
{
    [Theory]
    [MemberData(nameof(OperationCalls.Everything), MemberType = typeof(OperationCalls))]
    public async Task The_request_is_exactly_this(string name)
    {
        var call = OperationCalls.Named(name);
        await using var server = await DocumentedServer.StartAsync(call);
        using var client = server.Client();

        await call.Send(client, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal($"{call.Method} {call.Target} HTTP/1.1", $"{request.Method} {request.Target} {request.Protocol}");
        Assert.Equal(call.Body, request.Body);
        var headers = new Dictionary<string, string>(call.Headers)
        {
            ["Accept"] = call.Accept,
            ["Authorization"] = "Api-Key " + TestData.Key,
            ["Host"] = server.Address.Authority,
            ["User-Agent"] = "Adapty.Kiota/" + TestData.PackageVersion,
        };
        if (call.Body.Length > 0)
            headers["Content-Type"] = call.ContentType;
        if (call.Method is "POST" or "PUT" or "PATCH")
            headers["Content-Length"] = call.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(Sorted(headers), Sorted(request.Headers));
    }

    [Fact]
    public void Every_operation_of_the_spec_is_called_in_both_ways()
    {
        var operations = Spec.Operations.Select(operation => operation.Operation).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(19, operations.Count);
        Assert.Equal(operations, FacadeCalls.All.Select(call => call.Operation).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(operations, GeneratedCalls.All.Select(call => call.Operation).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_method_and_path_is_the_specs()
    {
        foreach (var call in FacadeCalls.All)
        {
            var (_, method, path) = Spec.Operations.Single(operation => operation.Operation == call.Operation);
            var fixedPart = path.Split('{')[0];

            Assert.Equal(method, call.Method);
            Assert.StartsWith(fixedPart, call.Target, StringComparison.Ordinal);
            Assert.EndsWith("/", call.Target.Split('?')[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_key_of_the_callers_every_currency_transaction_carries_one_of_its_own()
    {
        await using var server = await DocumentedServer.StartAsync(FacadeCalls.Of("createVirtualCurrencyTransaction"));
        using var client = server.Client();

        for (var time = 0; time < 2; time++)
            await client.VirtualCurrency.CreateTransactionAsync(TestData.Customer, FacadeCalls.Exchange(), TestContext.Current.CancellationToken);
        await client.Api.Api.V2.ServerSideApi.Vc.Transactions.EmptyPathSegment.PostAsync(
            FacadeCalls.Exchange(), request => request.Headers.Add("adapty-customer-user-id", TestData.CustomerId), TestContext.Current.CancellationToken);

        var keys = server.Requests.Select(request => request.Headers["Idempotency-Key"]).ToList();
        Assert.Equal(3, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Equal(4, Guid.ParseExact(key, "D").Version));
    }

    [Theory]
    [InlineData("0.0000000001")]
    [InlineData("39.90")]
    [InlineData("-0.5")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1234567.8901")]
    public async Task Decimals_are_written_as_they_are(string value)
    {
        await using var server = await DocumentedServer.StartAsync(FacadeCalls.Of("setTransaction"));
        using var client = server.Client();
        var purchase = FacadeCalls.MinimalPurchase();
        purchase.Price!.Value = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

        await client.Purchases.SetTransactionAsync(TestData.Customer, purchase, TestContext.Current.CancellationToken);

        Assert.Contains($"\"value\":{value}}}", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public async Task The_machines_culture_changes_nothing(string culture)
    {
        var call = FacadeCalls.Of("createProfile");
        await using var server = await DocumentedServer.StartAsync(call);
        using var client = server.Client();
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(culture);
        try
        {
            await call.Send(client, TestContext.Current.CancellationToken);
            await FacadeCalls.Of("setTransaction").Send(client, TestContext.Current.CancellationToken);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }

        Assert.Equal([call.Body, FacadeCalls.Of("setTransaction").Body], server.Requests.Select(request => request.Body));
    }

    private static IEnumerable<string> Sorted(IEnumerable<KeyValuePair<string, string>> headers) =>
        headers.OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase).Select(header => $"{header.Key}: {header.Value}");
}
