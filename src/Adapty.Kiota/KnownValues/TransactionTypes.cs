namespace Adapty.Kiota;

/// <summary>Known values of a virtual-currency transaction's <c>transaction_type</c>. The set is open: compare, and expect others.</summary>
public static class TransactionTypes
{
    /// <summary>Bought in a store.</summary>
    public const string StorePurchase = "store_purchase";

    /// <summary>Came with a renewal.</summary>
    public const string SubscriptionRenewal = "subscription_renewal";

    /// <summary>Came with a trial.</summary>
    public const string TrialStart = "trial_start";

    /// <summary>Made through this API.</summary>
    public const string ApiTransaction = "api_transaction";

    /// <summary>Made by hand in the dashboard.</summary>
    public const string DashboardTransaction = "dashboard_transaction";

    /// <summary>Taken back after a refund.</summary>
    public const string Refund = "refund";

    /// <summary>Expired.</summary>
    public const string Expiry = "expiry";

    /// <summary>All of these values, in this order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        StorePurchase, SubscriptionRenewal, TrialStart, ApiTransaction, DashboardTransaction, Refund, Expiry,
    ];
}
