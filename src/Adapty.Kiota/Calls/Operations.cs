using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Calls;

/// <summary>Which of the two headers that name a user an operation takes.</summary>
internal enum UserHeaders
{
    /// <summary>Exactly one of them.</summary>
    One,

    /// <summary>One or both.</summary>
    OneOrBoth,

    /// <summary>Neither: the operation is about the app, or names the user in its body.</summary>
    None,

    /// <summary>Nothing is known of the operation.</summary>
    Unknown,
}

/// <summary>One operation of the API: its name, what its request may carry, what may be sent again, and its success status.</summary>
internal sealed record Operation(string Name, Method Method, string UrlTemplate, RetryRule RetryRule, UserHeaders UserHeaders = UserHeaders.One)
{
    /// <summary>The one success status that the API documents; null for any 2xx.</summary>
    public int? SuccessStatus { get; init; } = 200;

    /// <summary>Whether "no such profile" is what was wanted, once an earlier attempt may have been carried out.</summary>
    public bool NotFoundAfterRetryIsSuccess { get; init; }

    /// <summary>Whether <see cref="AdaptyClientOptions.RetrySetTransaction"/> makes it repeatable.</summary>
    public bool MayBeMadeRepeatable { get; init; }

    /// <summary>Whether the body of a success says nothing, whatever it is.</summary>
    public bool IgnoresBody { get; init; }
}

/// <summary>All operations of the API. A test holds the list to the generated builders.</summary>
internal static class Operations
{
    private const string Root = "{+baseurl}/api/v2/server-side-api";
    private const string Profile = Root + "/profile/";
    private const string RefundSaver = Root + "/purchase/profile/refund-saver/settings/";
    private const string Identifiers = Root + "/integration/profile/set/integration-identifiers/";
    private const string Paywalls = Root + "/paywalls/{?page%5Bnumber%5D*,page%5Bsize%5D*}";
    private const string Paywall = Root + "/paywalls/{paywall_id}/";
    private const string Transactions = Root + "/vc/transactions/{?currency_code*,cursor*,limit*}";
    private const string Stripe = "{+baseurl}/api/v1/sdk/purchase/stripe/token/validate/";

    public static readonly Operation[] All =
    [
        new("getProfile", Method.GET, Profile, RetryRule.Repeatable),
        new("createProfile", Method.POST, Profile, RetryRule.OnlyIfNotProcessed, UserHeaders.OneOrBoth),
        new("updateProfile", Method.PATCH, Profile, RetryRule.OnlyIfNotProcessed),
        new("deleteProfile", Method.DELETE, Profile, RetryRule.Repeatable) { SuccessStatus = 204, NotFoundAfterRetryIsSuccess = true },
        new("setTransaction", Method.POST, Root + "/purchase/set/transaction/", RetryRule.OnlyIfNotProcessed) { MayBeMadeRepeatable = true },
        new("grantAccessLevel", Method.POST, Root + "/purchase/profile/grant/access-level/", RetryRule.OnlyIfNotProcessed),
        new("revokeAccessLevel", Method.POST, Root + "/purchase/profile/revoke/access-level/", RetryRule.OnlyIfNotProcessed),
        new("getRefundSaverSettings", Method.GET, RefundSaver, RetryRule.Repeatable),
        new("setRefundSaverSettings", Method.POST, RefundSaver, RetryRule.OnlyIfNotProcessed),
        new("validateStripePurchase", Method.POST, Stripe, RetryRule.OnlyIfNotProcessed, UserHeaders.None),
        new("validatePaddlePurchase", Method.POST, Root + "/purchase/paddle/token/validate/", RetryRule.OnlyIfNotProcessed, UserHeaders.None),
        new("getIntegrationIdentifiers", Method.GET, Identifiers, RetryRule.Repeatable),
        new("setIntegrationIdentifiers", Method.POST, Identifiers, RetryRule.OnlyIfNotProcessed) { IgnoresBody = true },
        new("listPaywalls", Method.GET, Paywalls, RetryRule.Repeatable, UserHeaders.None),
        new("getPaywall", Method.GET, Paywall, RetryRule.Repeatable, UserHeaders.None),
        new("updatePaywall", Method.PUT, Paywall, RetryRule.OnlyIfNotProcessed, UserHeaders.None),
        new("createVirtualCurrencyTransaction", Method.POST, Transactions, RetryRule.IdempotencyKey),
        new("listVirtualCurrencyTransactions", Method.GET, Transactions, RetryRule.Repeatable),
        new("listVirtualCurrencyBalances", Method.GET, Root + "/vc/balances/", RetryRule.Repeatable),
    ];

    /// <summary>
    /// The operation of a request, by its method and URL template: the same for the areas and for the generated builders.
    /// One that the SDK does not have is repeatable when its method only reads.
    /// </summary>
    public static Operation Of(RequestInformation request)
    {
        foreach (var operation in All)
        {
            if (operation.Method == request.HttpMethod && operation.UrlTemplate == request.UrlTemplate)
                return operation;
        }

        var rule = request.HttpMethod is Method.GET or Method.HEAD or Method.OPTIONS ? RetryRule.Repeatable : RetryRule.OnlyIfNotProcessed;
        return new Operation("other", request.HttpMethod, "", rule, UserHeaders.Unknown) { SuccessStatus = null };
    }
}
