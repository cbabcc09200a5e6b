using System.Text.Json;
using System.Text.Json.Nodes;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Contract;

/// <summary>Every documented refusal of every operation becomes the right exception, by the facade and by the generated builders.</summary>
public sealed class RefusalTests
{
    private static readonly string[] ProfileOperations = ["getProfile", "createProfile", "updateProfile", "deleteProfile", "setTransaction", "grantAccessLevel", "revokeAccessLevel"];
    private static readonly string[] AccessOperations = ["grantAccessLevel", "revokeAccessLevel"];
    private static readonly string[] BadRequestOperations = ["setTransaction", "grantAccessLevel", "revokeAccessLevel"];
    private static readonly string[] RefundSaver = ["getRefundSaverSettings", "setRefundSaverSettings"];
    private static readonly string[] Identifiers = ["getIntegrationIdentifiers", "setIntegrationIdentifiers"];
    private static readonly string[] Paywalls = ["listPaywalls", "getPaywall", "updatePaywall"];
    private static readonly string[] Currency = ["createVirtualCurrencyTransaction", "listVirtualCurrencyTransactions", "listVirtualCurrencyBalances"];
    private static readonly string[] Create = ["createVirtualCurrencyTransaction"];
    private static readonly string[] Transaction = ["setTransaction"];
    private static readonly string[] Everywhere = [.. Spec.Operations.Select(operation => operation.Operation)];

    /// <summary>Error code, status, source (null for the list of strings), operations, class.</summary>
    private static readonly (string Code, int Status, string? Source, string[] Operations, Type Class)[] Codes =
    [
        ("not_authenticated", 401, "non_field_errors", Everywhere, typeof(AdaptyAuthenticationException)),
        ("unauthorized", 401, null, [.. RefundSaver, "validatePaddlePurchase", .. Identifiers, .. Paywalls], typeof(AdaptyAuthenticationException)),
        ("profile_does_not_exist", 404, "", [.. ProfileOperations, .. Currency], typeof(AdaptyProfileNotFoundException)),
        ("profile_does_not_exist", 400, "non_field_errors", BadRequestOperations, typeof(AdaptyProfileNotFoundException)),
        ("profile_does_not_exist", 400, null, RefundSaver, typeof(AdaptyProfileNotFoundException)),
        ("profile_not_found", 404, null, Identifiers, typeof(AdaptyProfileNotFoundException)),
        ("paid_access_level_does_not_exist", 400, "non_field_errors", AccessOperations, typeof(AdaptyResourceNotFoundException)),
        ("paid_access_level_does_not_exist", 404, "non_field_errors", AccessOperations, typeof(AdaptyResourceNotFoundException)),
        ("profile_paid_access_level_does_not_exist", 400, "non_field_errors", ["revokeAccessLevel"], typeof(AdaptyValidationException)),
        ("revocation_date_more_than_expiration_date", 400, "revoke_at", ["revokeAccessLevel"], typeof(AdaptyValidationException)),
        ("value_error", 400, "", ["revokeAccessLevel"], typeof(AdaptyValidationException)),
        ("billing_issue_detected_at_date_comparison_error", 400, "billing_issue_detected_at", Transaction, typeof(AdaptyValidationException)),
        ("expires_date_error", 400, "expires_at", Transaction, typeof(AdaptyValidationException)),
        ("family_share_price_error", 400, "is_family_shared", Transaction, typeof(AdaptyValidationException)),
        ("free_trial_price_error", 400, "offer_type", Transaction, typeof(AdaptyValidationException)),
        ("grace_period_billing_error", 400, "grace_period_billing_error", Transaction, typeof(AdaptyValidationException)),
        ("grace_period_expires_date_error", 400, "grace_period_expires_at", Transaction, typeof(AdaptyValidationException)),
        ("missing_offer_id", 400, "offer_category", Transaction, typeof(AdaptyValidationException)),
        ("one_time_purchase_trial_error", 400, "offer.type", Transaction, typeof(AdaptyValidationException)),
        ("originally_purchased_date_error", 400, "originally_purchased_at", Transaction, typeof(AdaptyValidationException)),
        ("refund_date_error", 400, "refunded_at", Transaction, typeof(AdaptyValidationException)),
        ("refund_fields_error", 400, "refunded_at", Transaction, typeof(AdaptyValidationException)),
        ("renew_status_changed_date_error", 400, "renew_status_changed_at", Transaction, typeof(AdaptyValidationException)),
        ("store_transaction_id_error", 400, "store_transaction_id", Transaction, typeof(AdaptyValidationException)),
        ("no_products_found", 400, "non_field_errors", ["validatePaddlePurchase"], typeof(AdaptyValidationException)),
        ("paddle_api_key_not_found", 400, null, ["validatePaddlePurchase"], typeof(AdaptyValidationException)),
        ("invalid_paddle_credentials_or_purchase_not_found", 400, null, ["validatePaddlePurchase"], typeof(AdaptyValidationException)),
        ("validation_error", 400, "page_size", ["listPaywalls"], typeof(AdaptyValidationException)),
        ("validation_error", 400, "remote_configs", ["updatePaywall"], typeof(AdaptyValidationException)),
        ("validation_error", 400, null, ["setRefundSaverSettings", "setIntegrationIdentifiers"], typeof(AdaptyValidationException)),
        ("paywall_does_not_exist", 404, "", ["getPaywall", "updatePaywall"], typeof(AdaptyResourceNotFoundException)),
        ("insufficient_balance", 400, "GEM", Create, typeof(AdaptyValidationException)),
        ("unknown_currency", 400, "currency_code", Create, typeof(AdaptyValidationException)),
        ("duplicate_currency", 400, "currency_code", Create, typeof(AdaptyValidationException)),
        ("amount_zero", 400, "amount", Create, typeof(AdaptyValidationException)),
        ("balance_overflow", 400, "COIN", Create, typeof(AdaptyValidationException)),
        ("empty_items", 400, "items", Create, typeof(AdaptyValidationException)),
        ("idempotency_key_invalid", 400, "", Create, typeof(AdaptyValidationException)),
        ("invalid_cursor", 400, "cursor", ["listVirtualCurrencyTransactions"], typeof(AdaptyValidationException)),
        ("feature_not_enabled", 403, "", Currency, typeof(AdaptyForbiddenException)),
        ("idempotency_in_flight", 409, "", Create, typeof(AdaptyConflictException)),
        ("duplicate_source_transaction", 409, "", Create, typeof(AdaptyConflictException)),
        ("a_code_of_tomorrow", 422, "items", Create, typeof(AdaptyValidationException)),
        ("rate_limited", 429, "", Everywhere, typeof(AdaptyRateLimitException)),
        ("base_error", 400, "non_field_errors", Everywhere, typeof(AdaptyValidationException)),
        ("parse_error", 400, "", Everywhere, typeof(AdaptyValidationException)),
        ("datetime", 400, "visited_at", Everywhere, typeof(AdaptyValidationException)),
        ("enum", 400, "status", Everywhere, typeof(AdaptyValidationException)),
        ("a_code_of_tomorrow", 418, "x", Everywhere, typeof(AdaptyApiException)),
        ("a_code_of_tomorrow", 404, null, Everywhere, typeof(AdaptyApiException)),
        ("a_code_of_tomorrow", 500, "x", Everywhere, typeof(AdaptyServerException)),
    ];

