using System.Collections;
using System.Globalization;
using System.Text.Json;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Tests.Contract;

/// <summary>Holds a model to the JSON that it was read from: every member that has a value there has the same value here.</summary>
internal static class ModelCheck
{
    public static void Holds(JsonElement json, object? model, string place = "$")
    {
        if (json.ValueKind is JsonValueKind.Null)
        {
            Assert.True(model is null or IList { Count: 0 }, place);
            return;
        }

        Assert.True(model is not null, $"{place} was not read");
        switch (model)
        {
            case CustomAttributeValue value:
                HoldsScalar(json, value.String ?? value.Decimal ?? (object?)value.Boolean, place);
                break;
            case VirtualCurrencyMetadata metadata:
                Assert.Equal(json.EnumerateObject().Select(member => (member.Name, (string?)member.Value.GetString())), metadata.AdditionalData.Keys.Select(key => (key, metadata[key])));
                break;
            case IParsable:
                HoldsObject(json, model, place);
                break;
            case IList list:
                Assert.Equal(json.GetArrayLength(), list.Count);
                foreach (var (index, item) in json.EnumerateArray().Index())
                    Holds(item, list[index], $"{place}[{index}]");
                break;
            default:
                HoldsScalar(json, model, place);
                break;
        }
    }

    private static void HoldsObject(JsonElement json, object model, string place)
    {
        var properties = AdaptyJson.Contract.GetTypeInfo(model.GetType()).Properties.Where(property => !property.IsExtensionData).ToDictionary(property => property.Name);
        foreach (var member in json.EnumerateObject())
        {
            Assert.True(properties.ContainsKey(member.Name), $"{place}.{member.Name} is no property of {model.GetType().Name}");
            Holds(member.Value, properties[member.Name].Get!(model), $"{place}.{member.Name}");
        }

        Assert.Empty(((IAdditionalDataHolder)model).AdditionalData);
    }

    private static void HoldsScalar(JsonElement json, object? value, string place)
    {
        var expected = (value, json.ValueKind) switch
        {
            (DateTimeOffset, JsonValueKind.String) => DateTimeOffset.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            (string, JsonValueKind.String) => json.GetString(),
            (decimal, JsonValueKind.Number) => json.GetDecimal(),
            (int, JsonValueKind.Number) => json.GetInt32(),
            (long, JsonValueKind.Number) => json.GetInt64(),
            (bool, JsonValueKind.True or JsonValueKind.False) => (object?)json.GetBoolean(),
            _ => throw new InvalidOperationException($"{place}: {json.ValueKind} was read into {value?.GetType().Name}"),
        };
        Assert.True(Equals(expected, value), $"{place}: {json} was read as {value}");
    }
}
