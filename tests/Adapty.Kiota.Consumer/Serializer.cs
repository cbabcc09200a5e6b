using System.Text.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Consumer;

/// <summary>One way in which an application writes models and reads them back.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Write">Makes the text.</param>
/// <param name="Read">Makes an instance of the type from the text.</param>
internal sealed partial record Serializer(string Name, Func<object, Type, string> Write, Func<string, Type, object?> Read)
{
    /// <summary>All of them; under Native AOT those that need no reflection.</summary>
    public static IReadOnlyList<Serializer> All { get; } = Create();

    /// <summary>What the SDK gives: whatever is written here is read back here as it was.</summary>
    public bool IsAdaptys => Name.Contains(nameof(AdaptyJson), StringComparison.Ordinal);

    private static List<Serializer> Create()
    {
        List<Serializer> all =
        [
            new(
                nameof(AdaptyJson),
                (model, type) => model is Profile profile ? AdaptyJson.Serialize(profile) : JsonSerializer.Serialize(model, AdaptyJson.Options.GetTypeInfo(type)),
                (json, type) => type == typeof(Profile) ? AdaptyJson.Deserialize<Profile>(json) : JsonSerializer.Deserialize(json, AdaptyJson.Options.GetTypeInfo(type))),
            Of("own context, AdaptyJson.Resolver", new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolverChain = { AdaptyJson.Resolver, OwnContext.Default } }),
            Of("own context", OwnContext.Default.Options),
            Of("own context, Web", OwnWebContext.Default.Options),
        ];
        AddWithReflection(all);
        return all;
    }

    private static Serializer Of(string name, JsonSerializerOptions options) => new(
        name,
        (model, type) => JsonSerializer.Serialize(model, options.GetTypeInfo(type)),
        (json, type) => JsonSerializer.Deserialize(json, options.GetTypeInfo(type)));

    static partial void AddWithReflection(List<Serializer> all);
}
