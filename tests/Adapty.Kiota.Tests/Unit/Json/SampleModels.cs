using System.Collections;
using System.Globalization;
using System.Reflection;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Tests.Unit.Json;

/// <summary>Instances of every public model, found by reflection, so that a new one is not forgotten.</summary>
internal static class SampleModels
{
    /// <summary>Whole microseconds, as Adapty has no more.</summary>
    private static readonly DateTimeOffset Instant = new(2031, 5, 6, 7, 8, 9, 123, 456, TimeSpan.Zero);

    /// <summary>Every public model, requests too. The two exceptions among Kiota's models are no data.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(Profile).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "Adapty.Kiota.Models" && typeof(IParsable).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type)),
    ];

    public static Type Named(string name) => Types.Single(type => type.Name == name);

    /// <summary>A model with a value in every property, no two of them alike, and unknown fields on every level.</summary>
    public static object Filled(Type type)
    {
        var count = 0;
        return Value(type, ref count);
    }

    /// <summary>A model with what it must have, and nothing else.</summary>
    public static object Minimal(Type type)
    {
        var model = Activator.CreateInstance(type)!;
        if (model is CustomAttributeValue text)
            text.String = "";
        if (model is SetTransactionRequest request)
            request.SubscriptionTransaction = new SubscriptionTransaction();
        foreach (var property in AdaptyJson.Contract.GetTypeInfo(type).Properties.Where(property => property.IsRequired))
        {
            var given = property.PropertyType == typeof(string) ? "x"
                : property.PropertyType == typeof(int?) ? 1
                : typeof(IList).IsAssignableFrom(property.PropertyType) ? Activator.CreateInstance(property.PropertyType)
                : property.IsSetNullable ? null
                : Minimal(property.PropertyType);
            property.Set!(model, given);
        }

        return model;
    }

    /// <summary>Holds two models to each other, property by property. A list that is null is read as an empty one.</summary>
    public static void AssertSame(object? expected, object? actual, string path = "$")
    {
        switch (expected)
        {
            case null:
                Assert.True(actual is null or IList { Count: 0 }, path);
                break;
            case UntypedNode node:
                Assert.Equal(node.GetType(), actual?.GetType());
                Assert.Equal(AdaptyJson.Serialize(node), AdaptyJson.Serialize((UntypedNode)actual!));
                break;
            case IParsable:
                Assert.Equal(expected.GetType(), actual?.GetType());
                foreach (var property in Properties(expected.GetType()))
                    AssertSame(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
                break;
            case IDictionary<string, object> fields:
                var others = Assert.IsType<IDictionary<string, object>>(actual, exactMatch: false);
                Assert.Equal(fields.Keys.Order(StringComparer.Ordinal), others.Keys.Order(StringComparer.Ordinal));
                foreach (var (name, value) in fields)
                    AssertSame(value, others[name], $"{path}.{name}");
                break;
            case IList list:
                Assert.True(actual is IList items && items.Count == list.Count, path);
                for (var index = 0; index < list.Count; index++)
                    AssertSame(list[index], ((IList)actual)[index], $"{path}[{index}]");
                break;
            default:
                // A decimal's digits, its zeros included.
                Assert.Equal(Convert.ToString(expected, CultureInfo.InvariantCulture), Convert.ToString(actual, CultureInfo.InvariantCulture));
                Assert.True(expected.Equals(actual), path);
                break;
        }
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties().Where(property => property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0);

    private static object Value(Type type, ref int count)
    {
        count++;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return string.Create(CultureInfo.InvariantCulture, $"text {count} \"é\\世\u2028<&>");
        if (type == typeof(bool))
            return count % 2 == 0;
        if (type == typeof(int))
            return count;
        if (type == typeof(long))
            return long.MaxValue - count;
        if (type == typeof(decimal))
            return count + 0.500m;
        if (type == typeof(DateTimeOffset))
            return Instant.AddDays(count);
        if (type == typeof(Date))
            return new Date(1990, 2, 3);
        if (type == typeof(UntypedNode))
            return Unknown();
        if (type == typeof(IDictionary<string, object>))
            return UnknownFields(count);
        if (typeof(IList).IsAssignableFrom(type))
            return ListOfTwo(type, ref count);
        return Model(type, ref count);
    }

    private static IList ListOfTwo(Type type, ref int count)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        list.Add(Value(type.GetGenericArguments()[0], ref count));
        list.Add(Value(type.GetGenericArguments()[0], ref count));
        return list;
    }

    private static object Model(Type type, ref int count)
    {
        var model = Activator.CreateInstance(type)!;
        switch (model)
        {
            case VirtualCurrencyMetadata metadata:
                metadata["reason"] = $"text {count}";
                metadata["at"] = "2031-05-06T07:08:09Z";
                return model;
            case CustomAttributeValue value:
                (value.String, value.Decimal, value.Boolean) = (count % 3) switch { 0 => ("yoga", null, null), 1 => (null, 10.0m, null), _ => ((string?)null, (decimal?)null, (bool?)true) };
                return model;
            case SetTransactionRequest request:
                request.SubscriptionTransaction = (SubscriptionTransaction)Value(typeof(SubscriptionTransaction), ref count);
                return model;
        }

        foreach (var property in Properties(type))
        {
            // One spelling of an offer is left after reading; a purchase's kind is that of its class.
            var isTaken = (model is Offer && property.Name.StartsWith("Offer", StringComparison.Ordinal))
                || (property.Name == nameof(PurchaseTransaction.PurchaseType) && type != typeof(PurchaseTransaction));
            if (!isTaken)
                property.SetValue(model, Value(property.PropertyType, ref count));
        }

        return model;
    }

    /// <summary>What Kiota's readers put there; a text that looks like a date stays a text.</summary>
    private static Dictionary<string, object> UnknownFields(int count) => new()
    {
        ["new_text"] = $"text {count}",
        ["new_date"] = "2031-05-06T07:08:09.123456+0000",
        ["new_number"] = 1.50m,
        ["new_switch"] = true,
        ["new_null"] = null!,
        ["new_object"] = Unknown(),
        ["new_list"] = new UntypedArray([new UntypedInteger(1), new UntypedNull(), new UntypedArray([])]),
        ["e-mail@example.com"] = "a key with a dot. and a ' quote",
    };

    private static UntypedObject Unknown() => new(new Dictionary<string, UntypedNode>
    {
        ["text"] = new UntypedString("2031-05-06"),
        ["small"] = new UntypedInteger(-1),
        ["large"] = new UntypedLong(9_000_000_000),
        ["money"] = new UntypedDecimal(9.90m),
        ["flag"] = new UntypedBoolean(false),
        ["nothing"] = new UntypedNull(),
        ["list"] = new UntypedArray([new UntypedObject(new Dictionary<string, UntypedNode>())]),
    });
}
