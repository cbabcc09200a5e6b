using System.Text.Json;

namespace Adapty.Kiota.Json;

/// <summary>
/// A value breaks one of our rules. Its message is ours alone, so that it may be shown: the messages of
/// System.Text.Json can quote the body.
/// </summary>
/// <param name="rule">The rule.</param>
/// <param name="below">The rest of the path, <c>[0]</c> or <c>.name</c>, where the rule is one of a whole list or object.</param>
internal sealed class UnreadableException(string rule, string below = "") : JsonException(rule)
{
    public string Rule { get; } = rule;

    /// <summary>The whole path. A list is looked at after it was read, at the path of its end, which the item's index replaces.</summary>
    public string? FullPath =>
        (below.StartsWith('[') && Path is { } path && path.EndsWith(']') ? path[..path.LastIndexOf('[')] : Path) + below;
}
