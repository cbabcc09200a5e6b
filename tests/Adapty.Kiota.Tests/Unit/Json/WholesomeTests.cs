using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Tests.Unit.Json;

/// <summary>
/// The generator's models and the source generator's contract are two views of one thing; this holds them together for
/// every model there is and will be.
/// </summary>
public sealed class WholesomeTests
{
    /// <summary>Refusals are parsed by hand (five shapes), not read into Kiota's error models.</summary>
    private static bool IsErrorModel(Type type) => typeof(ApiException).IsAssignableFrom(type) || type.Name.Contains("Error", StringComparison.Ordinal);

    /// <summary>Every model that an operation answers with, found on the generated builders, and all that is reachable from there.</summary>
    internal static HashSet<Type> ResponseModels()
    {
        var roots = typeof(AdaptyApiClient).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(BaseRequestBuilder)))
            .SelectMany(type => type.GetMethods())
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && method.ReturnType.IsGenericType)
            .Select(method => method.ReturnType.GetGenericArguments()[0])
            .Where(type => typeof(IParsable).IsAssignableFrom(type));

        var found = new HashSet<Type>();
        var pending = new Queue<Type>(roots);
        while (pending.TryDequeue(out var type))
        {
            if (IsErrorModel(type) || typeof(IComposedTypeWrapper).IsAssignableFrom(type) || !found.Add(type))
                continue;
            foreach (var property in type.GetProperties())
            {
                var inner = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
                if (typeof(IParsable).IsAssignableFrom(inner) && inner.Namespace == "Adapty.Kiota.Models")
                    pending.Enqueue(inner);
            }
        }

        return found;
    }

    [Fact]
    public void Every_answer_of_every_operation_is_in_the_contract()
    {
        var models = ResponseModels();

        Assert.Contains(typeof(Models.ProfileResponse), models);
        Assert.Contains(typeof(Models.NonSubscription), models);
        Assert.All(models, model => Assert.Equal(JsonTypeInfoKind.Object, AdaptyJson.Contract.GetTypeInfo(model).Kind));
    }

    [Fact]
    public void Every_wire_name_is_the_generated_one()
    {
        foreach (var model in ResponseModels())
        {
            var generated = ((IParsable)Activator.CreateInstance(model)!).GetFieldDeserializers().Keys.Order(StringComparer.Ordinal);
            var read = AdaptyJson.Contract.GetTypeInfo(model).Properties.Where(property => !property.IsExtensionData).Select(property => property.Name).Order(StringComparer.Ordinal);

            Assert.Equal(generated, read);
        }
    }

    [Fact]
    public void Every_model_keeps_what_it_does_not_know()
    {
        foreach (var model in ResponseModels())
            Assert.True(AdaptyJson.Contract.GetTypeInfo(model).Properties.Any(property => property.IsExtensionData), model.Name);
    }

    [Fact]
    public void No_model_has_an_enum_or_a_binary_number()
    {
        foreach (var property in ResponseModels().SelectMany(model => model.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            Assert.False(type.IsEnum || type == typeof(double) || type == typeof(float), $"{property.DeclaringType!.Name}.{property.Name}");
        }
    }

    [Fact]
    public void Reading_is_strict()
    {
        var options = AdaptyJson.Contract;

        Assert.True(options.IsReadOnly);
        Assert.False(options.AllowDuplicateProperties);
        Assert.False(options.AllowTrailingCommas);
        Assert.False(options.PropertyNameCaseInsensitive);
        Assert.Equal(JsonCommentHandling.Disallow, options.ReadCommentHandling);
    }
}
