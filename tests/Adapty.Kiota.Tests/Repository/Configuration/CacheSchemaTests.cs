using System.Text.Json.Nodes;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Repository.Configuration;

/// <summary>The schema of all packages' settings is a file of the client's.</summary>
public sealed class CacheSchemaTests
{
    [Fact]
    public void The_schema_has_every_option_of_the_cache_that_a_section_can_hold()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "src", "Adapty.Kiota", "ConfigurationSchema.json")))!;
        var options = schema["properties"]!["Adapty"]!["properties"]!["ProfileCache"]!["properties"]!.AsObject();
        string[] code = [nameof(ProfileCacheOptions.ConnectionMultiplexer), nameof(ProfileCacheOptions.LoggerFactory)];

        Assert.Equal(
            typeof(ProfileCacheOptions).GetProperties().Select(property => property.Name).Except(code).Order(StringComparer.Ordinal),
            options.Select(option => option.Key).Order(StringComparer.Ordinal));
    }
}
