using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Contract;

/// <summary>
/// A success that is not what the operation documents is an error of its own, which names the place: by the facade and by
/// the generated builders. It is never an empty model.
/// </summary>
public sealed class UnreadableAnswerTests
{
    private const string Balance = """{"code":"GEM","name":"Gems","balance":7,"held":0,"available":7}""";
    private const string Paywall = "\"title\":\"t\",\"products\":[]";

    private static readonly string[] WithProfile =
        ["getProfile", "createProfile", "updateProfile", "setTransaction", "grantAccessLevel", "revokeAccessLevel", "validatePaddlePurchase"];

    private static readonly string[] WithSettings = ["getRefundSaverSettings", "setRefundSaverSettings"];

    private static readonly string[] WithPaywall = ["getPaywall", "updatePaywall"];

    /// <summary>What is unreadable for some operations: their names, the body, and the place.</summary>
    private static readonly (string[] Operations, string Body, string Path)[] Cases =
    [
        (WithProfile, "{}", "$.data"),
        (WithProfile, """{"data":null}""", "$.data"),
        (WithProfile, """{"data":[]}""", "$.data"),
        (WithProfile, """{"data":"text"}""", "$.data"),
        (WithProfile, """{"data":{"access_levels":[]}}""", "$.data.profile_id"),
        (WithProfile, """{"data":{"profile_id":"p"}}""", "$.data.access_levels"),
        (WithProfile, """{"data":{"profile_id":"p","access_levels":{}}}""", "$.data.access_levels"),
        (WithProfile, """{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium"}]}}""", "$.data.access_levels[0].expires_at"),
        (WithProfile, """{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium","expires_at":"2031-05-06 07:08:09+00:00"}]}}""", "$.data.access_levels[0].expires_at"),
        (WithProfile, """{"data":{"profile_id":"p","access_levels":[],"subscriptions":[{"expires_at":1931428800}]}}""", "$.data.subscriptions[0].expires_at"),
        (WithProfile, """{"data":{"profile_id":"p","access_levels":[],"non_subscriptions":[{"is_refund":"false"}]}}""", "$.data.non_subscriptions[0].is_refund"),

        (WithSettings, "{}", "$.settings"),
        (WithSettings, """{"profile_id":"p","settings":null}""", "$.settings"),
        (WithSettings, """{"profile_id":"p","settings":[]}""", "$.settings"),
        (WithSettings, """{"profile_id":"p","settings":{"consent":"true"}}""", "$.settings.consent"),
        (WithSettings, """{"profile_id":"p","settings":{"custom_preference":1}}""", "$.settings.custom_preference"),
        (WithSettings, """{"profile_id":7,"settings":{}}""", "$.profile_id"),

        (["validateStripePurchase"], "{}", "$.data"),
        (["validateStripePurchase"], """{"Data":null}""", "$.data"),
        (["validateStripePurchase"], """{"data":{"n":1e400}}""", "$.data"),
        (["validateStripePurchase"], """{"data":{"x":1,"x":2}}""", "$.data"),
        (["validateStripePurchase"], """{"data":["\ud800"]}""", "$.data"),
        (["validateStripePurchase"], """{"data":{"\ud800":1}}""", "$.data"),

        (["getIntegrationIdentifiers"], """{"appsflyer_id":7}""", "$.appsflyer_id"),
        (["getIntegrationIdentifiers"], """{"branch_id":{}}""", "$.branch_id"),

        (["listPaywalls"], "{}", "$.data"),
        (["listPaywalls"], """{"meta":{"pagination":{"count":0,"page":1,"pages":1}}}""", "$.data"),
        (["listPaywalls"], """{"data":null,"meta":{"pagination":{"count":0,"page":1,"pages":1}}}""", "$.data"),
        (["listPaywalls"], """{"data":{},"meta":{"pagination":{"count":0,"page":1,"pages":1}}}""", "$.data"),
        (["listPaywalls"], """{"data":[null],"meta":{"pagination":{"count":0,"page":1,"pages":1}}}""", "$.data[0]"),
        (["listPaywalls"], """{"data":[{}],"meta":{"pagination":{"count":0,"page":1,"pages":1}}}""", "$.data[0].paywall_id"),
        (["listPaywalls"], """{"data":[]}""", "$.meta"),
        (["listPaywalls"], """{"data":[],"meta":null}""", "$.meta"),
        (["listPaywalls"], """{"data":[],"meta":{}}""", "$.meta.pagination"),
        (["listPaywalls"], """{"data":[],"meta":{"pagination":null}}""", "$.meta.pagination"),
        (["listPaywalls"], """{"data":[],"meta":{"pagination":[]}}""", "$.meta.pagination"),
        (["listPaywalls"], """{"data":[],"meta":{"pagination":{"count":0,"page":1}}}""", "$.meta.pagination.pages"),
        (["listPaywalls"], """{"data":[],"meta":{"pagination":{"count":0,"pages":1}}}""", "$.meta.pagination.page"),
        (["listPaywalls"], """{"data":[],"meta":{"pagination":{"count":0,"page":null,"pages":1}}}""", "$.meta.pagination.page"),
        (["listPaywalls"], """{"data":[],"meta":{"pagination":{"count":0,"page":"1","pages":1}}}""", "$.meta.pagination.page"),
        (["listPaywalls"], """{"data":[],"meta":{"pagination":{"count":0,"page":1,"pages":null}}}""", "$.meta.pagination.pages"),

        (WithPaywall, "{}", "$.paywall_id"),
        (WithPaywall, $$"""{"paywall_id":null,{{Paywall}}}""", "$.paywall_id"),
        (WithPaywall, $$"""{"paywall_id":"",{{Paywall}}}""", "$.paywall_id"),
        (WithPaywall, $$"""{"data":{"paywall_id":"p",{{Paywall}} } }""", "$.paywall_id"),
        (WithPaywall, $$"""{"paywall_id":"p",{{Paywall}},"updated_at":"yesterday"}""", "$.updated_at"),
        (WithPaywall, $$"""{"paywall_id":"p",{{Paywall}},"is_deleted":0}""", "$.is_deleted"),
        (WithPaywall, $$"""{"paywall_id":"p",{{Paywall}},"remote_configs":[{"locale":"en","data":{} }]}""", "$.remote_configs[0].data"),
        (WithPaywall, $$"""{"paywall_id":"p",{{Paywall}},"main_screenshot":{"image_id":"80417"} }""", "$.main_screenshot.image_id"),
        (WithPaywall, """{"paywall_id":"p","products":{}}""", "$.products"),

        (["createVirtualCurrencyTransaction"], """{"transaction_id":7,"balances":[]}""", "$.transaction_id"),
        (["createVirtualCurrencyTransaction"], """{"transaction_id":"t","balances":{}}""", "$.balances"),
        (["createVirtualCurrencyTransaction"], """{"transaction_id":"t","balances":[{"code":"GEM","balance":7.5}]}""", "$.balances[0].balance"),
        (["createVirtualCurrencyTransaction"], """{"transaction_id":"t","balances":[{"code":"GEM","balance":2147483648}]}""", "$.balances[0].balance"),

        (["listVirtualCurrencyTransactions"], "{}", "$.data"),
        (["listVirtualCurrencyTransactions"], """{"pagination":{"next_cursor":null}}""", "$.data"),
        (["listVirtualCurrencyTransactions"], """{"data":{},"pagination":{"next_cursor":null}}""", "$.data"),
        (["listVirtualCurrencyTransactions"], """{"data":null,"pagination":{"next_cursor":null}}""", "$.data"),
        (["listVirtualCurrencyTransactions"], """{"data":[]}""", "$.pagination"),
        (["listVirtualCurrencyTransactions"], """{"data":[],"pagination":null}""", "$.pagination"),
        (["listVirtualCurrencyTransactions"], """{"data":[],"pagination":{}}""", "$.pagination.next_cursor"),
        (["listVirtualCurrencyTransactions"], """{"data":[],"pagination":{"next_cursor":7}}""", "$.pagination.next_cursor"),
        (["listVirtualCurrencyTransactions"], """{"data":[{"created_at":1}],"pagination":{"next_cursor":null}}""", "$.data[0].created_at"),
        (["listVirtualCurrencyTransactions"], """{"data":[{"items":[{"amount":"5"}]}],"pagination":{"next_cursor":null}}""", "$.data[0].items[0].amount"),

        (["listVirtualCurrencyBalances"], "{}", "$.data"),
        (["listVirtualCurrencyBalances"], """{"response_created_at":1,"data":null}""", "$.data"),
        (["listVirtualCurrencyBalances"], $$"""{"response_created_at":1,"data":{{Balance}}}""", "$.data"),
        (["listVirtualCurrencyBalances"], $$"""{"response_created_at":"1","data":[{{Balance}}]}""", "$.response_created_at"),
        (["listVirtualCurrencyBalances"], """{"response_created_at":1,"data":[{"code":"GEM","held":"0"}]}""", "$.data[0].held"),
    ];

