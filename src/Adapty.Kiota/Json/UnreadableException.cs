using System.Text.Json;

namespace Adapty.Kiota.Json;

/// <summary>
/// A value breaks one of our rules. Its message is ours alone, so that it may be shown: the messages of
/// System.Text.Json can quote the body.
/// </summary>
internal sealed class UnreadableException(string rule, int? index = null) : JsonException(rule)
{
    public string Rule { get; } = rule;

    /// <summary>The path; of the item at <c>index</c> where a list was looked at after it was read, when the path names the place behind its last item.</summary>
    public string? Place => index is null || Path is null ? Path : $"{Path[..Path.LastIndexOf('[')]}[{index}]";
}
