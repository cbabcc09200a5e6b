using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Contract;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Limits;

/// <summary>The documented limits of a virtual-currency transaction.</summary>
public sealed class VirtualCurrencyRuleTests
{
    private const string Answer = """{"transaction_id":"t","balances":[]}""";

    private static readonly Dictionary<string, (string Place, string Rule, VirtualCurrencyTransactionRequest Request)> Broken = new()
    {
        ["no list"] = ("request.Items", "1 to 20 entries", new()),
        ["an empty list"] = ("request.Items", "1 to 20 entries", new() { Items = [] }),
        ["21 items"] = ("request.Items", "1 to 20 entries", new() { Items = Items(21) }),
        ["a hole in the list"] = ("request.Items[1]", "is required", new() { Items = [new() { CurrencyCode = "A", Amount = 1 }, null!] }),
        ["no code"] = ("request.Items[0].CurrencyCode", "is required", new() { Items = [new() { Amount = 1 }] }),
        ["a blank code"] = ("request.Items[0].CurrencyCode", "is required", new() { Items = [new() { CurrencyCode = " ", Amount = 1 }] }),
        ["a code twice"] = ("request.Items[2].CurrencyCode", "already in the list", new() { Items = [Item(Refused.Secret), Item("B"), Item(Refused.Secret)] }),
        ["no amount"] = ("request.Items[0].Amount", "must not be 0", new() { Items = [new() { CurrencyCode = "A" }] }),
        ["an amount of 0"] = ("request.Items[0].Amount", "must not be 0", new() { Items = [new() { CurrencyCode = "A", Amount = 0 }] }),
        ["6 entries of metadata"] = ("request.Metadata", "at most 5 keys", new() { Items = Items(1), Metadata = Metadata("a", "b", "c", "d", "e", "f") }),
        ["a long key"] = ("request.Metadata", "keys of 1 to 30 characters", new() { Items = Items(1), Metadata = Metadata(new string('k', 31)) }),
        ["an empty key"] = ("request.Metadata", "keys of 1 to 30 characters", new() { Items = Items(1), Metadata = Metadata("") }),
        ["a key in upper case"] = ("request.Metadata", "a to z, 0 to 9, '_'", new() { Items = Items(1), Metadata = Metadata(Refused.Secret + "K") }),
        ["a key with a dash"] = ("request.Metadata", "a to z, 0 to 9, '_'", new() { Items = Items(1), Metadata = Metadata(Refused.Secret + "-") }),
        ["a key with other letters"] = ("request.Metadata", "a to z, 0 to 9, '_'", new() { Items = Items(1), Metadata = Metadata(Refused.Secret + "\u00e9") }),
        ["a long value"] = ("request.Metadata", "at most 200 characters", new() { Items = Items(1), Metadata = new() { ["key"] = Refused.Secret + new string('v', 195) } }),
        ["no value"] = ("request.Metadata", "strings of at most 200", new() { Items = Items(1), Metadata = new() { ["key"] = null } }),
        ["a value that is no text"] = ("request.Metadata", "strings of at most 200", new() { Items = Items(1), Metadata = new() { AdditionalData = new Dictionary<string, object> { ["key"] = 7 } } }),
    };

