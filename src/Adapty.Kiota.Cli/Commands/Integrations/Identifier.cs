using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Integrations;

/// <summary>One of the ids under which other services know a user.</summary>
/// <param name="Name">As an option, without its dashes.</param>
/// <param name="Get">Reads it.</param>
/// <param name="Set">Sets it.</param>
internal sealed record Identifier(string Name, Func<IntegrationIdentifiers, string?> Get, Action<IntegrationIdentifiers, string?> Set)
{
    public static readonly IReadOnlyList<Identifier> All =
    [
        new("adjust-device-id", ids => ids.AdjustDeviceId, (ids, id) => ids.AdjustDeviceId = id),
        new("airbridge-device-id", ids => ids.AirbridgeDeviceId, (ids, id) => ids.AirbridgeDeviceId = id),
        new("amplitude-device-id", ids => ids.AmplitudeDeviceId, (ids, id) => ids.AmplitudeDeviceId = id),
        new("amplitude-user-id", ids => ids.AmplitudeUserId, (ids, id) => ids.AmplitudeUserId = id),
        new("appmetrica-device-id", ids => ids.AppmetricaDeviceId, (ids, id) => ids.AppmetricaDeviceId = id),
        new("appmetrica-profile-id", ids => ids.AppmetricaProfileId, (ids, id) => ids.AppmetricaProfileId = id),
        new("appsflyer-id", ids => ids.AppsflyerId, (ids, id) => ids.AppsflyerId = id),
        new("branch-id", ids => ids.BranchId, (ids, id) => ids.BranchId = id),
        new("facebook-anonymous-id", ids => ids.FacebookAnonymousId, (ids, id) => ids.FacebookAnonymousId = id),
        new("firebase-app-instance-id", ids => ids.FirebaseAppInstanceId, (ids, id) => ids.FirebaseAppInstanceId = id),
        new("mixpanel-user-id", ids => ids.MixpanelUserId, (ids, id) => ids.MixpanelUserId = id),
        new("one-signal-player-id", ids => ids.OneSignalPlayerId, (ids, id) => ids.OneSignalPlayerId = id),
        new("one-signal-subscription-id", ids => ids.OneSignalSubscriptionId, (ids, id) => ids.OneSignalSubscriptionId = id),
        new("posthog-distinct-user-id", ids => ids.PosthogDistinctUserId, (ids, id) => ids.PosthogDistinctUserId = id),
        new("pushwoosh-hwid", ids => ids.PushwooshHwid, (ids, id) => ids.PushwooshHwid = id),
        new("tenjin-analytics-installation-id", ids => ids.TenjinAnalyticsInstallationId,
            (ids, id) => ids.TenjinAnalyticsInstallationId = id),
    ];
}
