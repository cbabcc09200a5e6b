using System.CommandLine;
using System.CommandLine.Parsing;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Purchases;

/// <summary>What can be said of a transaction. Whether dates, price, offer and refund fit together is left to Adapty, which says which does not.</summary>
internal sealed class TransactionOptions
{
    private const string SubscriptionType = "subscription";
    private const string OneTimeType = "one-time";

    private readonly ValueOption<string> _type = ValueOptions.Choice("--type", "What kind of purchase it is.", SubscriptionType, OneTimeType).Required();
    private readonly ValueOption<string> _store = ValueOptions.Open("--store", "name", "Store of the purchase, or the id of a custom store.", KnownWords.Stores).Required();
    private readonly ValueOption<string> _product = ValueOptions.Text("--product", "id", "Product id in the store; a base plan of Google after a colon.").Required();
    private readonly ValueOption<string> _transactionId = ValueOptions.Text("--transaction-id", "id", "The store's id of this transaction, at most 50 characters.").Required();
    private readonly ValueOption<string> _originalTransactionId = ValueOptions.Text("--original-transaction-id", "id", "The store's id of the first transaction of the subscription; this one if not given.");
    private readonly ValueOption<decimal?> _price = new ValueOption<decimal?>("--price", "number", "What was paid, such as 9.99; 0 for a free trial.", text => Words.Price(text), "must be a number such as 9.99").Required();
    private readonly ValueOption<string> _currency = ValueOptions.Text("--currency", "code", "Currency of the price, such as EUR.").Required();
    private readonly ValueOption<string> _country = ValueOptions.Text("--country", "code", "Country of the price, such as DE.").Required();
    private readonly ValueOption<DateTimeOffset?> _purchasedAt = ValueOptions.Instant("--purchased-at", "When this transaction was made.").Required();
    private readonly ValueOption<string> _environment = ValueOptions.Choice("--environment", "Production if not given.", Environments.Production, Environments.Sandbox);
    private readonly ValueOption<string> _familyShared = ValueOptions.YesNo("--family-shared", "Whether it is shared in the family; the price is 0 then.");
    private readonly ValueOption<string> _variationId = ValueOptions.Text("--variation-id", "id", "Ties the purchase to a paywall or a test.");
    private readonly ValueOption<DateTimeOffset?> _refundedAt = ValueOptions.Instant("--refunded-at", "When it was refunded; together with --cancellation-reason refund.");
    private readonly ValueOption<string> _cancellationReason = ValueOptions.Open("--cancellation-reason", "reason", "Why it was cancelled, such as refund.", KnownWords.CancellationReasons);
    private readonly OfferOptions _offer = new();
    private readonly SubscriptionOptions _subscription = new();

    public IEnumerable<Option> All =>
    [
        _type, _store, _product, _transactionId, _originalTransactionId, _price, _currency, _country, _purchasedAt, .. _subscription.All,
        _environment, _variationId, _familyShared, _refundedAt, _cancellationReason, .. _offer.All,
    ];

    public bool IsSubscription(ParseResult arguments) => arguments.GetValue(_type) == SubscriptionType;

    public void Check(CommandResult result)
    {
        _offer.Check(result);
        var chained = WordOf(result, _originalTransactionId) is { } original && original != WordOf(result, _transactionId);
        if (WordOf(result, _type) == SubscriptionType)
            _subscription.Require(result, chained);
        else if (WordOf(result, _type) == OneTimeType)
        {
            _subscription.Refuse(result);
            if (chained)
                result.AddError($"{_originalTransactionId.Name} of a one-time purchase is its {_transactionId.Name}: leave it out.");
        }
    }

    public SubscriptionTransaction Subscription(ParseResult arguments)
    {
        var subscription = new SubscriptionTransaction
        {
            Store = arguments.GetValue(_store),
            StoreProductId = arguments.GetValue(_product),
            StoreTransactionId = arguments.GetValue(_transactionId),
            StoreOriginalTransactionId = arguments.GetValue(_originalTransactionId) ?? arguments.GetValue(_transactionId),
            Price = PriceOf(arguments),
            PurchasedAt = arguments.GetValue(_purchasedAt),
            Environment = arguments.GetValue(_environment),
            IsFamilyShared = arguments.GetYesNo(_familyShared),
            VariationId = arguments.GetValue(_variationId),
            RefundedAt = arguments.GetValue(_refundedAt),
            CancellationReason = arguments.GetValue(_cancellationReason),
            Offer = _offer.Of(arguments),
        };
        _subscription.AddTo(subscription, arguments);
        return subscription;
    }

    public OneTimePurchaseTransaction OneTimePurchase(ParseResult arguments) => new()
    {
        Store = arguments.GetValue(_store),
        StoreProductId = arguments.GetValue(_product),
        StoreTransactionId = arguments.GetValue(_transactionId),
        StoreOriginalTransactionId = arguments.GetValue(_transactionId),
        Price = PriceOf(arguments),
        PurchasedAt = arguments.GetValue(_purchasedAt),
        Environment = arguments.GetValue(_environment),
        IsFamilyShared = arguments.GetYesNo(_familyShared),
        VariationId = arguments.GetValue(_variationId),
        RefundedAt = arguments.GetValue(_refundedAt),
        CancellationReason = arguments.GetValue(_cancellationReason),
        Offer = _offer.Of(arguments),
    };

    private Price PriceOf(ParseResult arguments) => new()
    {
        Value = arguments.GetValue(_price),
        Currency = arguments.GetValue(_currency),
        Country = arguments.GetValue(_country),
    };

    private static string? WordOf(CommandResult result, Option option) => result.GetResult(option) is { Tokens: [var token] } ? token.Value : null;
}
