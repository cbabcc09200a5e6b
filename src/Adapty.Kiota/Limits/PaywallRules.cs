using Adapty.Kiota.Models;

namespace Adapty.Kiota.Limits;

/// <summary>What can be said of a paywall.</summary>
internal static class PaywallRules
{
    /// <summary>An id is one segment of the path. It is escaped there, but a segment of dots would be taken for a way up.</summary>
    public static string CheckId(string paywallId, string place)
    {
        ArgumentNullException.ThrowIfNull(paywallId, place);
        Rule.RequireText(paywallId, place);
        Rule.Require(!paywallId.All(character => character == '.') && !paywallId.Any(char.IsControl), place, "must be the id of a paywall");
        return paywallId;
    }

    public static List<RemoteConfig> CheckConfigs(IEnumerable<RemoteConfig> remoteConfigs, string place)
    {
        ArgumentNullException.ThrowIfNull(remoteConfigs, place);
        List<RemoteConfig> configs = [.. remoteConfigs];
        Rule.Require(configs.Count > 0, place, "must have at least one entry");
        for (var index = 0; index < configs.Count; index++)
        {
            Rule.RequireValue(configs[index], $"{place}[{index}]");
            Rule.RequireText(configs[index].Locale, $"{place}[{index}].{nameof(RemoteConfig.Locale)}");
            Rule.RequireValue(configs[index].Data, $"{place}[{index}].{nameof(RemoteConfig.Data)}");
        }

        return configs;
    }
}
