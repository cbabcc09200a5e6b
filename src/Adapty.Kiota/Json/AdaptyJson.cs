using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Adapty.Kiota.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota;

/// <summary>
/// Writes and reads the models as Adapty's own JSON, outside of a call: for caches, queues and databases. Reading is as strict
/// as a call's: a value that cannot be read is an exception, never null, and never another access decision.
/// </summary>
/// <remarks>
/// It takes every model of <c>Adapty.Kiota.Models</c>, requests too. What is written is read back the same. No reflection is
/// used; it works in Native AOT.
/// </remarks>
public static class AdaptyJson
{
    /// <summary>
    /// The options behind this class, for libraries that take some: a cache's serializer, <c>Results.Json(profile, options)</c>.
    /// Read-only. They know the models alone: an application's own types want <see cref="Resolver"/> in its own options.
    /// </summary>
    public static JsonSerializerOptions Options => Lazy.Options;

    /// <summary>
    /// Reads and writes the models inside of an application's own types, whatever the rest of its options says: put it into
    /// <see cref="JsonSerializerOptions.TypeInfoResolverChain"/>, before the application's own resolvers. A refusal is the same
    /// <see cref="JsonException"/> as here; its path begins at the model.
    /// </summary>
    public static IJsonTypeInfoResolver Resolver => Lazy.Resolver;

    /// <summary>The contract itself, with every property. Its exceptions are System.Text.Json's, and may quote.</summary>
    internal static JsonSerializerOptions Contract { get; } = CreateContract();

    /// <summary>Writes a model as Adapty's JSON.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="JsonException">
    /// The model could not be read back: it lacks what it must have, such as a profile's access levels, or a list holds null.
    /// The message says which rule is broken, and where; it quotes nothing.
    /// </exception>
    /// <exception cref="ArgumentException"><c>AdditionalData</c> holds a value that has no form in JSON.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a model of Adapty's API.</exception>
    public static string Serialize<T>(T model) => Encoding.UTF8.GetString(SerializeToUtf8Bytes(model));

    /// <inheritdoc cref="Serialize{T}(T)"/>
    public static byte[] SerializeToUtf8Bytes<T>(T model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var typeInfo = TypeInfo<T>();
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(model, typeInfo);
        }
        catch (JsonException exception)
        {
            throw UnreadableBodyException.FromWriting(exception, typeInfo).ToWritingException();
        }
        catch (UnreadableBodyException exception)
        {
            throw exception.ToWritingException();
        }
    }

    /// <summary>Reads a model from Adapty's JSON, as strictly as a call does.</summary>
    /// <param name="json">One JSON text: what <see cref="Serialize{T}(T)"/> wrote, or what Adapty sent.</param>
    /// <param name="clock">The clock that <see cref="Profile.HasAccess(string)"/> asks; null for the system's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonException">A call would refuse it. The message says which rule is broken, and where; it quotes nothing.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a model of Adapty's API.</exception>
    public static T Deserialize<T>(string json, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Deserialize<T>(ToUtf8(json), clock);
    }

    /// <inheritdoc cref="Deserialize{T}(string, TimeProvider?)"/>
    /// <param name="utf8Json">One JSON text in UTF-8: what <see cref="SerializeToUtf8Bytes{T}(T)"/> wrote, or what Adapty sent.</param>
    /// <param name="clock">The clock that <see cref="Profile.HasAccess(string)"/> asks; null for the system's.</param>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8Json, TimeProvider? clock = null)
    {
        try
        {
            return Read<T>(utf8Json, clock ?? TimeProvider.System);
        }
        catch (UnreadableBodyException exception)
        {
            throw exception.ToReadingException();
        }
    }

    /// <exception cref="JsonException">It is no Unicode: a surrogate stands alone.</exception>
    internal static byte[] ToUtf8(string json)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetBytes(json);
        }
        catch (EncoderFallbackException)
        {
            throw new UnreadableBodyException("not valid Unicode", "$").ToReadingException();
        }
    }

    internal static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Contract.GetTypeInfo(typeof(T));

    /// <exception cref="UnreadableBodyException">It is not the JSON that the API documents.</exception>
    internal static T Read<T>(ReadOnlySpan<byte> body, TimeProvider clock) => ResponseJson.Read(body, TypeInfo<T>(), clock);

    /// <summary>Reads one model where a reader stands, by its bytes alone: the reader may be lenient.</summary>
    /// <exception cref="UnreadableBodyException">It is not the JSON that the API documents.</exception>
    internal static T Read<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> typeInfo)
    {
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return ResponseJson.Read(JsonMarshal.GetRawUtf8Value(document.RootElement), typeInfo, TimeProvider.System);
        }
        catch (JsonException exception)
        {
            throw UnreadableBodyException.From(exception, typeInfo);
        }
    }

    /// <summary>Writes one model where a writer stands.</summary>
    /// <exception cref="UnreadableBodyException">It could not be read back.</exception>
    internal static void Write<T>(Utf8JsonWriter writer, T model, JsonTypeInfo<T> typeInfo)
    {
        try
        {
            JsonSerializer.Serialize(writer, model, typeInfo);
        }
        catch (JsonException exception)
        {
            throw UnreadableBodyException.FromWriting(exception, typeInfo);
        }
    }

    /// <summary>A contract of its own, for tests of how one is made.</summary>
    internal static JsonSerializerOptions CreateContract() => StrictContract.CreateOptions(
        new PurchaseResolver(StrictContract.Of(JsonTypeInfoResolver.Combine(ResponseJsonContext.Default, RequestJsonContext.Default))),
        new SetTransactionRequestConverter());

    /// <summary>Made for who asks for it: one generic instantiation for each model.</summary>
    private static class Lazy
    {
        public static readonly ModelResolver Resolver = new();

        public static readonly JsonSerializerOptions Options = CreateOptions();

        private static JsonSerializerOptions CreateOptions()
        {
            var options = new JsonSerializerOptions(Contract)
            {
                // The context is for what is no model: the object that turns out to be one.
                TypeInfoResolver = JsonTypeInfoResolver.Combine(Resolver, ResponseJsonContext.Default),
            };
            options.MakeReadOnly();
            return options;
        }
    }
}
