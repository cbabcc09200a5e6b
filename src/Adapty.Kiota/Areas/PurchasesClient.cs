using Adapty.Kiota.Calls;
using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;
using Paddle = Adapty.Kiota.Api.V2.ServerSideApi.Purchase.Paddle.Token.Validate.EmptyPathSegmentRequestBuilder;
using Stripe = Adapty.Kiota.Api.V1.Sdk.Purchase.Stripe.Token.Validate.EmptyPathSegmentRequestBuilder;
using Transaction = Adapty.Kiota.Api.V2.ServerSideApi.Purchase.Set.Transaction.EmptyPathSegmentRequestBuilder;

namespace Adapty.Kiota;

/// <summary>Telling Adapty of purchases that it does not see by itself.</summary>
public class PurchasesClient
{
    private const string StripeResultType = "stripe_receipt_validation_result";

    private readonly RequestAdapter _adapter = null!;
    private readonly Transaction _transaction = null!;
    private readonly Stripe _stripe = null!;
    private readonly Paddle _paddle = null!;

    internal PurchasesClient(RequestAdapter adapter, AdaptyApiClient api)
    {
        _adapter = adapter;
        _transaction = api.Api.V2.ServerSideApi.Purchase.Set.Transaction.EmptyPathSegment;
        _stripe = api.Api.V1.Sdk.Purchase.Stripe.Token.Validate.EmptyPathSegment;
        _paddle = api.Api.V2.ServerSideApi.Purchase.Paddle.Token.Validate.EmptyPathSegment;
    }

    /// <summary>For mocking libraries.</summary>
    protected PurchasesClient()
    {
    }

    /// <summary>Records the purchase, renewal or change of a subscription. It counts in analytics and goes to all integrations.</summary>
    /// <remarks>
    /// Which access level the user gets follows from the product's configuration; what happens with a product that Adapty
    /// does not know is documented in two ways: look at the response. A new <c>StoreTransactionId</c> is a renewal; to change a
    /// billing issue or the renewal status alone, send the same one again.
    /// </remarks>
    /// <param name="key">Whose profile.</param>
    /// <param name="subscription">The purchase. Its <c>PurchaseType</c> is filled in.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The profile as it is now.</returns>
    /// <exception cref="AdaptyValidationException">Dates, price, offer or refund do not fit together; <see cref="AdaptyApiException.ErrorCode"/> says which.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value, or a required value is missing or too long; the message names it.</exception>
    /// <inheritdoc cref="ProfilesClient.GetAsync"/>
    public virtual Task<Profile> SetTransactionAsync(ProfileKey key, SubscriptionTransaction subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return SetTransactionAsync(key, TransactionRules.Check(subscription, nameof(subscription)), cancellationToken);
    }

    /// <summary>Records a one-time purchase, or its refund. It counts in analytics and goes to all integrations.</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="oneTimePurchase">The purchase. Its two transaction ids are the same. Its <c>PurchaseType</c> is filled in.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <inheritdoc cref="SetTransactionAsync(ProfileKey, SubscriptionTransaction, CancellationToken)"/>
    public virtual Task<Profile> SetTransactionAsync(ProfileKey key, OneTimePurchaseTransaction oneTimePurchase, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(oneTimePurchase);
        return SetTransactionAsync(key, TransactionRules.Check(oneTimePurchase, nameof(oneTimePurchase)), cancellationToken);
    }

    /// <summary>Imports a purchase history from Stripe into the profile of a customer user id, which is created when it is missing.</summary>
    /// <param name="customerUserId">Your id of the user.</param>
    /// <param name="stripeToken">The id of the subscription (<c>sub_…</c>) or of the payment intent (<c>pi_…</c>).</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>Adapty's response; its <c>Data</c> is null on success.</returns>
    /// <exception cref="ArgumentException">An argument is empty or whitespace.</exception>
    /// <inheritdoc cref="ProfilesClient.GetAsync"/>
    public virtual Task<StripeValidationResponse> ValidateStripeAsync(string customerUserId, string stripeToken, CancellationToken cancellationToken = default)
    {
        Rule.RequireString(customerUserId, nameof(customerUserId));
        Rule.RequireString(stripeToken, nameof(stripeToken));
        var request = _stripe.ToPostRequestInformation(new StripeValidationRequest
        {
            Data = new StripeValidationData
            {
                Type = StripeResultType,
                Attributes = new StripeValidationAttributes { CustomerUserId = customerUserId, StripeToken = stripeToken },
            },
        });
        return _adapter.SendAsync<StripeValidationResponse>(request, cancellationToken);
    }

    /// <summary>Imports a purchase history from Paddle into the profile of a customer user id.</summary>
    /// <param name="customerUserId">Your id of the user.</param>
    /// <param name="paddleToken">The id of the transaction (<c>txn_…</c>) or of the subscription (<c>sub_…</c>).</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The profile as it is now.</returns>
    /// <exception cref="ArgumentException">An argument is empty or whitespace.</exception>
    /// <inheritdoc cref="ProfilesClient.GetAsync"/>
    public virtual Task<Profile> ValidatePaddleAsync(string customerUserId, string paddleToken, CancellationToken cancellationToken = default)
    {
        Rule.RequireString(customerUserId, nameof(customerUserId));
        Rule.RequireString(paddleToken, nameof(paddleToken));
        var request = _paddle.ToPostRequestInformation(new PaddleValidationRequest { CustomerUserId = customerUserId, PaddleToken = paddleToken });
        return _adapter.SendForProfileAsync(request, cancellationToken);
    }

    private Task<Profile> SetTransactionAsync(ProfileKey key, SetTransactionRequest transaction, CancellationToken cancellationToken) =>
        _adapter.SendForProfileAsync(_transaction.ToPostRequestInformation(transaction).For(key), cancellationToken);
}
