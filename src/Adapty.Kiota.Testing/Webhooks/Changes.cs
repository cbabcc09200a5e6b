using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Testing.Webhooks;

/// <summary>An event to be sent.</summary>
/// <param name="Type">One of <see cref="WebhookEventTypes"/>.</param>
/// <param name="State">What it tells of.</param>
/// <param name="At">When it happened in business terms; null for now.</param>
internal sealed record Change(string Type, PurchaseState State, DateTimeOffset? At);

/// <summary>
/// Which events Adapty documents for what became of a purchase or an access level ("Event flows"). An access level that
/// changed has an event of its own beside those of the purchase.
/// </summary>
internal static class Changes
{
    public static IEnumerable<Change> Between(IReadOnlyList<PurchaseState> before, IReadOnlyList<PurchaseState> after) =>
        from state in after
        let earlier = before.FirstOrDefault(state.Continues)
        where state != earlier
        from change in state.Kind switch
        {
            PurchaseKind.Subscription => OfSubscription(earlier, state),
            PurchaseKind.OneTimePurchase => OfOneTimePurchase(earlier, state),
            _ => [new Change(WebhookEventTypes.AccessLevelUpdated, state, At: null)],
        }
        select change;

    private static IEnumerable<Change> OfSubscription(PurchaseState? before, PurchaseState after)
    {
        var isNewPeriod = before is null || before.TransactionId != after.TransactionId;
        if (isNewPeriod)
        {
            foreach (var change in OfPeriod(before, after))
                yield return change;
        }
        else if (after is { Store: Stores.PlayStore, IsActive: true, IsInGracePeriod: false } && after.ExpiresAt > before!.ExpiresAt)
        {
            yield return new(WebhookEventTypes.SubscriptionDeferred, after, At: null);
        }

        if (after.IsReturned)
        {
            if (isNewPeriod || !before!.IsReturned)
                yield return new(WebhookEventTypes.SubscriptionRefunded, after, At: null);
            yield break;
        }

        if (after.RenewalCancelledAt is { } cancelledAt && before?.RenewalCancelledAt is null)
        {
            yield return new(
                after.IsTrial ? WebhookEventTypes.TrialRenewalCancelled : WebhookEventTypes.SubscriptionRenewalCancelled,
                after with { CancellationReason = after.CancellationReason ?? CancellationReasons.VoluntarilyCancelled },
                cancelledAt);
        }
        else if (after.RenewalCancelledAt is null && before?.RenewalCancelledAt is not null && !isNewPeriod)
        {
            yield return new(
                after.IsTrial ? WebhookEventTypes.TrialRenewalReactivated : WebhookEventTypes.SubscriptionRenewalReactivated,
                after,
                At: null);
        }

        if (after.BillingIssueDetectedAt is { } issueAt && before?.BillingIssueDetectedAt is null)
            yield return new(WebhookEventTypes.BillingIssueDetected, after, issueAt);
        if (after.IsInGracePeriod && before?.IsInGracePeriod is not true)
            yield return new(WebhookEventTypes.EnteredGracePeriod, after, after.BillingIssueDetectedAt);
        if (!after.IsActive && (isNewPeriod || before!.IsActive))
            yield return Expiry(after);
    }

    private static IEnumerable<Change> OfPeriod(PurchaseState? before, PurchaseState after)
    {
        if (before is null)
        {
            yield return Purchase(after.IsTrial ? WebhookEventTypes.TrialStarted : WebhookEventTypes.SubscriptionStarted, after);
        }
        else if (before.IsTrial && !after.IsTrial)
        {
            yield return Purchase(WebhookEventTypes.TrialConverted, after);
        }
        else if (before.ProductId == after.ProductId)
        {
            yield return Purchase(WebhookEventTypes.SubscriptionRenewed, after);
        }
        else
        {
            // Another product: an upgrade returns the rest of the period, a change at its end lets it expire.
            if (before.IsActive && after.PurchasedAt < before.ExpiresAt)
            {
                var upgraded = before with { CancellationReason = CancellationReasons.Upgraded, ExpiresAt = after.PurchasedAt };
                yield return new(WebhookEventTypes.SubscriptionRefunded, upgraded, after.PurchasedAt);
            }
            else if (before.IsActive)
            {
                yield return Expiry(before with { CancellationReason = CancellationReasons.NewSubscriptionReplace });
            }

            yield return Purchase(WebhookEventTypes.SubscriptionStarted, after);
        }
    }

    private static IEnumerable<Change> OfOneTimePurchase(PurchaseState? before, PurchaseState after)
    {
        if (before is null)
            yield return Purchase(WebhookEventTypes.NonSubscriptionPurchase, after);
        if (after.IsRefund && before?.IsRefund is not true)
            yield return new(WebhookEventTypes.NonSubscriptionPurchaseRefunded, after, At: null);
    }

    private static Change Purchase(string type, PurchaseState state) => new(type, state, state.PurchasedAt);

    private static Change Expiry(PurchaseState state)
    {
        var reason = state switch
        {
            { CancellationReason: { } given } => given,
            { BillingIssueDetectedAt: not null } => CancellationReasons.BillingError,
            { RenewalCancelledAt: not null } => CancellationReasons.VoluntarilyCancelled,
            _ => CancellationReasons.Unknown,
        };
        return new(
            state.IsTrial ? WebhookEventTypes.TrialExpired : WebhookEventTypes.SubscriptionExpired,
            state with { CancellationReason = reason },
            state.ExpiresAt);
    }
}
