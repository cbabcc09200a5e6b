using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Json;

/// <summary>
/// What the generated models cannot say of themselves. Kiota makes every property optional; here are the few keys
/// without which a response proves nothing, the rule that a list holds no null, and what of a model is written.
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
        (typeof(ProfileRefundSaverSettings), "settings", false),
        (typeof(StripeValidationResponse), "data", true),
        (typeof(Paywall), "paywall_id", false),
        // Without these a pager would end too early, and a list would be silently cut short.
        (typeof(PaywallList), "data", false),
        (typeof(PaywallList), "meta", false),
        (typeof(PaywallListMeta), "pagination", false),
        (typeof(PagePagination), "page", false),
        (typeof(PagePagination), "pages", false),
        (typeof(VirtualCurrencyTransactionPage), "data", false),
        (typeof(VirtualCurrencyTransactionPage), "pagination", false),
        (typeof(CursorPagination), "next_cursor", true),
        (typeof(VirtualCurrencyBalanceList), "data", false),
    ];

    /// <summary>What only requests hold. Null is left out of them, as Kiota does; responses have every key.</summary>
    private static readonly HashSet<Type> RequestTypes =
    [
        typeof(ProfileFields), typeof(CreateProfileRequest), typeof(UpdateProfileRequest), typeof(InstallationMeta),
        typeof(PurchaseTransaction), typeof(OneTimePurchaseTransaction), typeof(SubscriptionTransaction), typeof(Price),
        typeof(GrantAccessLevelRequest), typeof(RevokeAccessLevelRequest), typeof(SetRefundSaverSettingsRequest),
        typeof(StripeValidationRequest), typeof(StripeValidationData), typeof(StripeValidationAttributes), typeof(PaddleValidationRequest),
        typeof(UpdatePaywallRequest), typeof(VirtualCurrencyTransactionRequest), typeof(VirtualCurrencyAdjustment),
    ];

    /// <summary>What the source generator made of the models, as strict as they must be.</summary>
    public static IJsonTypeInfoResolver Of(IJsonTypeInfoResolver models) => models.WithAddedModifier(Apply);

    /// <summary>Read-only options with this contract.</summary>
    public static JsonSerializerOptions CreateOptions(IJsonTypeInfoResolver models, params JsonConverter[] converters)
    {
        var options = new JsonSerializerOptions(ResponseJsonContext.Default.Options)
        {
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            Converters = { new DateTimeConverter(), new DateConverter(), new UntypedNodeConverter(), new AdditionalDataConverter() },
            TypeInfoResolver = models,
        };
        foreach (var converter in converters)
            options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }

    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            type.OnDeserialized = RefuseNullItems;
            type.OnSerializing = RefuseNullItems;
        }

        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        // For the serializers of others; here the key is required, and the path is known.
        if (type.Type == typeof(AccessLevel))
            (type.OnDeserializing, type.OnDeserialized) = (null, null);
        var isRequest = RequestTypes.Contains(type.Type);
        var lists = new List<JsonPropertyInfo>();
        var required = new List<JsonPropertyInfo>();
        foreach (var property in type.Properties)
        {
            if (property.Name == "additional_data")
                property.IsExtensionData = true;
            else if (typeof(IList).IsAssignableFrom(property.PropertyType))
                lists.Add(property);
            if (isRequest || (type.Type == typeof(CustomAttribute) && property.Name == CustomAttribute.ValueName))
                KeepExplicitNull(property);
            else if (type.Type == typeof(Offer) && property.Name.StartsWith("offer_", StringComparison.Ordinal))
                property.ShouldSerialize = HasValue;
            foreach (var rule in RequiredProperties)
            {
                if (rule.Type != type.Type || rule.Name != property.Name)
                    continue;
                property.IsRequired = true;
                property.IsSetNullable = rule.MayBeNull;
                // What Adapty sends as null is read as an empty list; a list that is null here was never filled.
                if (!rule.MayBeNull || typeof(IList).IsAssignableFrom(property.PropertyType))
                    required.Add(property);
                if (!rule.MayBeNull && property.PropertyType == typeof(string))
                    property.CustomConverter = new RequiredTextConverter();
            }
        }

        if (lists.Count > 0 && !isRequest)
            type.OnDeserialized += model => FillLists(model, lists);
        type.OnSerializing += model => RefuseUnreadable(model, type, required);
    }

    /// <summary>
    /// The name of the required property that an exception of System.Text.Json misses; null when it is about something else.
    /// Its message is the only place that says it, and quotes nothing but names of the contract in this case. Without resources
    /// (<c>UseSystemResourceKeys</c>) the message is the resource's name and the same names.
    /// </summary>
    public static string? MissingProperty(JsonException exception)
    {
        if (exception.Message.Contains("missing required", StringComparison.Ordinal)
            || exception.Message.Contains("JsonRequiredPropertiesMissing", StringComparison.Ordinal))
        {
            foreach (var (_, name, _) in RequiredProperties)
            {
                if (exception.Message.Contains($"'{name}'", StringComparison.Ordinal))
                    return name;
            }
        }

        return null;
    }

    /// <summary>
    /// Requests leave out what is null. An explicit null, which tells Adapty to delete an attribute, Kiota sends from
    /// <c>AdditionalData</c>; there it is read back.
    /// </summary>
    private static void KeepExplicitNull(JsonPropertyInfo property)
    {
        if (property.IsExtensionData || property.Set is not { } set)
            return;
        property.ShouldSerialize = HasValue;
        property.Set = (model, value) =>
        {
            set(model, value);
            if (value is null)
                ((IAdditionalDataHolder)model).AdditionalData[property.Name] = null!;
        };
    }

    private static bool HasValue(object model, object? value) => value is not null;

    /// <summary>What would be written, and refused when it is read.</summary>
    private static void RefuseUnreadable(object model, JsonTypeInfo type, List<JsonPropertyInfo> required)
    {
        foreach (var property in required)
        {
            if (property.Get!(model) is null or "")
                throw new UnreadableException("it must have a value", $".{property.Name}");
        }

        if (model is not IAdditionalDataHolder { AdditionalData: { Count: > 0 } fields })
            return;
        foreach (var property in type.Properties)
        {
            if (fields.ContainsKey(property.Name) && property.ShouldSerialize?.Invoke(model, property.Get!(model)) is not false)
                throw new UnreadableException("a key is there twice", $".{property.Name}");
        }
    }

    /// <summary>A list that is null or absent is empty.</summary>
    private static void FillLists(object model, List<JsonPropertyInfo> lists)
    {
        foreach (var list in lists)
        {
            if (list.Get!(model) is null)
                list.Set!(model, list.Options.GetTypeInfo(list.PropertyType).CreateObject!());
        }
    }

    private static void RefuseNullItems(object list)
    {
        var items = (IList)list;
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is null)
                throw new UnreadableException("a list must not hold null", $"[{index}]");
        }
    }
}
