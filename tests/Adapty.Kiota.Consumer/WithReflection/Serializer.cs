using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Adapty.Kiota.Consumer;

/// <content>Those that look at types while they run.</content>
internal sealed partial record Serializer
{
    static partial void AddWithReflection(List<Serializer> all)
    {
        var snakeCase = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
        all.Add(Of("reflection", Reflecting(JsonSerializerOptions.Default)));
        all.Add(Of("reflection, Web", Reflecting(JsonSerializerOptions.Web)));
        all.Add(Of("reflection, snake_case", Reflecting(snakeCase)));
        all.Add(Of("reflection, snake_case, no nulls", Reflecting(new JsonSerializerOptions(snakeCase) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull })));
        all.Add(Newtonsoft("Newtonsoft.Json", new JsonSerializerSettings()));
        all.Add(Newtonsoft("Newtonsoft.Json, snake_case", new JsonSerializerSettings { ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy() } }));

        // Without these two lines: "The key application/json does not have a factory registered".
        ApiClientBuilder.RegisterDefaultSerializer<JsonSerializationWriterFactory>();
        ApiClientBuilder.RegisterDefaultDeserializer<JsonParseNodeFactory>();
        all.Add(new(
            "KiotaJsonSerializer",
            (model, _) => KiotaJsonSerializer.SerializeAsStringAsync((IParsable)model).GetAwaiter().GetResult(),
            (json, type) => KiotaJsonSerializer.DeserializeAsync(json, Factory(type)).GetAwaiter().GetResult()));
    }

    private static JsonSerializerOptions Reflecting(JsonSerializerOptions options) => new(options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private static Serializer Newtonsoft(string name, JsonSerializerSettings settings) => new(
        name,
        (model, _) => JsonConvert.SerializeObject(model, settings),
        (json, type) => JsonConvert.DeserializeObject(json, type, settings));

    private static ParsableFactory<IParsable> Factory(Type type)
    {
        var method = type.GetMethod("CreateFromDiscriminatorValue", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)!;
        return method.CreateDelegate<ParsableFactory<IParsable>>();
    }
}
