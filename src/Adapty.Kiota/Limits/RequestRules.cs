using Adapty.Kiota.Calls;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Limits;

/// <summary>
/// The rules of the API for a whole request, whichever way it comes: from an area (which has checked its arguments under their
/// own names before) or from a generated builder.
/// </summary>
internal static class RequestRules
{
    private const string Body = "body";

    /// <summary>Refuses what breaks a rule, and makes the request what the API wants: its headers, and no body in place of an empty one.</summary>
    /// <exception cref="ArgumentException">A rule is broken; the message names the path and the rule.</exception>
    public static void Apply(RequestInformation request, IParsable? body, Operation operation)
    {
        if (request.PathParameters.TryGetValue("paywall_id", out var paywallId) && paywallId is string id)
            PaywallRules.CheckId(id, "paywall_id");
        PageRules.Check(request.QueryParameters);
        if (body is not null)
            Check(body, request);
        if (operation.RetryRule == RetryRule.IdempotencyKey)
            AddIdempotencyKey(request.Headers);
        if (body is ProfileFields { Platform: { } platform } && !request.Headers.ContainsKey(HeaderNames.Platform))
            request.Headers.Add(HeaderNames.Platform, platform);
        if (body is CreateProfileRequest && request.HasEmptyBody())
            request.WithoutBody();
    }

    private static void Check(IParsable body, RequestInformation request)
    {
        switch (body)
        {
            case UpdateProfileRequest fields:
                ProfileRules.Check(fields, Body);
                Rule.Require(!request.HasEmptyBody(), Body, "must have at least one property with a value");
                break;
            case ProfileFields fields:
                ProfileRules.Check(fields, Body);
                break;
            case SetTransactionRequest transaction:
                TransactionRules.Check(transaction, Body);
                break;
            case GrantAccessLevelRequest grant:
                AccessLevelRules.Check(grant, Body);
                break;
            case RevokeAccessLevelRequest revocation:
                Rule.RequireString(revocation.AccessLevelId, $"{Body}.{nameof(revocation.AccessLevelId)}");
                break;
            case SetRefundSaverSettingsRequest settings:
                Rule.Require(!request.HasEmptyBody(), Body, $"must have {nameof(settings.Consent)} or {nameof(settings.CustomPreference)}");
                break;
            case IntegrationIdentifiers:
                Rule.Require(!request.HasEmptyBody(), Body, "must have at least one id");
                break;
            case StripeValidationRequest stripe:
                Rule.RequireString(stripe.Data?.Attributes?.CustomerUserId, $"{Body}.Data.Attributes.CustomerUserId");
                Rule.RequireString(stripe.Data.Attributes.StripeToken, $"{Body}.Data.Attributes.StripeToken");
                break;
            case PaddleValidationRequest paddle:
                Rule.RequireString(paddle.CustomerUserId, $"{Body}.{nameof(paddle.CustomerUserId)}");
                Rule.RequireString(paddle.PaddleToken, $"{Body}.{nameof(paddle.PaddleToken)}");
                break;
            case UpdatePaywallRequest update:
                PaywallRules.CheckConfigs(update.RemoteConfigs ?? [], $"{Body}.{nameof(update.RemoteConfigs)}");
                break;
            case VirtualCurrencyTransactionRequest transaction:
                VirtualCurrencyRules.Check(transaction, Body);
                break;
        }
    }

    /// <summary>Without an idempotency key of the caller's, a retry of a request from the generated builders would credit twice.</summary>
    private static void AddIdempotencyKey(RequestHeaders headers)
    {
        if (headers.TryGetValue(HeaderNames.IdempotencyKey, out var values))
            VirtualCurrencyRules.CheckIdempotencyKey(string.Join(',', values), HeaderNames.IdempotencyKey);
        else
            headers.Add(HeaderNames.IdempotencyKey, Guid.NewGuid().ToString());
    }
}
