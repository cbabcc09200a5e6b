using System.Text.RegularExpressions;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>Says in the words of the command line which limit of Adapty's a value breaks. The SDK checks them, and names its own properties.</summary>
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

    /// <summary>Null when it is none of the user's making.</summary>
    public static string? Describe(ArgumentException exception)
    {
        var match = PlaceAndRule().Match(exception.Message);
        return match.Success && Names.TryGetValue(Index().Replace(match.Groups[1].Value, "[]"), out var name) ? name + match.Groups[2].Value : null;
    }

    [GeneratedRegex(@"^([A-Za-z]+(?:\.[A-Za-z]+|\[\d+\])*)( .*?)(?: \(Parameter '\w+'\))?$", RegexOptions.Singleline)]
    private static partial Regex PlaceAndRule();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
