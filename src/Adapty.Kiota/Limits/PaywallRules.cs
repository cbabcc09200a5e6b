using Adapty.Kiota.Models;

namespace Adapty.Kiota.Limits;

/// <summary>The limits of a paywall and its remote configs.</summary>
internal static class PaywallRules
{
    /// <summary>An id is one segment of the path. It is escaped there, but a segment of dots would be taken for a way up.</summary>
    public static string CheckId(string paywallId, string path)
    {
        ArgumentNullException.ThrowIfNull(paywallId, path);
        Rule.RequireString(paywallId, path);
        Rule.Require(!paywallId.All(character => character == '.') && !paywallId.Any(char.IsControl), path, "must be the id of a paywall");
        return paywallId;
    }

    public static List<RemoteConfig> CheckConfigs(IEnumerable<RemoteConfig> remoteConfigs, string path)
    {
        ArgumentNullException.ThrowIfNull(remoteConfigs, path);
        List<RemoteConfig> configs = [.. remoteConfigs];
        Rule.Require(configs.Count > 0, path, "must have at least one entry");
        for (var index = 0; index < configs.Count; index++)
        {
            Rule.RequireValue(configs[index], $"{path}[{index}]");
            Rule.RequireString(configs[index].Locale, $"{path}[{index}].{nameof(RemoteConfig.Locale)}");
            Rule.RequireValue(configs[index].Data, $"{path}[{index}].{nameof(RemoteConfig.Data)}");
        }

        return configs;
    }
}
