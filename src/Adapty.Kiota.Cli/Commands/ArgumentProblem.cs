using System.Text.RegularExpressions;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>
/// Names the option whose value breaks one of Adapty's limits. The SDK checks them, and its exception carries the path of the
/// property and the rule.
/// </summary>
internal static partial class ArgumentProblem
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["request.IpCountry"] = "--ip-country",
        ["request.StoreCountry"] = "--store-country",
        ["request.Platform"] = "--platform",
        ["request.CustomAttributes"] = "The list of attributes",
        ["request.CustomAttributes[].Key"] = "The name of an attribute",
        ["request.CustomAttributes[].Value"] = "The value of an attribute",
        ["subscription.StoreTransactionId"] = "--transaction-id",
        ["oneTimePurchase.StoreTransactionId"] = "--transaction-id",
        ["request.Items"] = "--item",
        ["request.Items[].CurrencyCode"] = "--item",
        ["request.Items[].Amount"] = "The amount of --item",
        ["request.Metadata"] = "--metadata",
        ["paywallId"] = "The paywall's id",
    };

    /// <summary>Null when the user did not cause it.</summary>
    public static string? Describe(ArgumentException exception) =>
        exception.Data["Adapty.Path"] is string path && Names.TryGetValue(Index().Replace(path, "[]"), out var name)
            ? $"{name} {exception.Data["Adapty.Rule"]}."
            : null;

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