    public static TheoryData<string> Names => [.. Broken.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_breaks_a_limit(string name)
    {
        var (place, rule, request) = Broken[name];

        await Refused.AsArgumentAsync((adapty, token) => adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, request, token), place, rule);
        await Refused.AsArgumentAsync((adapty, token) => adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, request, Guid.NewGuid(), token), place, rule);
    }

    [Fact]
    public async Task Nothing_is_no_transaction() => await Refused.AsArgumentAsync((adapty, token) => adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, null!, token), "request", "");

    [Fact]
    public async Task The_limits_themselves_are_accepted()
    {
        var request = new VirtualCurrencyTransactionRequest
        {
            Items = Items(20),
            Metadata = new VirtualCurrencyMetadata { [new string('k', 30)] = new string('v', 200), ["a"] = "", ["0_z"] = "\u00e9", ["c"] = "d", ["e"] = "f" },
        };

        using var sent = System.Text.Json.JsonDocument.Parse(await Refused.NotAsync((adapty, token) => adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, request, token), Answer));

        Assert.Equal(20, sent.RootElement.GetProperty("items").GetArrayLength());
        Assert.Equal(5, sent.RootElement.GetProperty("metadata").EnumerateObject().Count());
        Assert.Equal(new string('v', 200), sent.RootElement.GetProperty("metadata").GetProperty(new string('k', 30)).GetString());
    }

    [Fact]
    public async Task Codes_are_compared_to_the_letter() =>
        await Refused.NotAsync((adapty, token) => adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, new() { Items = [Item("gem"), Item("GEM")] }, token), Answer);

    [Theory]
    [InlineData("")]
    [InlineData("s3cr3t")]
    [InlineData("9d2c6f4e-1b7a-1c3d-8e5f-a0b1c2d3e4f5")]
    [InlineData("9d2c6f4e-1b7a-7c3d-8e5f-a0b1c2d3e4f5")]
    [InlineData("9d2c6f4e-1b7a-4c3d-ce5f-a0b1c2d3e4f5")]
    [InlineData("9d2c6f4e-1b7a-4c3d-7e5f-a0b1c2d3e4f5")]
    [InlineData("9d2c6f4e1b7a4c3d8e5fa0b1c2d3e4f5")]
    [InlineData("{9d2c6f4e-1b7a-4c3d-8e5f-a0b1c2d3e4f5}")]
    [InlineData(" 9d2c6f4e-1b7a-4c3d-8e5f-a0b1c2d3e4f5")]
    [InlineData("9d2c6f4e-1b7a-4c3d-8e5f-a0b1c2d3e4f5\n")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_key_that_is_no_uuid_of_version_4(string key)
    {
        await Refused.AsArgumentAsync((adapty, token) => adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, FacadeCalls.Exchange(), key, token), "idempotencyKey", "UUID of version 4");
    }

    [Fact]
    public async Task A_guid_of_another_version()
    {
        await Refused.AsArgumentAsync((adapty, token) => adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, FacadeCalls.Exchange(), Guid.CreateVersion7(), token), "idempotencyKey", "UUID of version 4");
        await Refused.AsArgumentAsync((adapty, token) => adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, FacadeCalls.Exchange(), Guid.Empty, token), "idempotencyKey", "UUID of version 4");
        await Refused.AsArgumentAsync((adapty, token) => adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, FacadeCalls.Exchange(), (string)null!, token), "idempotencyKey", "");
    }

    [Theory]
    [InlineData("9D2C6F4E-1B7A-4C3D-AE5F-A0B1C2D3E4F5")]
    [InlineData("9d2c6f4e-1b7a-4c3d-be5f-a0b1c2d3e4f5")]
    public async Task A_key_travels_as_it_is(string key)
    {
        await using var server = await RecordingServer.StartAsync(Answer);
        using var client = server.Client();

        await client.VirtualCurrency.CreateTransactionAsync(TestData.Customer, FacadeCalls.Exchange(), key, TestContext.Current.CancellationToken);

        Assert.Equal(key, Assert.Single(server.Requests).Headers["Idempotency-Key"]);
    }

    private static VirtualCurrencyAdjustment Item(string code) => new() { CurrencyCode = code, Amount = 1 };

    private static List<VirtualCurrencyAdjustment> Items(int count) => [.. Enumerable.Range(0, count).Select(number => Item($"C{number}"))];

    private static VirtualCurrencyMetadata Metadata(params string[] keys)
    {
        var metadata = new VirtualCurrencyMetadata();
        foreach (var key in keys)
            metadata[key] = "value";
        return metadata;
    }
}
