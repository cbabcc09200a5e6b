using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Adapty.Kiota.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Models;

// CUSTOM: the access rule; and an expiry that a serializer does not find, or cannot read, is not access for life. The generated
// property cannot tell that from null. AdaptyJson requires the key by itself; this is for the serializers of others.

/// <content>The access rule.</content>
public partial class AccessLevel : IJsonOnDeserializing, IJsonOnDeserialized
{
    private const string NoExpiry =
        $"An access level has no expires_at, and without one nothing is known of its access. Write and read stored models with {nameof(AdaptyJson)}.";

    /// <summary>Stands in the expiry while a serializer reads. Adapty's own dates are in UTC, so none is exactly this.</summary>
    private static readonly DateTimeOffset NotRead = new(1, 1, 1, 14, 0, 0, TimeSpan.FromHours(14));

    /// <summary>
    /// Whether this access level is active at an instant: it has started (or has no start) and has not expired (or never does).
    /// A start counts from its own instant on; at the instant of the expiry the access is over.
    /// </summary>
    /// <remarks>
    /// Nothing else decides. During a grace period Adapty moves <see cref="ExpiresAt"/> to its end, so
    /// <see cref="IsInGracePeriod"/> never extends it; a cancelled renewal or a billing issue alone ends nothing.
    /// </remarks>
    /// <param name="instant">The instant to look at, with any offset.</param>
    /// <exception cref="InvalidOperationException">Another serializer than <see cref="AdaptyJson"/> read the access level, and found none of its fields.</exception>
    public bool IsActiveAt(DateTimeOffset instant)
    {
        if (LacksExpiry)
            throw new InvalidOperationException(NoExpiry);
        return (StartsAt is not { } start || start <= instant) && (ExpiresAt is not { } expiry || expiry > instant);
    }

    void IJsonOnDeserializing.OnDeserializing() => ExpiresAt = NotRead;

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (LacksExpiry)
            throw new JsonException(NoExpiry);
    }

    /// <summary>Kiota leaves nulls out; this one says that the access is for life.</summary>
    void IParsable.Serialize(ISerializationWriter writer)
    {
        Serialize(writer);
        if (ExpiresAt is null)
            writer.WriteNullValue("expires_at");
    }

    /// <summary>
    /// Kiota reads a date that it does not understand as null, and passes over a null. Where it finds an id, no expiry is null;
    /// where it finds none, the names are spelled in another way, and the expiry stays unknown.
    /// </summary>
    IDictionary<string, Action<IParseNode>> IParsable.GetFieldDeserializers()
    {
        ExpiresAt = NotRead;
        var fields = GetFieldDeserializers();
        fields["access_level_id"] = node =>
        {
            AccessLevelId = node.GetStringValue();
            ExpiresAt = LacksExpiry ? null : ExpiresAt;
        };
        fields["expires_at"] = node => ExpiresAt = ReadDate(node);
        fields["starts_at"] = node => StartsAt = ReadDate(node);
        return fields;
    }

    private bool LacksExpiry => ExpiresAt is { } expiry && expiry.EqualsExact(NotRead);

    private static DateTimeOffset ReadDate(IParseNode node) =>
        DateTimeText.TryParse(Encoding.UTF8.GetBytes(node.GetStringValue() ?? ""), out var date)
            ? date
            : throw new JsonException($"An access level has a date that cannot be read. Write and read stored models with {nameof(AdaptyJson)}.");

    // What Newtonsoft.Json and .NET's older serializers call.
    [OnDeserializing]
    private void OnDeserializing(StreamingContext context) => ExpiresAt = NotRead;

    [OnDeserialized]
    private void OnDeserialized(StreamingContext context)
    {
        if (LacksExpiry)
            throw new SerializationException(NoExpiry);
    }
}
