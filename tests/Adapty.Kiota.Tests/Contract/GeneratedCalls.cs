using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Tests.Contract;

/// <summary>All 19 operations as <c>adapty.Api</c> calls them; each makes the request of the facade's plain call.</summary>
internal static class GeneratedCalls
{
    public static IReadOnlyList<OperationCall> All { get; } =
    [
        Like("getProfile", async (adapty, token) => await Root(adapty).Profile.EmptyPathSegment.GetAsync(Customer, token)),
        Like("createProfile", async (adapty, token) => await Root(adapty).Profile.EmptyPathSegment.PostAsync(FacadeCalls.FullCreateRequest(), OnTheWeb, token)),
        Like("updateProfile", async (adapty, token) => await Root(adapty).Profile.EmptyPathSegment.PatchAsync(
            new UpdateProfileRequest { CustomAttributes = [CustomAttribute.Of("favourite_genre", "poetry"), CustomAttribute.Delete("books_read")] }, Customer, token)),
        Like("deleteProfile", async (adapty, token) =>
        {
            await Root(adapty).Profile.EmptyPathSegment.DeleteAsync(Customer, token);
            return null;
        }),
        Like("setTransaction", async (adapty, token) =>
        {
            var subscription = FacadeCalls.MinimalSubscription();
            subscription.PurchaseType = "subscription";
            return await Root(adapty).Purchase.Set.Transaction.EmptyPathSegment.PostAsync(new SetTransactionRequest { SubscriptionTransaction = subscription }, Customer, token);
        }),
        Like("grantAccessLevel", async (adapty, token) => await Root(adapty).Purchase.Profile.Grant.AccessLevel.EmptyPathSegment.PostAsync(
            new GrantAccessLevelRequest { AccessLevelId = "premium", ExpiresAt = new DateTimeOffset(2031, 5, 6, 7, 8, 9, 123, 456, TimeSpan.Zero) }, Customer, token)),
        Like("revokeAccessLevel", async (adapty, token) => await Root(adapty).Purchase.Profile.Revoke.AccessLevel.EmptyPathSegment.PostAsync(
            new RevokeAccessLevelRequest { AccessLevelId = "premium" }, Customer, token)),
        Like("getRefundSaverSettings", async (adapty, token) => await Root(adapty).Purchase.Profile.RefundSaver.Settings.EmptyPathSegment.GetAsync(Customer, token)),
        Like("setRefundSaverSettings", async (adapty, token) => await Root(adapty).Purchase.Profile.RefundSaver.Settings.EmptyPathSegment.PostAsync(
            new SetRefundSaverSettingsRequest { Consent = true, CustomPreference = "decline" }, Customer, token)),
        Like("validateStripePurchase", async (adapty, token) => await adapty.Api.Api.V1.Sdk.Purchase.Stripe.Token.Validate.EmptyPathSegment.PostAsync(
            new StripeValidationRequest
            {
                Data = new StripeValidationData
                {
                    Type = "stripe_receipt_validation_result",
                    Attributes = new StripeValidationAttributes { CustomerUserId = TestData.CustomerId, StripeToken = "sub_9QxExampleReader01" },
                },
            },
            cancellationToken: token)),
        Like("validatePaddlePurchase", async (adapty, token) => await Root(adapty).Purchase.Paddle.Token.Validate.EmptyPathSegment.PostAsync(
            new PaddleValidationRequest { CustomerUserId = TestData.CustomerId, PaddleToken = "txn_01exampleexampleexample01" }, cancellationToken: token)),
        Like("getIntegrationIdentifiers", async (adapty, token) => await Root(adapty).Integration.Profile.Set.IntegrationIdentifiers.EmptyPathSegment.GetAsync(
            request => request.Headers.Add("adapty-profile-id", FacadeCalls.ProfileId), token)),
        Like("setIntegrationIdentifiers", async (adapty, token) => await Root(adapty).Integration.Profile.Set.IntegrationIdentifiers.EmptyPathSegment.PostAsync(
            new IntegrationIdentifiers { AppsflyerId = "1930464309123-4567890" }, Customer, token)),
        Like("listPaywalls", async (adapty, token) => await Root(adapty).Paywalls.EmptyPathSegment.GetAsync(
            request =>
            {
                request.QueryParameters.Pagenumber = 1;
                request.QueryParameters.Pagesize = 20;
            },
            token)),
        Like("getPaywall", async (adapty, token) => await Root(adapty).Paywalls[FacadeCalls.PaywallId].EmptyPathSegment.GetAsync(cancellationToken: token)),
        Like("updatePaywall", async (adapty, token) => await Root(adapty).Paywalls[FacadeCalls.PaywallId].EmptyPathSegment.PutAsync(
            new UpdatePaywallRequest { RemoteConfigs = [new RemoteConfig { Locale = "en", Data = "{\"a\": 1.0,\n\"b\":[]}" }, new RemoteConfig { Locale = "nl", Data = "" }] }, cancellationToken: token)),
        Like("createVirtualCurrencyTransaction", async (adapty, token) => await Root(adapty).Vc.Transactions.EmptyPathSegment.PostAsync(
            FacadeCalls.Exchange(),
            request =>
            {
                Customer(request);
                request.Headers.Add("Idempotency-Key", FacadeCalls.IdempotencyKey);
            },
            token)),
        Like("listVirtualCurrencyTransactions", async (adapty, token) => await Root(adapty).Vc.Transactions.EmptyPathSegment.GetAsync(
            request =>
            {
                request.Headers.Add("adapty-customer-user-id", TestData.CustomerId);
                request.QueryParameters.Limit = 50;
            },
            token)),
        Like("listVirtualCurrencyBalances", async (adapty, token) => await Root(adapty).Vc.Balances.EmptyPathSegment.GetAsync(Customer, token)),
    ];

    private static Kiota.Api.V2.ServerSideApi.ServerSideApiRequestBuilder Root(AdaptyClient adapty) => adapty.Api.Api.V2.ServerSideApi;

    private static void Customer(RequestConfiguration<DefaultQueryParameters> request) => request.Headers.Add("adapty-customer-user-id", TestData.CustomerId);

    private static void OnTheWeb(RequestConfiguration<DefaultQueryParameters> request)
    {
        Customer(request);
        request.Headers.Add("adapty-platform", "web");
    }

    private static OperationCall Like(string operation, Func<AdaptyClient, CancellationToken, Task<object?>> send) =>
        FacadeCalls.Of(operation) with { Variant = "by the generated builder", Send = send };
}
