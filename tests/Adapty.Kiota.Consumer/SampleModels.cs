using System.Collections;
using System.Text.Json.Serialization.Metadata;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Consumer;

/// <summary>An instance of every model with something in every property, made of the context's own metadata: that works under Native AOT, too.</summary>
internal static class SampleModels
{
    /// <summary>Every model that the context knows, in the order of their names.</summary>
    public static IReadOnlyList<Type> Types { get; } = [.. Reachable(typeof(EveryModel)).Where(type => type.IsAssignableTo(typeof(IParsable)) && type != typeof(UntypedNode)).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static object Filled(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "some text";
        if (type == typeof(bool))
            return true;
        if (type == typeof(int))
            return 7;
        if (type == typeof(long))
            return 9_000_000_000L;
        if (type == typeof(decimal))
            return 9.90m;
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2031, 5, 6, 7, 8, 9, 123, 456, TimeSpan.Zero);
        if (type == typeof(Date))
            return new Date(1990, 2, 3);
        if (type == typeof(UntypedNode))
            return new UntypedObject(new Dictionary<string, UntypedNode> { ["a"] = new UntypedString("b") });
        if (type == typeof(CustomAttributeValue))
            return new CustomAttributeValue { String = "yoga" };

        var typeInfo = OwnContext.Default.Options.GetTypeInfo(type);
        var model = typeInfo.CreateObject!();
        if (model is IList list)
            list.Add(Filled(typeInfo.ElementType!));
        else if (model is SetTransactionRequest request)
            request.SubscriptionTransaction = (SubscriptionTransaction)Filled(typeof(SubscriptionTransaction));
        else
            FillProperties(model, typeInfo);
        return model;
    }

    private static void FillProperties(object model, JsonTypeInfo typeInfo)
    {
        foreach (var property in typeInfo.Properties)
        {
            var isOtherSpelling = model is Offer && property.Name.StartsWith("Offer", StringComparison.Ordinal);
            if (property.Get!(model) is IDictionary<string, object> fields)
                fields["new_field"] = "new";
            else if (property.Get(model) is null && !isOtherSpelling)
                property.Set!(model, Filled(property.PropertyType));
        }
    }

    private static HashSet<Type> Reachable(Type root)
    {
        var found = new HashSet<Type>();
        var pending = new Queue<Type>([root]);
        while (pending.TryDequeue(out var type))
        {
            if (!found.Add(type))
                continue;
            var typeInfo = OwnContext.Default.Options.GetTypeInfo(type);
            if (typeInfo.ElementType is { } element)
                pending.Enqueue(element);
            foreach (var property in typeInfo.Properties)
                pending.Enqueue(property.PropertyType);
        }

        return found;
    }
}
