using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Adapty.Kiota.Json;

/// <summary>Reads answers: strict in value, tolerant in shape. The options are made once and never change.</summary>
internal static class AdaptyJson
{
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>Reads one whole body.</summary>
    /// <exception cref="UnreadableBodyException">It is not the JSON that the API documents.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> typeInfo)
    {
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        if (body.IsEmpty)
            throw new UnreadableBodyException("it is empty", null);

        try
        {
            return JsonSerializer.Deserialize(body, typeInfo) ?? throw new UnreadableBodyException("it is null", "$");
        }
        catch (UnreadableException exception)
        {
            throw new UnreadableBodyException(exception.Rule, JsonPathText.Redact(exception.Place, typeInfo));
        }
        catch (JsonException exception) when (StrictContract.MissingProperty(exception) is { } name)
        {
            throw new UnreadableBodyException("the key is missing", $"{JsonPathText.Redact(exception.Path, typeInfo)}.{name}");
        }
        catch (JsonException exception)
        {
            throw new UnreadableBodyException("not the JSON that the API documents there", JsonPathText.Redact(exception.Path, typeInfo));
        }
    }

    /// <summary>A contract of its own, for tests of how one is made.</summary>
    internal static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(AdaptyJsonContext.Default.Options)
        {
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            Converters = { new DateTimeConverter(), new UntypedNodeConverter() },
            TypeInfoResolver = AdaptyJsonContext.Default.WithAddedModifier(StrictContract.Apply),
        };
        options.MakeReadOnly();
        return options;
    }
}
