using System.Text.Json;

namespace Adapty.Kiota.Json;

/// <summary>
/// A value breaks one of our rules. Its message is ours alone, so that it may be shown: the messages of
/// System.Text.Json can quote the body.
/// </summary>
internal sealed class UnreadableException(string rule, int? index = null) : JsonException(rule)
{
    public string Rule { get; } = rule;

    /// <summary>
    /// The path. Where a list was checked after it was read, <see cref="JsonException.Path"/> is that of its end: then the path
    /// of the item with that index.
    /// </summary>
    public string? ItemPath => index is null || Path is null ? Path : $"{Path[..Path.LastIndexOf('[')]}[{index}]";
}
