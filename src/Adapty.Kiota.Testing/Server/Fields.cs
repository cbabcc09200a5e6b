using System.Text.Json;
using Adapty.Kiota.Json;

namespace Adapty.Kiota.Testing.Server;

/// <summary>Reads the fields of a request's body. Null counts as absent; what is not of the kind asked for is refused by name.</summary>
/// <param name="json">An object.</param>
/// <param name="place">Where it is, in front of the names of its fields.</param>
internal sealed class Fields(JsonElement json, string place = "")
{
    private const string Missing = "This field is required.";

    public JsonElement.ObjectEnumerator All => json.EnumerateObject();

    public string Place(string name) => place + name;

    /// <summary>Whether the field is there, be it null.</summary>
    public bool Has(string name) => json.TryGetProperty(name, out _);

    public string? Text(string name) => Find(name, JsonValueKind.String, "a valid string")?.GetString();

    public string RequiredText(string name)
    {
        var text = Text(name) ?? throw Wrong(name, Missing);
        return string.IsNullOrWhiteSpace(text) ? throw Wrong(name, "This field may not be blank.") : text;
    }

    public DateTimeOffset? Date(string name) => Find(name, JsonValueKind.String, "a date-time") is not { } value
        ? null
        : DateTimeText.TryParse(System.Text.Encoding.UTF8.GetBytes(value.GetString()!), out var instant) ? instant : throw Wrong(name, "Must be a date-time.");

    public DateTimeOffset RequiredDate(string name) => Date(name) ?? throw Wrong(name, Missing);

    public bool? Boolean(string name) => Find(name) is not { } value
        ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, "Must be a valid boolean.");

    public bool RequiredBoolean(string name) => Boolean(name) ?? throw Wrong(name, Missing);

    public decimal RequiredNumber(string name) => Find(name, JsonValueKind.Number, "a valid number") is not { } value
        ? throw Wrong(name, Missing)
        : value.TryGetDecimal(out var number) ? number : throw Wrong(name, "Must be a valid number.");

    public int? Integer(string name) => Find(name, JsonValueKind.Number, "a valid integer") is not { } value
        ? null
        : value.TryGetInt32(out var number) ? number : throw Wrong(name, "Must be a valid integer.");

    public Fields? Object(string name) => Find(name, JsonValueKind.Object, "an object") is { } value ? new Fields(value, Place(name) + ".") : null;

    public Fields RequiredObject(string name) => Object(name) ?? throw Wrong(name, Missing);

    public IReadOnlyList<JsonElement>? List(string name) => Find(name, JsonValueKind.Array, "a list") is { } value ? [.. value.EnumerateArray()] : null;

    /// <summary>The same, of objects.</summary>
    public IReadOnlyList<Fields>? Objects(string name)
    {
        if (List(name) is not { } items)
            return null;
        var objects = new List<Fields>();
        foreach (var item in items)
        {
            var itemName = $"{name}[{objects.Count}]";
            objects.Add(item.ValueKind == JsonValueKind.Object ? new Fields(item, Place(itemName) + ".") : throw Wrong(itemName, "Must be an object."));
        }

        return objects;
    }

    public JsonElement? Find(string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public RefusalException Wrong(string name, string rule) => RefusalException.OfField(Place(name), rule);

    private JsonElement? Find(string name, JsonValueKind kind, string words) => Find(name) is not { } value
        ? null
        : value.ValueKind == kind ? value : throw Wrong(name, $"Must be {words}.");
}
