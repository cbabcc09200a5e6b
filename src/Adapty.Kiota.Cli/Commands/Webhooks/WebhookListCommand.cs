using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Cli.Commands.Webhooks;

/// <summary><c>adapty webhook list</c>.</summary>
internal sealed class WebhookListCommand : Command, IHelpNotes
{
    public WebhookListCommand(ToolHost host) : base("list", "Shows the types of events, each with its meaning.") =>
        SetAction(_ => host.Output.WriteTable(WebhookEventTypes.All, ["type", "meaning"], type => [type, Meaning(type)]));

    public string HelpNotes => """
        Each type can be renamed in the dashboard, where access_level_updated has to be switched on.

        Example:
          adapty webhook list
        """;

    private static string Meaning(string type) => type switch
    {
        WebhookEventTypes.SubscriptionStarted => "the first paid period began, with no trial before it",
        WebhookEventTypes.SubscriptionRenewed => "a later period was charged, also after a lapse",
        WebhookEventTypes.SubscriptionRenewalCancelled => "auto-renewal is off; access goes on until the period ends",
        WebhookEventTypes.SubscriptionRenewalReactivated => "auto-renewal is on again",
        WebhookEventTypes.SubscriptionExpired => "the subscription is over",
        WebhookEventTypes.SubscriptionPaused => "a pause was set (Google Play); access goes on until the period ends",
        WebhookEventTypes.SubscriptionDeferred => "the next payment was put off (Google Play); access goes on",
        WebhookEventTypes.SubscriptionRefunded => "the money was returned, or another product took its place",
        WebhookEventTypes.TrialStarted => "a free trial began",
        WebhookEventTypes.TrialConverted => "a trial was paid, also one that had expired",
        WebhookEventTypes.TrialRenewalCancelled => "auto-renewal is off; access goes on until the trial ends",
        WebhookEventTypes.TrialRenewalReactivated => "auto-renewal of the trial is on again",
        WebhookEventTypes.TrialExpired => "the trial ended unpaid",
        WebhookEventTypes.EnteredGracePeriod => "a payment failed, and the store grants a grace period",
        WebhookEventTypes.BillingIssueDetected => "a charge failed",
        WebhookEventTypes.NonSubscriptionPurchase => "a one-time purchase",
        WebhookEventTypes.NonSubscriptionPurchaseRefunded => "a one-time purchase was refunded",
        WebhookEventTypes.AccessLevelUpdated => "an access level changed; the only event of grants and revocations",
        WebhookEventTypes.TrialActive => "a trial still runs after some days (a timer of the dashboard)",
        WebhookEventTypes.SubscriptionActive => "a subscription still runs after some days (a timer of the dashboard)",
        _ => throw new InvalidOperationException($"There is no line for {type}."),
    };
}
