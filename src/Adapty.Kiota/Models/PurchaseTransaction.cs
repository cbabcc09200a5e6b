namespace Adapty.Kiota.Models;

// CUSTOM: the two kinds of purchases, which the description can only say per class.

public partial class PurchaseTransaction
{
    internal const string OneTimePurchase = "one_time_purchase";
    internal const string Subscription = "subscription";
}
