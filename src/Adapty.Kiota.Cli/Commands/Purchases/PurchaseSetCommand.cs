using Adapty.Kiota.Cli.Commands.Profiles;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Purchases;

/// <summary><c>adapty purchase set</c>. Adapty itself says whether dates, price, offer and refund fit together.</summary>
internal sealed class PurchaseSetCommand : ProfileCommand
{
    private const string Subscription = "subscription";
    private const string OneTime = "one-time";

    private readonly Option<string?> _type =
        ValueOption.Choice("--type", "What kind of purchase it is.", Subscription, OneTime).Required();

    private readonly PropertyOptions<PurchaseTransaction> _required = new()
    {
        { ValueOption.Open("--store", "name", "Store of the purchase, or the id of a custom store.", Stores.All).Required(),
            (purchase, store) => purchase.Store = store },
        { ValueOption.String("--product", "id", "Product id in the store; a base plan of Google after a colon.").Required(),
            (purchase, product) => purchase.StoreProductId = product },
        { ValueOption.String("--transaction-id", "id", "The store's id of this transaction, at most 50 characters.").Required(),
            (purchase, id) => purchase.StoreTransactionId = purchase.StoreOriginalTransactionId = id },
        { ValueOption.String("--original-transaction-id", "id", "The store's id of the subscription's first transaction; this one by default."),
            (purchase, id) => purchase.StoreOriginalTransactionId = id },
        { ValueOption.Price("--price", "What was paid, such as 9.99; 0 for a free trial.").Required(),
            (purchase, price) => purchase.Price!.Value = price },
        { ValueOption.String("--currency", "code", "Currency of the price, such as EUR.").Required(),
            (purchase, code) => purchase.Price!.Currency = code },
        { ValueOption.String("--country", "code", "Country of the price, such as DE.").Required(),
            (purchase, code) => purchase.Price!.Country = code },
        { ValueOption.Instant("--purchased-at", "When this transaction was made.").Required(),
            (purchase, instant) => purchase.PurchasedAt = instant },
    };

    private readonly PropertyOptions<SubscriptionTransaction> _subscription = new()
    {
        { ValueOption.Instant("--expires-at", "Subscription: when the paid time ends."),
            (subscription, instant) => subscription.ExpiresAt = instant },
        { ValueOption.Flag("--renews", "Subscription: it renews itself."), (subscription, _) => subscription.RenewStatus = true },
        { ValueOption.Flag("--no-renew", "Subscription: its renewal is switched off."),
            (subscription, _) => subscription.RenewStatus = false },
        { ValueOption.Instant("--originally-purchased-at", "Subscription: when its first transaction was made; not needed for the first."),
            (subscription, instant) => subscription.OriginallyPurchasedAt = instant },
        { ValueOption.Instant("--renew-status-changed-at", "Subscription: when its renewal was switched on or off."),
            (subscription, instant) => subscription.RenewStatusChangedAt = instant },
        { ValueOption.Instant("--billing-issue-detected-at", "Subscription: when a payment failed."),
            (subscription, instant) => subscription.BillingIssueDetectedAt = instant },
        { ValueOption.Instant("--grace-period-expires-at", "Subscription: end of the grace period after a failed payment."),
            (subscription, instant) => subscription.GracePeriodExpiresAt = instant },
    };

    private readonly PropertyOptions<PurchaseTransaction> _optional = new()
    {
        { ValueOption.Choice("--environment", "Production if not given.", Environments.All),
            (purchase, environment) => purchase.Environment = environment },
        { ValueOption.String("--variation-id", "id", "Ties the purchase to a paywall or a test."),
            (purchase, id) => purchase.VariationId = id },
        { ValueOption.Boolean("--family-shared", "Whether it is shared in the family; the price is 0 then."),
            (purchase, text) => purchase.IsFamilyShared = text == "true" },
        { ValueOption.Instant("--refunded-at", "When it was refunded; together with --cancellation-reason refund."),
            (purchase, instant) => purchase.RefundedAt = instant },
        { ValueOption.Open("--cancellation-reason", "reason", "Why it was cancelled, such as refund.", CancellationReasons.All),
            (purchase, reason) => purchase.CancellationReason = reason },
    };

