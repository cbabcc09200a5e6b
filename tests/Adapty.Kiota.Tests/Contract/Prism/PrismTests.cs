using System.Net;
using System.Text;
using System.Text.Json;
using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Contract.Prism;

/// <summary>
/// A second opinion on the description of the API: Prism, which validates every request against it, accepts what the SDK
/// sends, and every example that it answers with is read. <c>build/prism.sh</c> starts it and runs this class.
/// </summary>
public sealed class PrismTests
{
    private const string AddressName = "ADAPTY_PRISM_ADDRESS";
    private const string Reason = AddressName + " names no running Prism; build/prism.sh starts one and runs these tests";
    private const string Root = "/api/v2/server-side-api";

    private static bool IsGiven => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(AddressName));

    /// <summary>Every call there is; one row that is skipped, and says why, where there is no Prism.</summary>
    public static TheoryData<string> Requests => IsGiven ? OperationCalls.Everything : [new TheoryDataRow<string>("") { Skip = Reason }];

    /// <summary>Every example of a success, by both ways to call its operation.</summary>
    public static TheoryData<string, string> Successes => !IsGiven ? [new TheoryDataRow<string, string>("", "") { Skip = Reason }] :
    [
        .. from call in OperationCalls.Plain
           from answer in Spec.Answers.DistinctBy(answer => (answer.Operation, answer.Status, answer.Name))
           where answer.Operation == call.Operation && answer.Status == "200"
           // A pager would get the same page for its cursor again.
           where answer.Name != "firstPage" || call.Variant == "by the generated builder"
           select new TheoryDataRow<string, string>(call.ToString(), answer.Name),
    ];

    /// <summary>Every example of a refusal that has a status of its own.</summary>
    public static TheoryData<string, int, string> Refusals => !IsGiven ? [new TheoryDataRow<string, int, string>("", 0, "") { Skip = Reason }] :
    [
        .. from answer in Spec.Answers
           where answer.Status != "200" && !answer.Status.Contains('X', StringComparison.Ordinal)
           select new TheoryDataRow<string, int, string>(answer.Operation, int.Parse(answer.Status, System.Globalization.CultureInfo.InvariantCulture), answer.Name),
    ];

    /// <summary>Method, path, body, the status that Prism answers with, and what is wrong.</summary>
    public static TheoryData<string, string, string, int, string> WrongRequests => IsGiven
        ? new()
        {
            { "GET", "/profile/", "", 401, "no key" },
            { "PATCH", "/profile/", "{}", 422, "nothing to change" },
            { "PATCH", "/profile/", "{\"att_status\":\"0\"}", 422, "a text for a number" },
            { "PATCH", "/profile/", "{\"custom_attributes\":[]}", 422, "an empty list" },
            { "POST", "/purchase/profile/grant/access-level/", "{}", 422, "no access level" },
            { "POST", "/purchase/profile/grant/access-level/", "{\"access_level_id\":\"premium\",\"expires_at\":\"tomorrow\"}", 422, "no date" },
            { "POST", "/purchase/profile/grant/access-level/", "", 422, "no body" },
            { "POST", "/purchase/set/transaction/", "{\"purchase_type\":\"PRODUCT_PERIOD\"}", 422, "an unknown kind" },
            { "POST", "/purchase/profile/refund-saver/settings/", "{\"consent\":\"yes\"}", 422, "a text for a boolean" },
            { "PUT", "/paywalls/p/", "{\"remote_configs\":[{\"locale\":\"en\",\"data\":{}}]}", 422, "an object for a text" },
            { "POST", "/vc/transactions/", "{\"items\":[]}", 422, "no items" },
            { "POST", "/vc/transactions/", "{\"items\":[{\"currency_code\":\"GEM\",\"amount\":0}]}", 422, "an amount of 0" },
            { "GET", "/vc/transactions/?limit=0", "", 422, "a page too small" },
            { "GET", "/vc/transactions/?limit=101", "", 422, "a page too large" },
            { "GET", "/profile", "", 404, "no slash at the end" },
            { "GET", "/purchase/set/transaction/", "", 405, "another method" },
        }
        : [new TheoryDataRow<string, string, string, int, string>("", "", "", 0, "") { Skip = Reason }];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Every_request_is_accepted_and_its_answer_read(string name)
    {
        var call = OperationCalls.Named(name);
        var (handler, model) = await SendAsync(call, preference: null);

        Assert.Equal([call.Success], handler.Statuses);
        AssertRead(call, handler, model);
    }

    [Theory]
    [MemberData(nameof(Successes))]
    public async Task Every_example_of_a_success_is_read_with_every_value(string name, string example)
    {
        var call = OperationCalls.Named(name);
        var (handler, model) = await SendAsync(call, $"code=200, example={example}");

        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(Spec.Answer(call.Operation, "200", example)), handler.Body!.Value));
        AssertRead(call, handler, model);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Every_example_of_a_refusal_is_understood(string operation, int status, string example)
    {
        foreach (var call in OperationCalls.Plain.Where(call => call.Operation == operation))
        {
            var handler = new PrismHandler($"code={status}, example={example}");
            using var client = Client(handler);

            var exception = await Assert.ThrowsAnyAsync<AdaptyApiException>(() => call.Send(client, TestContext.Current.CancellationToken));

            var expected = Spec.Answer(operation, status.ToString(System.Globalization.CultureInfo.InvariantCulture), example);
            Assert.Empty(handler.Violations);
            // Otherwise it may be a refusal of Prism's own.
            Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(expected), handler.Body!.Value), $"{call}: {handler.Body}");
            Assert.Equal(status, exception.StatusCode);
            Assert.Equal((string?)expected["error_code"], exception.ErrorCode);
        }
    }

    /// <summary>
    /// Otherwise the acceptance of the SDK's requests would prove nothing. (Prism does not look at query parameters with
    /// brackets in their names: the paging of the paywalls is held to its exact form by the tests of the requests.)
    /// </summary>
    [Theory]
    [MemberData(nameof(WrongRequests))]
    public async Task A_wrong_request_is_not(string method, string path, string body, int status, string what)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Address(), Root + path));
        request.Headers.TryAddWithoutValidation("adapty-customer-user-id", TestData.CustomerId);
        if (status != 401)
            request.Headers.TryAddWithoutValidation("Authorization", "Api-Key " + TestData.Key);
        if (body.Length > 0)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        // Prism answers with the nearest status that the operation describes.
        Assert.True((int)response.StatusCode == status || (status == 422 && response.StatusCode == HttpStatusCode.BadRequest), $"{what}: {response.StatusCode}");
        Assert.True(status is 404 or 405 || response.Headers.Contains("sl-violations"), what);
    }

    private static Uri Address() => new(Environment.GetEnvironmentVariable(AddressName)!);

    private static AdaptyClient Client(PrismHandler handler) =>
        new(new AdaptyClientOptions { ApiKey = TestData.Key, BaseAddress = Address(), MaxRetries = 0 }, new HttpClient(handler));

    private static async Task<(PrismHandler Handler, object? Model)> SendAsync(OperationCall call, string? preference)
    {
        var handler = new PrismHandler(preference);
        using var client = Client(handler);
        try
        {
            var model = await call.Send(client, TestContext.Current.CancellationToken);
            Assert.Empty(handler.Violations);
            return (handler, model);
        }
        catch (AdaptyException exception)
        {
            Assert.Fail($"{call}: {exception.Message} {string.Join(' ', handler.Violations)}");
            throw;
        }
    }

    private static void AssertRead(OperationCall call, PrismHandler handler, object? model)
    {
        if (!DocumentedServer.HasBody(call.Operation))
        {
            Assert.Null(handler.Body);
            return;
        }

        // The facade takes what it can out of its envelope.
        var inner = model is Profile or System.Collections.IList ? handler.Body!.Value.GetProperty("data") : handler.Body!.Value;
        ModelCheck.Holds(inner, model);
    }
}
