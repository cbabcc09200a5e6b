using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Adapty.Kiota.Json;

/// <summary>A body is not what the API documents. Carries nothing of the body: a rule of ours, and a path of known names.</summary>
internal sealed class UnreadableBodyException(string rule, string? path) : Exception(rule)
{
    public string? Path { get; } = path;

    /// <summary>What System.Text.Json reports, without its message: that can quote the body.</summary>
    public static UnreadableBodyException From(JsonException exception, JsonTypeInfo root) => exception switch
    {
        UnreadableException unreadable => new(unreadable.Rule, JsonPathText.Redact(unreadable.FullPath, root)),
        _ when StrictContract.MissingProperty(exception) is { } name =>
            new("the key is missing", $"{JsonPathText.Redact(exception.Path, root)}.{name}"),
        _ => new("not the JSON that the API documents there", JsonPathText.Redact(exception.Path, root)),
    };

    /// <summary>The same of a model that is written.</summary>
    public static UnreadableBodyException FromWriting(JsonException exception, JsonTypeInfo root) => exception is UnreadableException unreadable
        ? new(unreadable.Rule, JsonPathText.Redact(unreadable.FullPath, root, ofMembers: true))
        : new("not the JSON that the API documents there", JsonPathText.Redact(exception.Path, root, ofMembers: true));

    /// <summary>The same outside of a call.</summary>
    public JsonException ToReadingException() => ToJsonException("The JSON cannot be read");

    /// <summary>The same for a model: what could not be read back is not written.</summary>
    public JsonException ToWritingException() => ToJsonException("The model cannot be written");

    private JsonException ToJsonException(string what) => new($"{what}: {Message} (at {Path ?? "$"}).", Path ?? "$", null, null);
}
