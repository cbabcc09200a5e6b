namespace Adapty.Kiota.Json;

/// <summary>A body is not what the API documents. Carries nothing of the body: a rule of ours, and a path of known names.</summary>
internal sealed class UnreadableBodyException(string rule, string? path) : Exception(rule)
{
    public string? Path { get; } = path;
}
