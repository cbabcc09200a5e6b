using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.Server;
using Adapty.Kiota.Testing.State;
using static Adapty.Kiota.AdaptyErrorCodes;

namespace Adapty.Kiota.Testing.Areas;

/// <summary>
/// Sets transactions and validates the tokens of Stripe and Paddle. A transaction's fields are checked one by one, and then
/// whether they fit together. <see cref="PurchaseHistory"/> says what it does to a profile.
/// </summary>
internal static class Purchases
{
    private const string Path = FakeOperation.Root + "purchase/";
    private const string StripeType = "stripe_receipt_validation_result";

    public static readonly FakeOperation[] Operations =
    [
        new(HttpMethod.Post, Path + "set/transaction/", ErrorStyle.Transactions, SetTransaction),
        new(HttpMethod.Post, Path + "paddle/token/validate/", ErrorStyle.Strings, ValidatePaddle),
        // Of the first version of the API.
        new(HttpMethod.Post, "/api/v1/sdk/purchase/stripe/token/validate/", ErrorStyle.Stripe, ValidateStripe),
    ];

    private static HttpResponseMessage SetTransaction(FakeRequest request)
    {
        var profile = request.Profile();
        var body = request.Body();
        PurchaseTransaction transaction = body.RequiredString("purchase_type") switch
        {
            PurchaseTransaction.Subscription => ReadSubscription(body),
            PurchaseTransaction.OneTimePurchase => ReadOneTimePurchase(body),
            _ => throw body.Wrong("purchase_type", "Must be one_time_purchase or subscription."),
        };
        profile.Change(model => profile.Purchases.Set(model, transaction, request.State, request.Now));
        return Responses.Profile(profile);
    }

    private static HttpResponseMessage ValidatePaddle(FakeRequest request)
    {
        var body = request.Body();
        body.Require("customer_user_id", "paddle_token");
        var purchase = body.Read<PaddleValidationRequest>();
        return Responses.Profile(Import(request, purchase.CustomerUserId!, purchase.PaddleToken!));
    }

    /// <summary>JSON:API, in both directions: a field's path is a pointer.</summary>
    private static HttpResponseMessage ValidateStripe(FakeRequest request)
    {
        try
        {
            if (request.MediaType != Responses.JsonApi)
                throw FakeErrorException.OfField("", $"The Content-Type must be {Responses.JsonApi}");
            var data = request.Body().RequiredObject("data");
            data.Check(data.RequiredString("type") == StripeType, "type", $"Must be {StripeType}");
            var attributes = data.RequiredObject("attributes");
            attributes.Require("customer_user_id", "stripe_token");
            var purchase = attributes.Read<StripeValidationAttributes>();
            Import(request, purchase.CustomerUserId!, purchase.StripeToken!);
            return Responses.Json(new StripeValidationResponse(), Responses.JsonApi);
        }
        catch (FakeErrorException error) when (error.Status is null)
        {
            throw FakeErrorException.OfField("/" + error.Source?.Replace('.', '/'), error.Message);
        }
    }

    /// <summary>The user, created if missing, gets what the token brings.</summary>
    private static FakeProfile Import(FakeRequest request, string customerUserId, string token)
    {
        var profile = request.State.FindCustomer(customerUserId) ?? request.State.Create(customerUserId);
        if (request.State.App.WebPurchases.TryGetValue(token, out var import))
            import(profile);
        return profile;
    }

    private static OneTimePurchaseTransaction ReadOneTimePurchase(Fields body)
    {
        var purchase = ReadCommon<OneTimePurchaseTransaction>(body);
        if (purchase.StoreTransactionId != purchase.StoreOriginalTransactionId)
            throw new FakeErrorException(StoreTransactionIdError, "store_transaction_id", "Must equal store_original_transaction_id.");
        if (purchase.Offer?.Type == OfferTypes.FreeTrial)
            throw new FakeErrorException(OneTimePurchaseTrialError, "offer.type", "A one-time purchase cannot be a free trial.");
        CheckCommon(purchase);
        return purchase;
    }

    private static SubscriptionTransaction ReadSubscription(Fields body)
    {
        body.Require("renew_status", "expires_at", "originally_purchased_at");
        var purchase = ReadCommon<SubscriptionTransaction>(body);
        if (purchase.OriginallyPurchasedAt > purchase.PurchasedAt)
            throw new FakeErrorException(OriginallyPurchasedDateError, "originally_purchased_at", "Must not be after purchased_at.");
        RequireAfterPurchase(purchase, purchase.ExpiresAt, ExpiresDateError, "expires_at");
        RequireAfterPurchase(purchase, purchase.RenewStatusChangedAt, RenewStatusChangedDateError, "renew_status_changed_at");
        RequireAfterPurchase(
            purchase, purchase.BillingIssueDetectedAt, BillingIssueDetectedAtDateComparisonError, "billing_issue_detected_at");
        if (purchase is { GracePeriodExpiresAt: not null, BillingIssueDetectedAt: null })
            throw new FakeErrorException(GracePeriodBillingError, "grace_period_billing_error", "A grace period needs a billing issue.");
        if (purchase.GracePeriodExpiresAt < purchase.ExpiresAt)
            throw new FakeErrorException(GracePeriodExpiresDateError, "grace_period_expires_at", "Must not be before expires_at.");
        CheckCommon(purchase);
        return purchase;
    }

    private static T ReadCommon<T>(Fields body) where T : PurchaseTransaction, new()
    {
        body.Require("store", "store_product_id", "store_transaction_id", "store_original_transaction_id", "purchased_at");
        var purchase = body.Read<T>();
        body.Check(
            purchase.StoreTransactionId!.Length <= ApiLimits.StoreTransactionIdLength,
            "store_transaction_id",
            $"Must have at most {ApiLimits.StoreTransactionIdLength} characters.");
        purchase.Environment ??= Environments.Production;
        var isEnvironment = purchase.Environment is Environments.Production or Environments.Sandbox;
        body.Check(isEnvironment, "environment", "Must be Production or Sandbox.");

        var price = body.RequiredObject("price");
        price.Require("country", "currency", "value");
        purchase.Price = price.Read<Price>();
        if (body.Object("offer") is { } offer)
        {
            offer.Require("category", "type");
            purchase.Offer = offer.Read<Offer>();
        }

        return purchase;
    }

    private static void CheckCommon(PurchaseTransaction purchase)
    {
        var isFree = purchase.Price!.Value == 0;
        if (purchase.IsFamilyShared is true && !isFree)
            throw new FakeErrorException(FamilySharePriceError, "is_family_shared", "The price of a family-shared purchase must be 0.");
        if (purchase.Offer?.Type == OfferTypes.FreeTrial && !isFree)
            throw new FakeErrorException(FreeTrialPriceError, "offer_type", "The price of a free trial must be 0.");
        if (purchase.Offer is { Category: not OfferCategories.Introductory } offer && string.IsNullOrEmpty(offer.Id))
            throw new FakeErrorException(MissingOfferId, "offer_category", $"An offer of the category {offer.Category} needs an id.");
        if (purchase.RefundedAt is not null != (purchase.CancellationReason == CancellationReasons.Refund))
            throw new FakeErrorException(RefundFieldsError, "refunded_at", "Goes together with the cancellation_reason refund.");
        RequireAfterPurchase(purchase, purchase.RefundedAt, RefundDateError, "refunded_at");
    }

    private static void RequireAfterPurchase(PurchaseTransaction purchase, DateTimeOffset? date, string errorCode, string source)
    {
        if (date <= purchase.PurchasedAt)
            throw new FakeErrorException(errorCode, source, "Must be after purchased_at.");
    }
}
