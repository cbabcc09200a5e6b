using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Calls;

/// <summary>One operation of the API: its name, the one success status that it documents, and what may be sent again.</summary>
internal sealed record Operation(string Name, RetryRule RetryRule, int SuccessStatus = 200)
{
    private const string Root = "{+baseurl}/api/v2/server-side-api";
    private const string Profile = Root + "/profile/";
    private const string RefundSaver = Root + "/purchase/profile/refund-saver/settings/";
    private const string Identifiers = Root + "/integration/profile/set/integration-identifiers/";
    private const string Paywall = Root + "/paywalls/{paywall_id}/";
    private const string Transactions = Root + "/vc/transactions/{?currency_code*,cursor*,limit*}";

    /// <summary>Whether "no such profile" is what was wanted, once an earlier attempt may have been carried out.</summary>
    public bool NotFoundAfterRetryIsSuccess { get; private init; }

    public bool IsSetTransaction => ReferenceEquals(this, SetTransaction);

    private static readonly Operation GetProfile = new("getProfile", RetryRule.Repeatable);
    private static readonly Operation CreateProfile = new("createProfile", RetryRule.OnlyIfNotProcessed);
    private static readonly Operation UpdateProfile = new("updateProfile", RetryRule.OnlyIfNotProcessed);
    private static readonly Operation DeleteProfile = new("deleteProfile", RetryRule.Repeatable, 204) { NotFoundAfterRetryIsSuccess = true };
    private static readonly Operation SetTransaction = new("setTransaction", RetryRule.OnlyIfNotProcessed);
    private static readonly Operation GrantAccessLevel = new("grantAccessLevel", RetryRule.OnlyIfNotProcessed);
    private static readonly Operation RevokeAccessLevel = new("revokeAccessLevel", RetryRule.OnlyIfNotProcessed);
    private static readonly Operation GetRefundSaverSettings = new("getRefundSaverSettings", RetryRule.Repeatable);
    private static readonly Operation SetRefundSaverSettings = new("setRefundSaverSettings", RetryRule.OnlyIfNotProcessed);
    private static readonly Operation ValidateStripePurchase = new("validateStripePurchase", RetryRule.OnlyIfNotProcessed);
    private static readonly Operation ValidatePaddlePurchase = new("validatePaddlePurchase", RetryRule.OnlyIfNotProcessed);
    private static readonly Operation GetIntegrationIdentifiers = new("getIntegrationIdentifiers", RetryRule.Repeatable);
    private static readonly Operation SetIntegrationIdentifiers = new("setIntegrationIdentifiers", RetryRule.OnlyIfNotProcessed);
    private static readonly Operation ListPaywalls = new("listPaywalls", RetryRule.Repeatable);
    private static readonly Operation GetPaywall = new("getPaywall", RetryRule.Repeatable);
    private static readonly Operation UpdatePaywall = new("updatePaywall", RetryRule.OnlyIfNotProcessed);
    private static readonly Operation CreateVirtualCurrencyTransaction = new("createVirtualCurrencyTransaction", RetryRule.IdempotencyKey);
    private static readonly Operation ListVirtualCurrencyTransactions = new("listVirtualCurrencyTransactions", RetryRule.Repeatable);
    private static readonly Operation ListVirtualCurrencyBalances = new("listVirtualCurrencyBalances", RetryRule.Repeatable);

    /// <summary>
    /// The operation of a generated request, by its method and URL template: the same for the facade and for the
    /// generated builders. A test holds this list to the generated builders.
    /// </summary>
    public static Operation Of(RequestInformation request) => (request.HttpMethod, request.UrlTemplate) switch
    {
        (Method.GET, Profile) => GetProfile,
        (Method.POST, Profile) => CreateProfile,
        (Method.PATCH, Profile) => UpdateProfile,
        (Method.DELETE, Profile) => DeleteProfile,
        (Method.POST, Root + "/purchase/set/transaction/") => SetTransaction,
        (Method.POST, Root + "/purchase/profile/grant/access-level/") => GrantAccessLevel,
        (Method.POST, Root + "/purchase/profile/revoke/access-level/") => RevokeAccessLevel,
        (Method.GET, RefundSaver) => GetRefundSaverSettings,
        (Method.POST, RefundSaver) => SetRefundSaverSettings,
        (Method.POST, "{+baseurl}/api/v1/sdk/purchase/stripe/token/validate/") => ValidateStripePurchase,
        (Method.POST, Root + "/purchase/paddle/token/validate/") => ValidatePaddlePurchase,
        (Method.GET, Identifiers) => GetIntegrationIdentifiers,
        (Method.POST, Identifiers) => SetIntegrationIdentifiers,
        (Method.GET, Root + "/paywalls/{?page%5Bnumber%5D*,page%5Bsize%5D*}") => ListPaywalls,
        (Method.GET, Paywall) => GetPaywall,
        (Method.PUT, Paywall) => UpdatePaywall,
        (Method.POST, Transactions) => CreateVirtualCurrencyTransaction,
        (Method.GET, Transactions) => ListVirtualCurrencyTransactions,
        (Method.GET, Root + "/vc/balances/") => ListVirtualCurrencyBalances,
        var (method, _) => throw new NotSupportedException($"{method} of that path is no operation of Adapty's server-side API."),
    };
}
