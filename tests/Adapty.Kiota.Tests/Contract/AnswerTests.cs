using System.Text.Json;
using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Tests.Contract;

/// <summary>Every documented answer reads, with every value in its place, by the facade and by the generated builders.</summary>
public sealed class AnswerTests
{
    /// <summary>What the Set transaction page shows: an object in the form of a one-time purchase among the subscriptions, and no access levels.</summary>
    private const string OddTransactionAnswer =
        """
        {"data":{"app_id":"3f0d6b52-94c1-4f0e-8a6b-2c7e51d9a840","profile_id":"5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603","customer_user_id":"member-20417",
        "total_revenue_usd":2.99,"segment_hash":"8c1f0e6d2b7a4953","timestamp":1930464309123,"custom_attributes":[],"access_levels":[],
        "subscriptions":[{"purchase_id":"c07d5f31-62be-4a19-8f44-1e9b3ad27650","store":"app_store","store_product_id":"reader.font_pack","store_base_plan_id":null,
        "store_transaction_id":"410000700451339","store_original_transaction_id":"410000700451339","purchased_at":"2030-06-17T21:12:40.123456+0000","environment":"Production",
        "is_refund":false,"is_consumable":true}],"non_subscriptions":[]}}
        """;

    public static TheoryData<string, string> Documented
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var call in OperationCalls.Plain)
            {
                foreach (var answer in Spec.Answers.DistinctBy(answer => (answer.Operation, answer.Status, answer.Name)))
                {
                    // The pager would ask for the page after it; that is tested with the pages.
                    if (answer.Operation == call.Operation && answer.Status == "200" && (answer.Name != "firstPage" || call.Variant == "by the generated builder"))
                        rows.Add(call.ToString(), answer.Name);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task Every_value_of_a_documented_answer_is_read(string name, string example)
    {
        var call = OperationCalls.Named(name);
        var body = JsonSerializer.SerializeToElement(Spec.Answer(call.Operation, "200", example));
        using var client = StubHandler.Returning(body.GetRawText()).Client();

        var model = await call.Send(client, TestContext.Current.CancellationToken);

        // The facade takes what it can out of its envelope.
        var inner = model is Profile || (model is System.Collections.IList && body.ValueKind == JsonValueKind.Object) ? body.GetProperty("data") : body;
        ModelCheck.Holds(inner, model);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.api+json")]
    [InlineData("text/plain")]
    [InlineData("")]
    public async Task The_content_type_decides_nothing(string contentType)
    {
        foreach (var call in OperationCalls.Plain)
        {
            using var client = StubHandler.Returning(DocumentedServer.Body(call.Operation), call.Success, contentType).Client();

            var answer = await call.Send(client, TestContext.Current.CancellationToken);

            Assert.True(answer is not null || call.Operation is "deleteProfile" or "setIntegrationIdentifiers", call.ToString());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("""{"data":{}}""")]
    [InlineData("null")]
    [InlineData("<html>never read</html>")]
    public async Task What_comes_with_a_success_without_a_documented_body_is_not_read(string body)
    {
        foreach (var call in OperationCalls.Plain.Where(call => !DocumentedServer.HasBody(call.Operation)))
        {
            var handler = StubHandler.Returning(body, call.Success);
            using var client = handler.Client();

            await call.Send(client, TestContext.Current.CancellationToken);

            Assert.Single(handler.Requests);
        }
    }

    [Fact]
    public async Task A_purchase_among_the_subscriptions_reads()
    {
        foreach (var call in FacadeCalls.All.Where(call => call.Operation is "setTransaction" or "validatePaddlePurchase"))
        {
            using var client = StubHandler.Returning(OddTransactionAnswer).Client();

            var profile = Assert.IsType<Profile>(await call.Send(client, TestContext.Current.CancellationToken));

            var subscription = Assert.Single(profile.Subscriptions!);
            Assert.Equal("410000700451339", subscription.StoreTransactionId);
            Assert.Equal(new DateTimeOffset(2030, 6, 17, 21, 12, 40, 123, 456, TimeSpan.Zero), subscription.PurchasedAt);
            Assert.Null(subscription.OriginallyPurchasedAt);
            Assert.Null(subscription.IsInGracePeriod);
            Assert.Equal("c07d5f31-62be-4a19-8f44-1e9b3ad27650", Assert.IsType<string>(subscription.AdditionalData["purchase_id"]));
            Assert.True(Assert.IsType<bool>(subscription.AdditionalData["is_consumable"]));
            Assert.Empty(profile.AccessLevels!);
            Assert.False(profile.HasAccess("premium"));
        }
    }

    [Fact]
    public async Task Stripes_data_is_null_on_success_and_kept_otherwise()
    {
        var call = FacadeCalls.Of("validateStripePurchase");
        using var success = StubHandler.Returning("""{"data":null}""").Client();
        using var other = StubHandler.Returning("""{"data":{"id":"x","n":1.50,"list":[true,false,null]}}""").Client();

        Assert.Null(Assert.IsType<StripeValidationResponse>(await call.Send(success, TestContext.Current.CancellationToken)).Data);
        var data = Assert.IsType<UntypedObject>(Assert.IsType<StripeValidationResponse>(await call.Send(other, TestContext.Current.CancellationToken)).Data);
        Assert.Equal("x", Assert.IsType<UntypedString>(data.GetValue()["id"]).GetValue());
        Assert.Equal(1.50m, Assert.IsType<UntypedDecimal>(data.GetValue()["n"]).GetValue());
        var list = Assert.IsType<UntypedArray>(data.GetValue()["list"]).GetValue().ToList();
        Assert.Equal([true, false], list[..2].Select(item => Assert.IsType<UntypedBoolean>(item).GetValue()));
        Assert.IsType<UntypedNull>(Assert.Single(list[2..]));
    }

    [Fact]
    public async Task Settings_that_were_never_set_are_null()
    {
        foreach (var settings in (string[])["{}", """{"consent":null,"custom_preference":null}"""])
        {
            using var client = StubHandler.Returning($$"""{"profile_id":"p","settings":{{settings}}}""").Client();

            var answer = await client.RefundSaver.GetSettingsAsync(TestData.Customer, TestContext.Current.CancellationToken);

            Assert.Null(answer.Settings!.Consent);
            Assert.Null(answer.Settings.CustomPreference);
        }
    }

    [Fact]
    public async Task A_profiles_answer_knows_the_clock_of_its_client_whichever_operation_gave_it()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2032, 2, 3, 4, 4, 58, TimeSpan.Zero));
        foreach (var call in FacadeCalls.All)
        {
            using var client = StubHandler.Returning(DocumentedServer.Body(call.Operation), call.Success).Client(options => options.TimeProvider = clock);
            if (await call.Send(client, TestContext.Current.CancellationToken) is Profile profile)
                Assert.True(profile.HasAccess("premium"), call.ToString());
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        using var late = StubHandler.Returning(DocumentedServer.Body("grantAccessLevel")).Client(options => options.TimeProvider = clock);
        Assert.False((await late.AccessLevels.GrantLifetimeAsync(TestData.Customer, "premium", TestContext.Current.CancellationToken)).HasAccess("premium"));
    }
}
