using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Adapty.Kiota.Json;

namespace Adapty.Kiota.Webhooks;

/// <summary>Reads and writes events: strict in value, tolerant in shape.</summary>
internal static class WebhookJson
{
    private static readonly JsonTypeInfo<WebhookEvent> TypeInfo =
        (JsonTypeInfo<WebhookEvent>)CreateOptions().GetTypeInfo(typeof(WebhookEvent));

    /// <exception cref="JsonException">It is not an event. The message quotes nothing of it.</exception>
    public static WebhookEvent Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return ResponseJson.Read(body, TypeInfo, TimeProvider.System);
        }
        catch (UnreadableBodyException exception)
        {
            throw exception.ToReadingException();
        }
    }

    public static WebhookEvent Read(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Read(AdaptyJson.ToUtf8(body));
    }

    /// <exception cref="JsonException">It could not be read back. The message quotes nothing of it.</exception>
    public static string Write(WebhookEvent webhookEvent)
    {
        try
        {
            return JsonSerializer.Serialize(webhookEvent, TypeInfo);
        }
        catch (JsonException exception)
        {
            throw UnreadableBodyException.FromWriting(exception, TypeInfo).ToWritingException();
        }
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(WebhookJsonContext.Default.Options)
        {
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            // As Adapty writes: +0000, not \u002B0000.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new WebhookDateTimeConverter(), new UntypedNodeConverter(), new AdditionalDataConverter() },
            TypeInfoResolver = StrictContract.Of(WebhookJsonContext.Default).WithAddedModifier(Shape),
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>An event without these two names nobody and nothing.</summary>
    private static void Shape(JsonTypeInfo type)
    {
        if (type.Type == typeof(WebhookEvent))
        {
            type.OnDeserialized += model =>
            {
                Require(((WebhookEvent)model).ProfileId, "profile_id");
                Require(((WebhookEvent)model).EventType, "event_type");
            };
            // Adapty sends null or nothing in place of an empty list.
            type.Properties.Single(property => property.Name == "profiles_sharing_access_level").ShouldSerialize =
                (_, list) => list is IList<WebhookProfile> { Count: > 0 };
        }
        else if (type.Type == typeof(WebhookProfile))
        {
            type.OnDeserialized += model => Require(((WebhookProfile)model).ProfileId, "profile_id");
        }
    }

    private static void Require(string value, string name)
    {
        if (value.Length == 0)
            throw new UnreadableException("the key is missing", $".{name}");
    }
}

/// <summary>Events, for System.Text.Json's source generator.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WebhookEvent))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class WebhookJsonContext : JsonSerializerContext;