    public static TheoryData<string, string, string> CasesOfCalls
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var call in OperationCalls.Plain)
            {
                foreach (var unreadable in Cases.Where(unreadable => unreadable.Operations.Contains(call.Operation)))
                    rows.Add(call.ToString(), unreadable.Body, unreadable.Path);
            }

            return rows;
        }
    }

    [Theory]
    [InlineData("""{"data":{"n":1e400}}""", "a number out of the range of a decimal")]
    [InlineData("""{"data":{"x":1,"x":2}}""", "a key is there twice")]
    public async Task What_is_wrong_in_undocumented_JSON_is_said_without_its_words(string body, string problem)
    {
        var exception = await FailAsync(FacadeCalls.Of("validateStripePurchase"), body, 200);

        Assert.Contains($"cannot be read: {problem} (at $.data).", exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.InnerException);
    }

    /// <summary>The operations whose success has a body that is read.</summary>
    private static IEnumerable<OperationCall> Reading => OperationCalls.Plain.Where(call => DocumentedServer.HasBody(call.Operation));

    [Theory]
    [MemberData(nameof(CasesOfCalls))]
    public async Task A_body_that_proves_nothing_names_the_place(string name, string body, string path)
    {
        var exception = await FailAsync(OperationCalls.Named(name), body, 200);

        Assert.Equal(path, exception.JsonPath);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("\"text\"", "$")]
    [InlineData("7", "$")]
    [InlineData("<!doctype html><title>Just a moment</title>", "$")]
    [InlineData("{\"data\":", "$.data")]
    public async Task What_is_no_object_is_no_answer_of_any_operation(string body, string? path)
    {
        foreach (var call in Reading)
        {
            var exception = await FailAsync(call, body, 200);

            // How far a body that breaks off was understood depends on what was expected there.
            if (path != "$.data")
                Assert.Equal(path, exception.JsonPath);
        }
    }

    [Theory]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(206)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(304)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Only_the_documented_status_is_success(int status)
    {
        foreach (var call in OperationCalls.Plain)
            await FailAsync(call, DocumentedServer.Body(call.Operation), status);
    }

    [Fact]
    public async Task The_success_of_another_operation_is_none()
    {
        foreach (var call in OperationCalls.Plain)
            await FailAsync(call, DocumentedServer.Body(call.Operation), call.Success == 204 ? 200 : 204);
    }

    [Fact]
    public async Task Metadata_that_is_no_text_is_refused_without_showing_its_name()
    {
        foreach (var call in OperationCalls.Plain.Where(call => call.Operation == "listVirtualCurrencyTransactions"))
        {
            var exception = await FailAsync(call, """{"data":[{"transaction_id":"t","metadata":{"kim_example":7}}],"pagination":{"next_cursor":null}}""", 200);

            Assert.DoesNotContain("kim", exception.ToString(), StringComparison.Ordinal);
            Assert.StartsWith("$.data[0].metadata", exception.JsonPath, StringComparison.Ordinal);
        }
    }

    private static async Task<AdaptyResponseException> FailAsync(OperationCall call, string body, int status)
    {
        var handler = StubHandler.Returning(body, status, headers: ("Request-Id", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"));
        using var client = handler.Client(options => options.MaxRetries = 3);

        var exception = await Assert.ThrowsAsync<AdaptyResponseException>(() => call.Send(client, TestContext.Current.CancellationToken));

        Assert.Equal((status, "0f1e2d3c4b5a69788796a5b4c3d2e1f0"), (exception.StatusCode, exception.RequestId));
        Assert.Contains(call.Operation, exception.Message, StringComparison.Ordinal);
        Assert.False(exception.IsTransient);
        // It is not tried again, whatever the method.
        Assert.Equal(1, exception.Attempts);
        Assert.Single(handler.Requests);
        return exception;
    }
}
