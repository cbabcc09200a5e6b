using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Adapty.Kiota.Json;
using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Tests.Unit.Json;

/// <summary>What a request's body is made of. The exact bodies of the operations are with the contract.</summary>
public sealed class RequestWriterTests
{
    /// <summary>Every generated model, also those that come with the next spec.</summary>
    public static TheoryData<string> Models =>
    [
        .. typeof(Profile).Assembly.GetTypes()
            .Where(type => type.Namespace == "Adapty.Kiota.Models" && typeof(IParsable).IsAssignableFrom(type))
            .Select(type => type.Name),
    ];

    /// <summary>Values that a caller may add, and how they are sent.</summary>
    public static TheoryData<string, object?> Additional => new()
    {
        { "null", null },
        { "\"text\"", "text" },
        { "\"\"", "" },
        { "true", true },
        { "-7", -7 },
        { "9000000000", 9_000_000_000L },
        { "255", (byte)255 },
        { "9.90", 9.90m },
        { "0.0000001", 0.0000001m },
        { "2.5", 2.5 },
        { "0.5", 0.5f },
        { "\"2031-05-06T07:08:09.120000Z\"", new DateTimeOffset(2031, 5, 6, 9, 8, 9, 120, TimeSpan.FromHours(2)) },
        { "\"2031-05-06\"", new Date(2031, 5, 6) },
        { "\"5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603\"", new Guid("5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603") },
        { """{"a":[1,null]}""", JsonSerializer.Deserialize<JsonElement>("""{"a":[1,null]}""") },
        { """[1,"two",null,[3]]""", new object?[] { 1, "two", null, new[] { 3 } } },
        { """{"a":"b"}""", new Dictionary<string, string> { ["a"] = "b" } },
        { """{"a":{"b":false}}""", new Dictionary<string, object> { ["a"] = new Dictionary<string, object> { ["b"] = false } } },
        { """{"country":"DE","currency":"EUR","value":0}""", new Price { Country = "DE", Currency = "EUR", Value = 0 } },
        {
            """{"s":"t","n":null,"l":[true,1,2,0.5,1.5]}""",
            new UntypedObject(new Dictionary<string, UntypedNode>
            {
                ["s"] = new UntypedString("t"),
                ["n"] = new UntypedNull(),
                ["l"] = new UntypedArray([new UntypedBoolean(true), new UntypedInteger(1), new UntypedLong(2), new UntypedDouble(0.5), new UntypedDecimal(1.5m)]),
            })
        },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_writes_every_property(string name)
    {
        var model = (IParsable)Filled(typeof(Profile).Assembly.GetType($"Adapty.Kiota.Models.{name}", throwOnError: true)!, depth: 0);
        if (model is IComposedTypeWrapper)
        {
            // One of its properties is its value.
            Assert.NotEmpty(Write(model));
            return;
        }

        using var written = JsonDocument.Parse(Write(model));
        var properties = model.GetType().GetProperties().Where(IsWritten).ToList();

        Assert.Equal(properties.Count, written.RootElement.EnumerateObject().Count());
    }

    [Theory]
    [MemberData(nameof(Additional))]
    public async Task What_a_caller_adds_is_sent(string json, object? value)
    {
        await using var server = await RecordingServer.StartAsync(TestData.ProfileBody);
        using var client = server.Client();
        var request = new UpdateProfileRequest { FirstName = "K" };
        request.AdditionalData["added"] = value!;

        await client.Profiles.UpdateAsync(TestData.Customer, request, TestContext.Current.CancellationToken);

        Assert.Equal($$"""{"first_name":"K","added":{{json}}}""", Assert.Single(server.Requests).Body);
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(1_000_000)]
    public async Task A_long_body_is_sent_whole(int length)
    {
        await using var server = await RecordingServer.StartAsync("""{"paywall_id":"p"}""");
        using var client = server.Client();
        var data = string.Concat(Enumerable.Range(0, length / 10).Select(number => $"{number:0000000000}"));

        await client.Paywalls.UpdateAsync("p", [new RemoteConfig { Locale = "en", Data = data }, new RemoteConfig { Locale = "de", Data = data }], TestContext.Current.CancellationToken);

        Assert.Equal($$"""{"remote_configs":[{"data":"{{data}}","locale":"en"},{"data":"{{data}}","locale":"de"}]}""", Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task What_has_no_form_in_json_is_refused_before_anything_is_sent()
    {
        foreach (var value in (object[])[new Uri("https://x.example"), DateTime.UnixEpoch, new Dictionary<int, string> { [1] = "a" }, 'c'])
        {
            var handler = StubHandler.Returning(TestData.ProfileBody);
            using var client = handler.Client();
            var request = new UpdateProfileRequest { FirstName = "K" };
            request.AdditionalData["added"] = value;

            var exception = await Assert.ThrowsAsync<ArgumentException>(() => client.Profiles.UpdateAsync(TestData.Customer, request, TestContext.Current.CancellationToken));

            Assert.Contains("AdditionalData", exception.Message, StringComparison.Ordinal);
            Assert.Contains(value.GetType().Name, exception.Message, StringComparison.Ordinal);
            Assert.Empty(handler.Requests);
        }
    }

    [Fact]
    public async Task A_wrapper_without_a_value_is_refused_before_anything_is_sent()
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var client = handler.Client();

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => client.Api.Api.V2.ServerSideApi.Purchase.Set.Transaction.EmptyPathSegment.PostAsync(
            new SetTransactionRequest(), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains(nameof(SetTransactionRequest), exception.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    private static string Write(IParsable model)
    {
        using var writer = ((ISerializationWriterFactory)new RequestWriterFactory()).GetSerializationWriter("application/json");
        writer.WriteObjectValue(null, model);
        using var content = new StreamReader(writer.GetSerializedContent(), Encoding.UTF8);
        return content.ReadToEnd();
    }

    /// <summary>What the generator writes: not what errors inherit, and not what our partial classes add.</summary>
    private static bool IsWritten(PropertyInfo property) =>
        property.DeclaringType!.Namespace == "Adapty.Kiota.Models"
        && property is { CanRead: true, CanWrite: true }
        && property.GetIndexParameters().Length == 0
        && property.Name is not (nameof(Profile.AdditionalData) or nameof(CreateProfileRequest.Platform));

    /// <summary>A model, or a value of one, that has something in every property.</summary>
    private static object Filled(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "text";
        if (type == typeof(UntypedNode))
            return new UntypedString("text");
        if (type.IsGenericType && typeof(IList).IsAssignableFrom(type))
        {
            var list = (IList)Activator.CreateInstance(type)!;
            list.Add(Filled(type.GetGenericArguments()[0], depth));
            return list;
        }

        var value = Activator.CreateInstance(type)!;
        if (value is IParsable)
        {
            Assert.InRange(depth, 0, 10);
            foreach (var property in type.GetProperties().Where(IsWritten))
                property.SetValue(value, Filled(property.PropertyType, depth + 1));
        }

        return value;
    }
}