    private readonly PropertyOptions<Offer> _offer = new()
    {
        { ValueOption.Open("--offer-category", "name", "Offer: introductory, promotional, …", OfferCategories.All),
            (offer, category) => offer.Category = category },
        { ValueOption.Open("--offer-type", "name", "Offer: free_trial, pay_as_you_go, pay_up_front.", OfferTypes.All),
            (offer, type) => offer.Type = type },
        { ValueOption.String("--offer-id", "id", "Offer: its id, for every category but introductory."), (offer, id) => offer.Id = id },
    };

    public PurchaseSetCommand(ToolHost host)
        : base(host, "set", "Records a purchase, a renewal, a refund or another change of a transaction.")
    {
        AddOptions([_type, .. _required, .. _subscription, .. _optional, .. _offer]);
        Validators.Add(RequireWhatBelongsTogether);
    }

    public override string HelpNotes => """
        It counts in Adapty's analytics and goes to all integrations. The access level follows from the
        product's configuration: look at the response. A new --transaction-id is a renewal.

        Examples:
          adapty purchase set --customer-user-id user-42 --type one-time --store stripe --product coins.100 \
            --transaction-id pi_1 --price 1.99 --currency EUR --country DE --purchased-at 2026-01-31T12:30:00Z --demo
          adapty purchase set --customer-user-id user-42 --type subscription --store stripe --product pro.monthly \
            --transaction-id in_2 --original-transaction-id in_1 --price 9.99 --currency EUR --country DE \
            --originally-purchased-at 2025-12-31 --purchased-at 2026-01-31 --expires-at 2026-02-28 --renews --demo
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var purchases = session.Adapty.Purchases;
        var profile = arguments.GetValue(_type) == Subscription
            ? await purchases.SetTransactionAsync(KeyOf(arguments), SubscriptionOf(arguments), cancellationToken)
            : await purchases.SetTransactionAsync(KeyOf(arguments), Fill(new OneTimePurchaseTransaction(), arguments), cancellationToken);
        session.Print(output => ProfileSummary.Write(output, profile, session.Now));
    }

    private SubscriptionTransaction SubscriptionOf(ParseResult arguments)
    {
        var subscription = _subscription.ApplyTo(Fill(new SubscriptionTransaction(), arguments), arguments);
        subscription.OriginallyPurchasedAt ??= subscription.PurchasedAt;
        return subscription;
    }

    private T Fill<T>(T purchase, ParseResult arguments) where T : PurchaseTransaction
    {
        purchase.Price = new Price();
        if (_offer.FirstIn(arguments.CommandResult) is not null)
            purchase.Offer = _offer.ApplyTo(new Offer(), arguments);
        return _optional.ApplyTo(_required.ApplyTo(purchase, arguments), arguments);
    }

    private void RequireWhatBelongsTogether(CommandResult result)
    {
        var isSubscription = ValueOf(result, "--type") == Subscription;
        var isOneTime = ValueOf(result, "--type") == OneTime;
        // A later transaction, whose date is not that of the first.
        var isRenewal = ValueOf(result, "--original-transaction-id") is { } original && original != ValueOf(result, "--transaction-id");
        if (_offer.FirstIn(result) is not null && !(IsGiven(result, "--offer-category") && IsGiven(result, "--offer-type")))
            result.AddError("An offer needs --offer-category and --offer-type.");
        else if (isSubscription && !IsGiven(result, "--expires-at"))
            result.AddError("A subscription needs --expires-at. For access for life, see 'adapty access grant'.");
        else if (isSubscription && IsGiven(result, "--renews") == IsGiven(result, "--no-renew"))
            result.AddError("A subscription needs one of --renews and --no-renew.");
        else if (isSubscription && isRenewal && !IsGiven(result, "--originally-purchased-at"))
            result.AddError("A subscription needs --originally-purchased-at, as this is not its first transaction.");
        else if (isOneTime && _subscription.FirstIn(result) is { } option)
            result.AddError($"{option.Name} is for subscriptions only.");
        else if (isOneTime && isRenewal)
            result.AddError("--original-transaction-id of a one-time purchase is its --transaction-id: leave it out.");
    }

    private static bool IsGiven(CommandResult result, string option) => result.GetResult(option) is OptionResult { Implicit: false };

    private static string? ValueOf(CommandResult result, string option) =>
        result.GetResult(option) is { Tokens: [var token] } ? token.Value : null;
}
