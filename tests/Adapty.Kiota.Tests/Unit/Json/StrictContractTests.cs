using System.Text;
using System.Text.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Tests.Unit.Json;

/// <summary>
/// The contract is made once for a process; here one is made for each test, so that it is seen which part of its making
/// fails. What it is for is tested by what is read.
/// </summary>
public sealed class StrictContractTests
{
    private const string Level = "\"access_level_id\":\"premium\",\"expires_at\":null";

    [Theory]
    [InlineData("""{"profile_id":"p","access_levels":null}""")]
    [InlineData("""{"profile_id":"p","access_levels":[],"subscriptions":null}""")]
    public void A_list_that_is_null_or_absent_is_empty(string json)
    {
        var profile = Read<Profile>(json);

        Assert.Empty(profile.AccessLevels!);
        Assert.Empty(profile.Subscriptions!);
        Assert.Empty(profile.NonSubscriptions!);
        Assert.Empty(profile.CustomAttributes!);
    }

    [Fact]
    public void What_a_list_holds_stays()
    {
        var profile = Read<Profile>($$"""{"profile_id":"p","access_levels":[{{{Level}}}],"custom_attributes":[{"key":"k","value":1}]}""");

        Assert.Equal("premium", Assert.Single(profile.AccessLevels!).AccessLevelId);
        Assert.Equal("k", Assert.Single(profile.CustomAttributes!).Key);
    }

    [Fact]
    public void Unknown_fields_are_kept_and_known_ones_are_not_among_them()
    {
        var level = Read<AccessLevel>($$"""{{{Level}},"store":"stripe","is_gift":true,"additional_data":"x"}""");

        Assert.Equal("stripe", level.Store);
        Assert.Equal(["additional_data", "is_gift"], level.AdditionalData.Keys.Order());
    }

    [Theory]
    [InlineData("""{"profile_id":"p","access_levels":[null]}""")]
    [InlineData("""{"profile_id":"p","access_levels":[],"subscriptions":[null]}""")]
    [InlineData("""{"access_levels":[]}""")]
    [InlineData("""{"profile_id":null,"access_levels":[]}""")]
    [InlineData("""{"profile_id":"","access_levels":[]}""")]
    [InlineData("""{"profile_id":7,"access_levels":[]}""")]
    [InlineData("""{"profile_id":"p"}""")]
    [InlineData("""{"profile_id":"p","access_levels":[{"access_level_id":"premium"}]}""")]
    [InlineData("""{"profile_id":"p","access_levels":[{"access_level_id":"","expires_at":null}]}""")]
    [InlineData("""{"profile_id":"p","profile_id":"p","access_levels":[]}""")]
    public void What_proves_nothing_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Read<Profile>(json));

    [Fact]
    public void What_may_be_null_may_and_what_may_not_may_not()
    {
        Assert.Null(Read<CursorPagination>("""{"next_cursor":null}""").NextCursor);
        Assert.Equal(2, Read<PagePagination>("""{"page":1,"pages":2}""").Pages);
        Assert.ThrowsAny<JsonException>(() => Read<PagePagination>("""{"page":null,"pages":2}"""));
        Assert.ThrowsAny<JsonException>(() => Read<PagePagination>("""{"page":1}"""));
        Assert.ThrowsAny<JsonException>(() => Read<CursorPagination>("{}"));
    }

    private static T Read<T>(string json) => (T)JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json), AdaptyJson.CreateContract().GetTypeInfo(typeof(T)))!;
}
