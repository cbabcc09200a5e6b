using System.Text.Json;
using Adapty.Kiota.Consumer;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Tests.Repository.Consumer;

/// <summary>What <c>dotnet run --project tests/Adapty.Kiota.Consumer</c> prints: the rows hold, and no model is left out.</summary>
public sealed class ConsumerTests
{
    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var row in Row.All)
                pairs.Add(row.Writer.Name, row.Reader.Name);
            return pairs;
        }
    }

    /// <summary>What an application can do without knowing of AdaptyJson.</summary>
    public static TheoryData<string> OwnSerializers => [.. Serializer.All.Select(serializer => serializer.Name)];

    private static Serializer Named(string name) => Serializer.All.Single(serializer => serializer.Name == name);

    [Fact]
    public void Every_public_model_is_in_the_contexts()
    {
        var models = Unit.Json.SampleModels.Types;

        Assert.Equal(models.Select(type => type.Name).Order(StringComparer.Ordinal), Adapty.Kiota.Consumer.SampleModels.Types.Select(type => type.Name));
        Assert.All(models, model => Assert.NotNull(OwnContext.Default.GetTypeInfo(model)));
        Assert.All(models, model => Assert.NotNull(OwnWebContext.Default.GetTypeInfo(model)));
    }

    [Fact]
    public void Every_sample_has_a_value_in_every_property()
    {
        foreach (var type in Adapty.Kiota.Consumer.SampleModels.Types.Where(type => !typeof(IComposedTypeWrapper).IsAssignableFrom(type)))
        {
            var model = Adapty.Kiota.Consumer.SampleModels.Filled(type);
            foreach (var property in type.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && !(model is Offer && property.Name.StartsWith("Offer", StringComparison.Ordinal))))
                Assert.True(property.GetValue(model) is not null, $"{type.Name}.{property.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void No_decision_about_access_changes_silently(string writer, string reader)
    {
        var row = new Row(Named(writer), Named(reader));

        Assert.True(row.Holds, row.ToString());
    }

    [Theory]
    [MemberData(nameof(OwnSerializers))]
    public void Each_serializer_decides_the_same_by_what_it_wrote_itself(string name)
    {
        var row = new Row(Named(name), Named(name));

        // A lifetime that is left out is refused rather than guessed; an own context does not know the nodes of unknown fields.
        Assert.Equal(name.Contains("no nulls", StringComparison.Ordinal), row.Access != Row.Same);
    }

    [Theory]
    [MemberData(nameof(OwnSerializers))]
    public void A_record_that_holds_a_profile_comes_back(string name)
    {
        if (name is "AdaptyJson" or "KiotaJsonSerializer")
            return;
        var profile = AdaptyJson.Deserialize<Profile>("""{"profile_id":"p","access_levels":[{"access_level_id":"premium","expires_at":"2031-05-01T00:00:00Z"}]}""");
        var stored = new StoredProfile("n", DateTimeOffset.UnixEpoch, profile);

        var again = (StoredProfile)Named(name).Read(Named(name).Write(stored, typeof(StoredProfile)), typeof(StoredProfile))!;

        Assert.Equal(("n", DateTimeOffset.UnixEpoch), (again.Note, again.StoredAt));
        Assert.Equal(AdaptyJson.Serialize(profile), AdaptyJson.Serialize(again.Profile));
    }

    [Fact]
    public void The_narrowest_context_takes_a_profile()
    {
        var profile = AdaptyJson.Deserialize<Profile>("""{"profile_id":"p","access_levels":[{"access_level_id":"premium","expires_at":null}]}""");

        var again = JsonSerializer.Deserialize(JsonSerializer.Serialize(profile, ProfileContext.Default.Profile), ProfileContext.Default.Profile)!;

        Assert.True(again.HasAccess("premium"));
        Assert.Equal(AdaptyJson.Serialize(profile), AdaptyJson.Serialize(again));
    }
}