    public static TheoryData<string, int> CodesAndStatuses
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var (code, status) in Codes.Select(row => (row.Code, row.Status)).Distinct())
                rows.Add(code, status);
            return rows;
        }
    }

    public static TheoryData<string> Operations => [.. Everywhere];

    [Theory]
    [MemberData(nameof(CodesAndStatuses))]
    public async Task A_code_is_the_right_exception_for_every_operation_that_it_belongs_to(string code, int status)
    {
        foreach (var row in Codes.Where(row => row.Code == code && row.Status == status))
        {
            var calls = OperationCalls.Plain.Where(call => row.Operations.Contains(call.Operation)).ToList();
            Assert.Equal(2 * row.Operations.Length, calls.Count);
            foreach (var call in calls)
            {
                var exception = await RefusedAsync(call, Body(row.Code, row.Source), status);

                Assert.IsType(row.Class, exception);
                Assert.Equal(code, exception.ErrorCode);
                var error = Assert.Single(exception.Errors);
                Assert.Equal(row.Source is null or "" ? null : row.Source, error.Source);
                Assert.Equal(["In Adapty's words."], error.Messages);
                Assert.Equal($"Adapty {(status >= 500 ? "failed at" : "refused")} {call.Operation}: {status} {code}: In Adapty's words.", exception.Message);
            }
        }
    }

    /// <summary>The examples of the spec, which come in the shape that the operation really has.</summary>
    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_example_of_a_refusal_reads(string operation)
    {
        foreach (var (_, status, mediaType, name, body) in Spec.Answers.Where(answer => answer.Operation == operation && answer.Status != "200"))
        {
            var code = (string?)body["error_code"];
            var http = status switch
            {
                "4XX" => (int)body["status_code"]!,
                "5XX" => 530,
                _ => int.Parse(status, System.Globalization.CultureInfo.InvariantCulture),
            };
            foreach (var call in OperationCalls.Plain.Where(call => call.Operation == operation))
            {
                var exception = await RefusedAsync(call, body.ToJsonString(), http, mediaType);

                Assert.Equal(code, exception.ErrorCode);
                Assert.Equal(MessagesIn(body["errors"]), exception.Errors.SelectMany(error => error.Messages));
                if (code is not null)
                    Assert.True(Codes.Any(row => row.Code == code && row.Class == exception.GetType()), $"{name}: {code} of {operation} is {exception.GetType().Name}");
            }
        }
    }

    [Fact]
    public async Task Stripes_own_shape()
    {
        foreach (var call in OperationCalls.Plain.Where(call => call.Operation == "validateStripePurchase"))
        {
            var exception = await RefusedAsync(
                call, """{"errors":[{"detail":"none is not an allowed value","source":{"pointer":"/data/attributes/stripe_token"},"status":"400"}]}""", 400, "application/vnd.api+json");

            Assert.IsType<AdaptyValidationException>(exception);
            Assert.Null(exception.ErrorCode);
            var error = Assert.Single(exception.Errors);
            Assert.Equal(("/data/attributes/stripe_token", "none is not an allowed value"), (error.Source, error.Messages.Single()));
        }
    }

    [Theory]
    [InlineData(400, typeof(AdaptyValidationException))]
    [InlineData(401, typeof(AdaptyAuthenticationException))]
    [InlineData(403, typeof(AdaptyForbiddenException))]
    [InlineData(404, typeof(AdaptyApiException))]
    [InlineData(409, typeof(AdaptyConflictException))]
    [InlineData(422, typeof(AdaptyValidationException))]
    [InlineData(429, typeof(AdaptyRateLimitException))]
    [InlineData(500, typeof(AdaptyServerException))]
    [InlineData(502, typeof(AdaptyServerException))]
    [InlineData(520, typeof(AdaptyServerException))]
    [InlineData(530, typeof(AdaptyServerException))]
    public async Task A_page_of_the_network_in_between_goes_by_its_status(int status, Type expected)
    {
        foreach (var call in OperationCalls.Plain)
            Assert.IsType(expected, await RefusedAsync(call, "<html><head><title>no</title></head></html>", status, "text/html"));
    }

    /// <summary>Adapty's words may repeat what was sent; nothing of a person or of the key comes out again.</summary>
    [Fact]
    public async Task No_operations_refusal_shows_whom_it_was_about()
    {
        foreach (var call in FacadeCalls.All)
        {
            var exception = await RefusedAsync(
                call, $$"""{"errors":[{"source":null,"errors":["no {{TestData.CustomerId}}, {{FacadeCalls.ProfileId}}, {{TestData.Key}}"]}],"error_code":"base_error"}""", 400);

            foreach (var shown in (string[])[exception.ToString(), exception.BodyExcerpt!, exception.Errors[0].Messages[0]])
            {
                Assert.DoesNotContain(TestData.Key, shown, StringComparison.Ordinal);
                Assert.DoesNotContain(FacadeCalls.ProfileId, shown, StringComparison.Ordinal);
                if (call.Headers.ContainsKey("adapty-customer-user-id") || call.Body.Contains("customer_user_id", StringComparison.Ordinal))
                    Assert.DoesNotContain(TestData.CustomerId, shown, StringComparison.Ordinal);
            }
        }
    }

    private static string Body(string code, string? source)
    {
        JsonNode error = source is null ? "In Adapty's words." : new JsonObject { ["source"] = source.Length == 0 ? null : source, ["errors"] = new JsonArray("In Adapty's words.") };
        return new JsonObject { ["errors"] = new JsonArray(error), ["error_code"] = code, ["status_code"] = 0 }.ToJsonString();
    }

    private static IEnumerable<string> MessagesIn(JsonNode? errors) => errors switch
    {
        JsonArray list => list.SelectMany(MessagesIn),
        JsonObject { } single when single["detail"] is { } detail => [(string)detail!],
        JsonObject { } single when single["errors"] is { } inner => MessagesIn(inner),
        JsonObject map => map.SelectMany(member => MessagesIn(member.Value)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [(string)value!],
        _ => [],
    };

    private static async Task<AdaptyApiException> RefusedAsync(OperationCall call, string body, int status, string contentType = "application/json")
    {
        using var client = StubHandler.Returning(body, status, contentType, ("x-request-id", "abc"), ("Retry-After", "7")).Client();

        var exception = await Assert.ThrowsAnyAsync<AdaptyApiException>(() => call.Send(client, TestContext.Current.CancellationToken));

        Assert.Equal((status, "abc", 7d, 1), (exception.StatusCode, exception.RequestId, exception.RetryAfter!.Value.TotalSeconds, exception.Attempts));
        Assert.NotNull(exception.BodyExcerpt);
        Assert.Contains(call.Operation, exception.Message, StringComparison.Ordinal);
        return exception;
    }
}
