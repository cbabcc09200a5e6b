using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Reading;

/// <summary>
/// What the generated models cannot say of themselves. Kiota makes every property optional; here are the few keys
/// without which an answer proves nothing, and the rule that a list holds no null.
/// </summary>
internal static class StrictContract
{
    private static readonly (Type Type, string Name, bool MayBeNull)[] RequiredProperties =
    [
        (typeof(ProfileResponse), "data", false),
        // A profile without identity, or without the list of its access levels, proves nothing; a null list is empty.
        (typeof(Profile), "profile_id", false),
        (typeof(Profile), "access_levels", true),
        (typeof(AccessLevel), "access_level_id", false),
        // Null is access for life; absence must never become that.
        (typeof(AccessLevel), "expires_at", true),
    ];

    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
            type.OnDeserialized = RefuseNullItems;

        foreach (var property in type.Properties)
        {
            if (property.Name == "additional_data")
                property.IsExtensionData = true;
        }

        foreach (var required in RequiredProperties)
        {
            if (required.Type != type.Type)
                continue;
            var property = type.Properties.First(property => property.Name == required.Name);
            property.IsRequired = true;
            property.IsSetNullable = required.MayBeNull;
        }
    }

    /// <summary>
    /// The name of the required property that an exception of System.Text.Json misses; null when it is about something else.
    /// Its message is the only place that says it, and quotes nothing but names of the contract in this case.
    /// </summary>
    public static string? MissingProperty(JsonException exception)
    {
        if (exception.Message.Contains("missing required", StringComparison.Ordinal))
        {
            foreach (var (_, name, _) in RequiredProperties)
            {
                if (exception.Message.Contains($"'{name}'", StringComparison.Ordinal))
                    return name;
            }
        }

        return null;
    }

    private static void RefuseNullItems(object list)
    {
        var items = (IList)list;
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is null)
                throw new UnreadableException("a list must not hold null", index);
        }
    }
}
