using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Json;

/// <summary>Reads the responses of calls: strict in value, tolerant in shape. The options are made once and never change.</summary>
internal static class ResponseJson
{
    public static JsonSerializerOptions Options { get; } = StrictContract.CreateOptions(StrictContract.Of(ResponseJsonContext.Default));

    /// <summary>Reads a response whose body is one model.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a response of Adapty's API.</exception>
    public static BodyReader<T> Reader<T>() => Options.TryGetTypeInfo(typeof(T), out _)
        ? ModelReader<T>.Instance
        : throw new NotSupportedException($"{typeof(T).Name} is not a response of Adapty's API: read it with SendPrimitiveAsync<Stream> or <string>.");

    /// <exception cref="UnreadableBodyException">It is not the JSON that the API documents.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, TimeProvider clock) => Read(body, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)), clock);

    /// <summary>Reads one whole body.</summary>
    /// <exception cref="UnreadableBodyException">It is not the JSON that the API documents.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> typeInfo, TimeProvider clock)
    {
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        if (body.IsEmpty)
            throw new UnreadableBodyException("it is empty", null);
        // The reader looks at values only when they are used, and at names of unknown fields not at all.
        if (!Utf8.IsValid(body))
            throw new UnreadableBodyException("not valid UTF-8", null);

        try
        {
            var model = JsonSerializer.Deserialize(body, typeInfo) ?? throw new UnreadableBodyException("it is null", "$");
            Profile.SetClock(model, clock);
            return model;
        }
        catch (JsonException exception)
        {
            throw UnreadableBodyException.From(exception, typeInfo);
        }
    }

    /// <summary>One delegate for each type of response, not one for each call.</summary>
    private static class ModelReader<T>
    {
        public static readonly BodyReader<T> Instance = static (body, response) => Read<T>(body, response.Clock);
    }
}
