using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Contract;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Limits;

/// <summary>What both kinds of purchases must have.</summary>
public sealed class TransactionRuleTests
{
    private static readonly Dictionary<string, (Action<SubscriptionTransaction> Break, string Rule)> Subscriptions = new()
    {
        ["PurchaseType"] = (transaction => transaction.PurchaseType = "one_time_purchase", "must be subscription"),
        ["Store"] = (transaction => transaction.Store = null, "is required"),
        ["StoreProductId"] = (transaction => transaction.StoreProductId = " ", "is required"),
        ["StoreTransactionId"] = (transaction => transaction.StoreTransactionId = "", "is required"),
        ["StoreOriginalTransactionId"] = (transaction => transaction.StoreOriginalTransactionId = null, "is required"),
        ["PurchasedAt"] = (transaction => transaction.PurchasedAt = null, "is required"),
        ["OriginallyPurchasedAt"] = (transaction => transaction.OriginallyPurchasedAt = null, "is required"),
        ["ExpiresAt"] = (transaction => transaction.ExpiresAt = null, "for access for life"),
        ["RenewStatus"] = (transaction => transaction.RenewStatus = null, "is required"),
        ["Price"] = (transaction => transaction.Price = null, "is required"),
        ["Price.Country"] = (transaction => transaction.Price!.Country = "", "is required"),
        ["Price.Currency"] = (transaction => transaction.Price!.Currency = null, "is required"),
        ["Price.Value"] = (transaction => transaction.Price!.Value = null, "is required"),
        ["Offer.Category"] = (transaction => transaction.Offer = new Offer { Type = OfferTypes.FreeTrial }, "is required"),
        ["Offer.Type"] = (transaction => transaction.Offer = new Offer { Category = OfferCategories.Introductory }, "is required"),
        ["Offer"] = (transaction => transaction.Offer = new Offer { Category = OfferCategories.Promotional, Type = OfferTypes.FreeTrial, OfferId = Refused.Secret }, "the other spelling"),
    };

    private static readonly Dictionary<string, (Action<OneTimePurchaseTransaction> Break, string Rule)> Purchases = new()
    {
        ["PurchaseType"] = (transaction => transaction.PurchaseType = "subscription", "must be one_time_purchase"),
        ["Store"] = (transaction => transaction.Store = " ", "is required"),
        ["StoreProductId"] = (transaction => transaction.StoreProductId = null, "is required"),
        ["StoreTransactionId"] = (transaction => transaction.StoreTransactionId = null, "is required"),
        ["StoreOriginalTransactionId"] = (transaction => transaction.StoreOriginalTransactionId = Refused.Secret, "must equal its StoreTransactionId"),
        ["PurchasedAt"] = (transaction => transaction.PurchasedAt = null, "is required"),
        ["Price"] = (transaction => transaction.Price = null, "is required"),
        ["Price.Value"] = (transaction => transaction.Price!.Value = null, "is required"),
        ["Offer.Type"] = (transaction => transaction.Offer = new Offer { Category = OfferCategories.OfferCode, Type = "" }, "is required"),
    };

    public static TheoryData<string> OfSubscriptions => [.. Subscriptions.Keys];

    public static TheoryData<string> OfPurchases => [.. Purchases.Keys];

    [Theory]
    [MemberData(nameof(OfSubscriptions))]
    public async Task What_a_subscription_must_have(string place)
    {
        var (breakIt, rule) = Subscriptions[place];
        var subscription = FacadeCalls.MinimalSubscription();
        breakIt(subscription);

        await Refused.AsArgumentAsync((adapty, token) => adapty.Purchases.SetTransactionAsync(TestData.Customer, subscription, token), $"subscription.{place}", rule);
    }

    [Theory]
    [MemberData(nameof(OfPurchases))]
    public async Task What_a_one_time_purchase_must_have(string place)
    {
        var (breakIt, rule) = Purchases[place];
        var purchase = FacadeCalls.MinimalPurchase();
        breakIt(purchase);

        await Refused.AsArgumentAsync((adapty, token) => adapty.Purchases.SetTransactionAsync(TestData.Customer, purchase, token), $"oneTimePurchase.{place}", rule);
    }

    [Fact]
    public async Task A_transaction_id_has_at_most_fifty_characters()
    {
        var subscription = FacadeCalls.MinimalSubscription();
        var purchase = FacadeCalls.MinimalPurchase();
        subscription.StoreTransactionId = new string('1', 50);
        purchase.StoreTransactionId = purchase.StoreOriginalTransactionId = new string('1', 50);
        Assert.Contains(new string('1', 50), await Refused.NotAsync((adapty, token) => adapty.Purchases.SetTransactionAsync(TestData.Customer, subscription, token), TestData.ProfileBody), StringComparison.Ordinal);
        Assert.Contains(new string('1', 50), await Refused.NotAsync((adapty, token) => adapty.Purchases.SetTransactionAsync(TestData.Customer, purchase, token), TestData.ProfileBody), StringComparison.Ordinal);

        subscription.StoreTransactionId = Refused.Secret + new string('1', 45);
        purchase.StoreTransactionId = purchase.StoreOriginalTransactionId = subscription.StoreTransactionId;

        await Refused.AsArgumentAsync((adapty, token) => adapty.Purchases.SetTransactionAsync(TestData.Customer, subscription, token), "subscription.StoreTransactionId", "at most 50 characters");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Purchases.SetTransactionAsync(TestData.Customer, purchase, token), "oneTimePurchase.StoreTransactionId", "at most 50 characters");
    }

    [Fact]
    public async Task Nothing_is_no_purchase()
    {
        await Refused.AsArgumentAsync((adapty, token) => adapty.Purchases.SetTransactionAsync(TestData.Customer, (SubscriptionTransaction)null!, token), "subscription", "");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Purchases.SetTransactionAsync(TestData.Customer, (OneTimePurchaseTransaction)null!, token), "oneTimePurchase", "");
    }

    /// <summary>Whether dates, price, offer and refund fit together is Adapty's to say.</summary>
    [Fact]
    public async Task What_does_not_fit_together_is_passed_on()
    {
        var subscription = FacadeCalls.MinimalSubscription();
        subscription.ExpiresAt = subscription.PurchasedAt!.Value.AddDays(-1);
        subscription.Offer = new Offer { Category = OfferCategories.Promotional, Type = OfferTypes.FreeTrial };
        subscription.RefundedAt = subscription.PurchasedAt;

        var body = await Refused.NotAsync((adapty, token) => adapty.Purchases.SetTransactionAsync(TestData.Customer, subscription, token), TestData.ProfileBody);

        Assert.Contains("\"offer\":{\"category\":\"promotional\",\"type\":\"free_trial\"}", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "token", "customerUserId")]
    [InlineData(" ", "token", "customerUserId")]
    [InlineData("user", "", "Token")]
    [InlineData("user", null, "Token")]
    public async Task An_import_needs_a_user_and_a_token(string? user, string? token, string place)
    {
        await Refused.AsArgumentAsync((adapty, cancellation) => adapty.Purchases.ValidateStripeAsync(user!, token!, cancellation), place == "Token" ? "stripeToken" : place, "is required");
        await Refused.AsArgumentAsync((adapty, cancellation) => adapty.Purchases.ValidatePaddleAsync(user!, token!, cancellation), place == "Token" ? "paddleToken" : place, "is required");
    }
}
