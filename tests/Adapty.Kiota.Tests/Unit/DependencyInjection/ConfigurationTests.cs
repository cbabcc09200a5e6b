using System.Globalization;
using System.Text.Json;
using Adapty.Kiota.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Adapty.Kiota.Tests.Unit.DependencyInjection;

/// <summary>A section is read whole or not at all: every option that it can hold, and nothing that nobody knows.</summary>
public sealed class ConfigurationTests
{
    /// <summary>Every option whose type a configuration can hold.</summary>
    private static readonly System.Reflection.PropertyInfo[] Settings =
    [
        .. typeof(AdaptyClientOptions).GetProperties().Where(property => property.CanWrite && Another(property.PropertyType, new object()) is not null),
    ];

    public static TheoryData<string> Names => [.. Settings.Select(property => property.Name)];

    private static AdaptyClientOptions Read(params (string Key, string? Value)[] values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create("My:Adapty:" + value.Key, value.Value))).Build();
        var services = new ServiceCollection();
        services.AddAdapty(configuration.GetSection("My:Adapty"));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<AdaptyClientOptions>>().Value;
    }

    /// <summary>A value that is not the default, and its text; null for what no configuration holds.</summary>
    private static (object Value, string Text)? Another(Type type, object standard) => type switch
    {
        _ when type == typeof(string) => ("another", "another"),
        _ when type == typeof(Uri) => (new Uri("https://another.example/"), "https://another.example/"),
        _ when type == typeof(TimeSpan) => (TimeSpan.FromSeconds(7), "00:00:07"),
        _ when type == typeof(int) => (5, "5"),
        _ when type == typeof(bool) => (standard is not true, (standard is not true).ToString(CultureInfo.InvariantCulture)),
        _ => null,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_option_is_read(string name)
    {
        var property = typeof(AdaptyClientOptions).GetProperty(name)!;
        var (value, text) = Another(property.PropertyType, property.GetValue(new AdaptyClientOptions()) ?? "")!.Value;
        (string, string?)[] values = name == "ApiKey" ? [(name, text)] : [("ApiKey", "k"), (name, text)];

        Assert.NotEqual(value, property.GetValue(new AdaptyClientOptions()));
        Assert.Equal(value, property.GetValue(Read(values)));
        // As environment variables may spell it.
        Assert.Equal(value, property.GetValue(Read([.. values.Select(pair => (pair.Item1.ToUpperInvariant(), pair.Item2))])));
    }

    [Theory]
    [InlineData("MaxRetries", "many", "a whole number")]
    [InlineData("MaxRetries", "", "a whole number")]
    [InlineData("MaxResponseBytes", "1e6", "a whole number")]
    [InlineData("Timeout", "30", "a time such as 00:00:30", "30.00:00:00")]
    [InlineData("AttemptTimeout", "10s", "a time")]
    [InlineData("RetrySetTransaction", "yes", "true or false")]
    [InlineData("BaseAddress", "api.adapty.io", "an absolute address")]
    public void A_value_that_cannot_be_read_stops_the_start(string name, string value, string form, string? alsoBad = null)
    {
        foreach (var bad in alsoBad is null ? (string[])[value] : [alsoBad])
        {
            var exception = Record.Exception(() => Read(("ApiKey", "k"), (name, bad)));

            Assert.NotNull(exception);
            Assert.Contains(alsoBad is null ? "My:Adapty:" + name : name, exception.Message, StringComparison.Ordinal);
            if (alsoBad is null)
                Assert.Contains(form, exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ApiKeys")]
    [InlineData("Base_Address")]
    [InlineData("OnResponse")]
    [InlineData("Retry:MaxRetries", "Retry")]
    public void A_name_that_nobody_knows_stops_the_start(string name, string? named = null)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Read(("ApiKey", "k"), (name, "s3cr3t")));

        Assert.Contains("My:Adapty:" + (named ?? name), exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_in_the_place_of_a_value_stops_the_start() => Assert.Contains(
        "My:Adapty:MaxRetries", Assert.Throws<InvalidOperationException>(() => Read(("ApiKey", "k"), ("MaxRetries:Count", "3"))).Message, StringComparison.Ordinal);

    [Fact]
    public void What_belongs_to_the_other_packages_may_stand_beside_it() =>
        Assert.Equal("k", Read(("ApiKey", "k"), ("Webhooks:Secrets:0", "x"), ("ProfileCache:FreshFor", "00:01:00")).ApiKey);

    /// <summary>What editors complete in appsettings.json.</summary>
    [Fact]
    public void The_schema_has_every_option_and_no_other()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "src", "Adapty.Kiota", "ConfigurationSchema.json")));
        var options = schema.RootElement.GetProperty("properties").GetProperty("Adapty").GetProperty("properties");

        Assert.Equal(
            Settings.Select(property => property.Name).Order(StringComparer.Ordinal),
            options.EnumerateObject().Select(option => option.Name).Except(["Webhooks", "ProfileCache"]).Order(StringComparer.Ordinal));
        foreach (var property in Settings)
        {
            var type = options.GetProperty(property.Name).GetProperty("type").GetString();
            Assert.Equal(property.PropertyType == typeof(int) ? "integer" : property.PropertyType == typeof(bool) ? "boolean" : "string", type);
            Assert.False(string.IsNullOrWhiteSpace(options.GetProperty(property.Name).GetProperty("description").GetString()));
        }
    }
}
