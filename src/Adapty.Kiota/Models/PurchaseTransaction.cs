namespace Adapty.Kiota.Models;

// CUSTOM: which kind of purchase a class is, the generator leaves to the caller.

/// <content>The kinds of purchases.</content>
public partial class PurchaseTransaction
{
    internal const string OneTimePurchase = "one_time_purchase";
    internal const string Subscription = "subscription";
}

/// <content>Its kind.</content>
public partial class OneTimePurchaseTransaction
{
    /// <summary>A one-time purchase, with its <see cref="PurchaseTransaction.PurchaseType"/>.</summary>
    public OneTimePurchaseTransaction() => PurchaseType = OneTimePurchase;
}

/// <content>Its kind.</content>
public partial class SubscriptionTransaction
{
    /// <summary>A transaction of a subscription, with its <see cref="PurchaseTransaction.PurchaseType"/>.</summary>
    public SubscriptionTransaction() => PurchaseType = Subscription;
}
