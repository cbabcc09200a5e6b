using System.Runtime.CompilerServices;

namespace Adapty.Kiota.AotTests;

/// <summary>All checks, one after the other. The unit tests run them too, and compare the lists below with what there is.</summary>
internal static class Checks
{
    /// <summary>Every operation, as the server sees it. Ids in paths are braces.</summary>
    public static readonly string[] Operations =
    [
        "DELETE /api/v2/server-side-api/profile/",
        "GET /api/v2/server-side-api/integration/profile/set/integration-identifiers/",
        "GET /api/v2/server-side-api/paywalls/",
        "GET /api/v2/server-side-api/paywalls/{id}/",
        "GET /api/v2/server-side-api/profile/",
        "GET /api/v2/server-side-api/purchase/profile/refund-saver/settings/",
        "GET /api/v2/server-side-api/vc/balances/",
        "GET /api/v2/server-side-api/vc/transactions/",
        "PATCH /api/v2/server-side-api/profile/",
        "POST /api/v1/sdk/purchase/stripe/token/validate/",
        "POST /api/v2/server-side-api/integration/profile/set/integration-identifiers/",
        "POST /api/v2/server-side-api/profile/",
        "POST /api/v2/server-side-api/purchase/paddle/token/validate/",
        "POST /api/v2/server-side-api/purchase/profile/grant/access-level/",
        "POST /api/v2/server-side-api/purchase/profile/refund-saver/settings/",
        "POST /api/v2/server-side-api/purchase/profile/revoke/access-level/",
        "POST /api/v2/server-side-api/purchase/set/transaction/",
        "POST /api/v2/server-side-api/vc/transactions/",
        "PUT /api/v2/server-side-api/paywalls/{id}/",
    ];

    /// <summary>Every model that is in an answer.</summary>
    public static readonly Type[] Models =
    [
        typeof(Models.AccessLevel),
        typeof(Models.CursorPagination),
        typeof(Models.CustomAttribute),
        typeof(Models.IntegrationIdentifiers),
        typeof(Models.NonSubscription),
        typeof(Models.Offer),
        typeof(Models.PagePagination),
        typeof(Models.Paywall),
        typeof(Models.PaywallList),
        typeof(Models.PaywallListMeta),
        typeof(Models.PaywallProduct),
        typeof(Models.PaywallProductOffer),
        typeof(Models.PaywallScreenshot),
        typeof(Models.Profile),
        typeof(Models.ProfileRefundSaverSettings),
        typeof(Models.ProfileResponse),
        typeof(Models.RefundSaverSettings),
        typeof(Models.RemoteConfig),
        typeof(Models.StripeValidationResponse),
        typeof(Models.Subscription),
        typeof(Models.VirtualCurrencyBalance),
        typeof(Models.VirtualCurrencyBalanceChange),
        typeof(Models.VirtualCurrencyBalanceList),
        typeof(Models.VirtualCurrencyMetadata),
        typeof(Models.VirtualCurrencyTransaction),
        typeof(Models.VirtualCurrencyTransactionPage),
        typeof(Models.VirtualCurrencyTransactionResult),
    ];

    /// <summary>Every exception that a call can end in.</summary>
    public static readonly Type[] Exceptions =
    [
        typeof(AdaptyApiException),
        typeof(AdaptyAuthenticationException),
        typeof(AdaptyConflictException),
        typeof(AdaptyConnectionException),
        typeof(AdaptyForbiddenException),
        typeof(AdaptyProfileNotFoundException),
        typeof(AdaptyRateLimitException),
        typeof(AdaptyResourceNotFoundException),
        typeof(AdaptyResponseException),
        typeof(AdaptyServerException),
        typeof(AdaptyTimeoutException),
        typeof(AdaptyValidationException),
    ];

    public static async Task<bool> RunAsync(TextWriter output)
    {
        var report = new Report();
        await using var server = new FakeAdaptyServer();

        await report.CheckAsync("operations", () => OperationChecks.RunAsync(server, report));
        await report.CheckAsync("answers", () => AnswerChecks.RunAsync(server, report));
        await report.CheckAsync("exceptions", () => ExceptionChecks.RunAsync(server, report));

        report.All("operation called", Operations, [.. server.Fake.Requests.Select(request => OperationOf(request.ToString()))]);
        report.All("model read", [.. Models.Select(type => type.Name)], report.Read);
        report.All("exception met", [.. Exceptions.Select(type => type.Name)], report.Met);

        foreach (var failure in report.Failures)
            await output.WriteLineAsync($"FAIL  {failure}");
        var code = RuntimeFeature.IsDynamicCodeSupported ? "JIT" : "Native AOT";
        await output.WriteLineAsync(
            $"{report.Passed} checks passed, {report.Failures.Count} failed: {Operations.Length} operations, {Models.Length} models, {Exceptions.Length} exceptions ({code}, .NET {Environment.Version})");
        return report.Failures.Count == 0;
    }

    private static string OperationOf(string request)
    {
        var path = request.Split('?')[0];
        var paywalls = path.IndexOf("/paywalls/", StringComparison.Ordinal) + "/paywalls/".Length;
        return path.Contains("/paywalls/", StringComparison.Ordinal) && paywalls < path.Length ? path[..paywalls] + "{id}/" : path;
    }
}
