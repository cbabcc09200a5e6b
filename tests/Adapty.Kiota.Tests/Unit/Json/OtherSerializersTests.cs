using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Adapty.Kiota.Tests.Unit.Json;

/// <summary>
/// A model that a serializer of the application's reads, as leniently as it likes: access that is not known is an exception,
/// neither a yes nor a no.
/// </summary>
public sealed class OtherSerializersTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly Newtonsoft.Json.JsonSerializerSettings NewtonsoftSnakeCase = new()
    {
        ContractResolver = new Newtonsoft.Json.Serialization.DefaultContractResolver { NamingStrategy = new Newtonsoft.Json.Serialization.SnakeCaseNamingStrategy() },
    };

    private static string ProfileWith(string level) => $$$"""{"profile_id":"p","access_levels":[{"access_level_id":"premium"{{{level}}}}]}""";

    private static Task<T?> ReadWithKiotaAsync<T>(string json, ParsableFactory<T> factory)
        where T : IParsable
    {
        using var document = JsonDocument.Parse(json);
        return Task.FromResult<T?>(new JsonParseNode(document.RootElement.Clone()).GetObjectValue(factory));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"Expires_At\":\"2020-01-01T00:00:00Z\"")]
    [InlineData(",\"expiresAt\":\"2020-01-01T00:00:00Z\"")]
    public void An_expiry_that_is_not_there_is_no_access_for_life(string level)
    {
        var json = ProfileWith(level);

        foreach (var read in (Action[])[
            () => JsonSerializer.Deserialize<Profile>(json, SnakeCase),
            () => JsonSerializer.Deserialize<AccessLevel>("""{"access_level_id":"premium","expires_at":null}""", JsonSerializerOptions.Web)])
            Assert.Contains(nameof(AdaptyJson), Assert.Throws<JsonException>(read).Message, StringComparison.Ordinal);
        // Newtonsoft.Json wraps what a model's own method throws.
        var exception = Assert.ThrowsAny<Exception>(() =>
            Newtonsoft.Json.JsonConvert.DeserializeObject<Profile>(json.Replace("Expires_At", "other", StringComparison.Ordinal), NewtonsoftSnakeCase));
        Assert.Contains(nameof(AdaptyJson), Assert.IsType<SerializationException>(exception.GetBaseException()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expiry_that_is_null_is_access_for_life()
    {
        var json = ProfileWith(",\"expires_at\":null");

        Assert.True(JsonSerializer.Deserialize<Profile>(json, SnakeCase)!.HasAccess("premium"));
        Assert.True(Newtonsoft.Json.JsonConvert.DeserializeObject<Profile>(json, NewtonsoftSnakeCase)!.HasAccess("premium"));
    }

    [Fact]
    public void A_lifetime_that_was_left_out_is_refused()
    {
        var profile = new Profile { ProfileId = "p", AccessLevels = [new AccessLevel { AccessLevelId = "premium" }] };
        var options = new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Profile>(JsonSerializer.Serialize(profile, options), options));
    }

    [Theory]
    [InlineData(",\"expires_at\":\"soon\"")]
    [InlineData(",\"expires_at\":1931428800")]
    [InlineData(",\"expires_at\":{}")]
    [InlineData(",\"expires_at\":\"/Date(1767225600000)/\"")]
    [InlineData(",\"expires_at\":null,\"starts_at\":\"soon\"")]
    public async Task A_date_that_Kiota_would_take_for_null_is_refused(string level)
    {
        var exception = await Assert.ThrowsAsync<JsonException>(() => ReadWithKiotaAsync(ProfileWith(level), Profile.CreateFromDiscriminatorValue));

        Assert.Contains(nameof(AdaptyJson), exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("0")]
    public async Task Access_levels_that_Kiota_would_take_for_an_empty_list_are_refused(string levels)
    {
        var json = $$"""{"profile_id":"p","access_levels":{{levels}}}""";

        Assert.Contains(nameof(AdaptyJson), (await Assert.ThrowsAsync<JsonException>(() => ReadWithKiotaAsync(json, Profile.CreateFromDiscriminatorValue))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",\"expires_at\":\"2031-03-10T12:00:01\"", true)]
    [InlineData(",\"expires_at\":\"2031-03-10T12:00:00.000001+0000\"", true)]
    [InlineData(",\"expires_at\":\"2031-03-10T12:00:00Z\",\"starts_at\":null", false)]
    [InlineData(",\"expires_at\":\"2031-04-10T12:00:00Z\",\"starts_at\":\"2031-03-10T14:00:01+02:00\"", false)]
    [InlineData(",\"expires_at\":null", true)]
    public async Task What_Kiota_reads_decides_as_a_call_does(string level, bool active)
    {
        var profile = await ReadWithKiotaAsync(ProfileWith(level), Profile.CreateFromDiscriminatorValue);

        Assert.Equal(active, profile!.HasAccess("premium", Now));
        Assert.Equal(AdaptyJson.Deserialize<Profile>(ProfileWith(level)).HasAccess("premium", Now), profile.HasAccess("premium", Now));
    }

    [Theory]
    [InlineData("""[{"AccessLevelId":null,"ExpiresAt":null}]""")]
    [InlineData("""[{"ExpiresAt":null}]""")]
    [InlineData("[null]")]
    [InlineData("""[{"AccessLevelId":"gold","ExpiresAt":null},null]""")]
    public void An_access_level_without_an_id_may_be_the_one_that_is_asked_for(string levels)
    {
        var profile = JsonSerializer.Deserialize<Profile>($$"""{"ProfileId":"p","AccessLevels":{{levels}}}""")!;

        foreach (var ask in (Action[])[() => profile.HasAccess("premium"), () => profile.HasAccess("premium", Now), () => profile.ActiveAccessLevels(), () => profile.ActiveAccessLevels(Now)])
            Assert.Contains(nameof(AdaptyJson), Assert.Throws<InvalidOperationException>(ask).Message, StringComparison.Ordinal);
    }
}
