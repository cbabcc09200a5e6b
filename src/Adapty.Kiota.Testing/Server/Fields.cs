using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Testing.Server;

/// <summary>Reads the fields of a JSON object in a request. Null counts as absent; an error names the field by its path.</summary>
/// <param name="json">The object.</param>
/// <param name="path">The path of the object, with a dot at its end.</param>
internal sealed class Fields(JsonElement json, string path = "")
{
    public JsonElement.ObjectEnumerator All => json.EnumerateObject();

    /// <summary>Whether the field is there, even with a null.</summary>
    public bool Has(string name) => json.TryGetProperty(name, out _);

    /// <summary>Refuses a request without these fields, or with an empty or whitespace string in one of them.</summary>
    public void Require(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var value = Find(name) ?? throw Missing(name);
            var isWhiteSpace = value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString());
            Check(!isWhiteSpace, name, "This field must not be empty or whitespace.");
        }
    }

    /// <summary>Reads a model by the client's contract. Objects and lists in it are left out: their own fields name their errors.</summary>
    public T Read<T>() where T : class, new()
    {
        var model = new T();
        ReadInto(model);
        return model;
    }

    /// <summary>The same for a model that has values already; nothing changes if a field is wrong.</summary>
    /// <returns>How many fields there were.</returns>
    public int ReadInto<T>(T model) where T : class
    {
        var read = new List<Action>();
        foreach (var property in AdaptyJson.TypeInfo<T>().Properties)
        {
            var type = AdaptyJson.Contract.GetTypeInfo(property.PropertyType);
            if (type.Kind != JsonTypeInfoKind.None || Find(property.Name) is not { } value)
                continue;
            var converted = Convert(value, type, property.Name);
            read.Add(() => property.Set!(model, converted));
        }

        read.ForEach(set => set());
        return read.Count;
    }

    public string RequiredString(string name)
    {
        Require(name);
        return (string)Convert(Find(name)!.Value, AdaptyJson.TypeInfo<string>(), name);
    }

    public Fields? Object(string name) => Find(name, JsonValueKind.Object) is { } value ? new Fields(value, $"{path}{name}.") : null;

    public Fields RequiredObject(string name) => Object(name) ?? throw Missing(name);

    /// <summary>A list of objects.</summary>
    public List<Fields>? Objects(string name) => Find(name, JsonValueKind.Array)?.EnumerateArray()
        .Select((item, index) => item.ValueKind == JsonValueKind.Object
            ? new Fields(item, $"{path}{name}[{index}].")
            : throw Wrong($"{name}[{index}]", "Must be an object."))
        .ToList();

    public void Check(bool isRight, string name, string rule)
    {
        if (!isRight)
            throw Wrong(name, rule);
    }

    public FakeErrorException Wrong(string name, string rule) => FakeErrorException.OfField(path + name, rule);

    public FakeErrorException Missing(string name) => Wrong(name, "This field is required.");

    private JsonElement? Find(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private JsonElement? Find(string name, JsonValueKind kind)
    {
        var value = Find(name);
        var rule = kind == JsonValueKind.Array ? "Must be a list." : "Must be an object.";
        Check(value is null || value.Value.ValueKind == kind, name, rule);
        return value;
    }

    private object Convert(JsonElement value, JsonTypeInfo type, string name)
    {
        try
        {
            return value.Deserialize(type)!;
        }
        catch (JsonException)
        {
            throw Wrong(name, RuleOf(type.Type));
        }
    }

    private static string RuleOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Name switch
    {
        nameof(Boolean) => "Must be a boolean.",
        nameof(Int32) => "Must be an integer.",
        nameof(Decimal) => "Must be a number.",
        nameof(DateTimeOffset) => "Must be a date and time.",
        nameof(Date) => "Must be a date: yyyy-MM-dd.",
        nameof(CustomAttributeValue) => "Must be a string or a number.",
        _ => "Must be a string.",
    };
}
