using Adapty.Kiota.Calls;
using Adapty.Kiota.Testing.Server.Operations;
using Adapty.Kiota.Testing.State;

namespace Adapty.Kiota.Testing.Server;

/// <summary>Finds the operation of a request, after what all operations ask for.</summary>
internal static class Routes
{
    private const string Root = "/api/v2/server-side-api";
    private const string Paywalls = Root + "/paywalls/";

    // The slash at the end belongs to the path.
    private static readonly Dictionary<string, Resource> Resources = new(StringComparer.Ordinal)
    {
        [Root + "/profile/"] = new(
            Dialect.Profiles,
            (HttpMethod.Get, GetProfile.Answer),
            (HttpMethod.Post, CreateProfile.Answer),
            (HttpMethod.Patch, UpdateProfile.Answer),
            (HttpMethod.Delete, DeleteProfile.Answer)),
        [Root + "/purchase/set/transaction/"] = new(Dialect.Purchases, (HttpMethod.Post, SetTransaction.Answer)),
        [Root + "/purchase/profile/grant/access-level/"] = new(Dialect.Purchases, (HttpMethod.Post, GrantAccessLevel.Answer)),
        [Root + "/purchase/profile/revoke/access-level/"] = new(Dialect.Purchases, (HttpMethod.Post, RevokeAccessLevel.Answer)),
        [Root + "/purchase/profile/refund-saver/settings/"] = new(
            Dialect.RefundSaver,
            (HttpMethod.Get, GetRefundSaverSettings.Answer),
            (HttpMethod.Post, SetRefundSaverSettings.Answer)),
        ["/api/v1/sdk/purchase/stripe/token/validate/"] = new(Dialect.Stripe, (HttpMethod.Post, ValidateStripePurchase.Answer)),
        [Root + "/purchase/paddle/token/validate/"] = new(Dialect.Texts, (HttpMethod.Post, ValidatePaddlePurchase.Answer)),
        [Root + "/integration/profile/set/integration-identifiers/"] = new(
            Dialect.Identifiers,
            (HttpMethod.Get, GetIntegrationIdentifiers.Answer),
            (HttpMethod.Post, SetIntegrationIdentifiers.Answer)),
        [Paywalls] = new(Dialect.Texts, (HttpMethod.Get, ListPaywalls.Answer)),
        [Root + "/vc/transactions/"] = new(
            Dialect.Currencies,
            (HttpMethod.Get, ListVirtualCurrencyTransactions.Answer),
            (HttpMethod.Post, CreateVirtualCurrencyTransaction.Answer)),
        [Root + "/vc/balances/"] = new(Dialect.Currencies, (HttpMethod.Get, ListVirtualCurrencyBalances.Answer)),
    };

    private static readonly Resource Paywall = new(
        Dialect.Texts,
        (HttpMethod.Get, GetPaywall.Answer),
        (HttpMethod.Put, UpdatePaywall.Answer));

    public static HttpResponseMessage Answer(HttpRequestMessage request, string? body, string apiKey, FakeState state)
    {
        var path = request.RequestUri?.AbsolutePath ?? "";
        var id = PaywallId(path);
        if ((id is null ? Resources.GetValueOrDefault(path) : Paywall) is not { } resource)
            return Answers.NoSuchPage();
        if (Exchange.HeaderOf(request, HeaderNames.Authorization) is var given && given != "Api-Key " + apiKey)
            return resource.Dialect.NotAuthenticated(given);
        if (resource.Find(request.Method) is not { } answer)
            return Answers.MethodNotAllowed(resource.Operations.Select(operation => operation.Method));

        lock (state.Gate)
        {
            try
            {
                return answer(new Exchange(state, resource.Dialect, request, body, id));
            }
            catch (RefusalException refusal)
            {
                return resource.Dialect.Refuse(refusal);
            }
        }
    }

    /// <summary>The one segment between the paywalls' path and the slash at the end.</summary>
    private static string? PaywallId(string path) =>
        path.StartsWith(Paywalls, StringComparison.Ordinal) && path.IndexOf('/', Paywalls.Length) is var end && end > Paywalls.Length && end == path.Length - 1
            ? Uri.UnescapeDataString(path[Paywalls.Length..end])
            : null;
}
