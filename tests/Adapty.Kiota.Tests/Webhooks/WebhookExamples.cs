using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Adapty.Kiota.Tests.Support;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>Events in documented shape, all values invented.</summary>
internal static partial class WebhookExamples
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "Adapty.Kiota.Tests", "Webhooks", "Examples");

    /// <summary>One example of each kind, by event type.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static string Renewal => Text(WebhookEventTypes.SubscriptionRenewed);

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json")).Trim();

    public static byte[] Bytes(string name) => Encoding.UTF8.GetBytes(Text(name));

    /// <summary>An example that a test may change.</summary>
    public static JsonNode Node(string name = WebhookEventTypes.SubscriptionRenewed) => JsonNode.Parse(Text(name))!;

    /// <summary>The renewal with another event id, so that it is another event.</summary>
    public static byte[] Event(string id)
    {
        var node = Node();
        node["event_properties"]!["profile_event_id"] = id;
        return Encoding.UTF8.GetBytes(node.ToJsonString());
    }

    /// <summary>The events of the fact sheet, when it is there.</summary>
    public static IEnumerable<string> Shared() =>
        Checkout.Shared("adapty-webhooks.md") is { } facts ? JsonBlock().Matches(facts).Select(match => match.Groups[1].Value) : [];

    [GeneratedRegex(@"```json\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
