using Adapty.Kiota.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Tests.Unit.Json;

/// <summary>A path into a body is shown as far as the model of the answer has its names; what is behind can be data of a customer.</summary>
public sealed class JsonPathTextTests
{
    [Theory]
    [InlineData("$", "$")]
    [InlineData("$.data", "$.data")]
    [InlineData("$.data.access_levels", "$.data.access_levels")]
    [InlineData("$.data.access_levels[0]", "$.data.access_levels[0]")]
    [InlineData("$.data.access_levels[12].offer.category", "$.data.access_levels[12].offer.category")]
    [InlineData("$.data.custom_attributes[3].value", "$.data.custom_attributes[3].value")]
    [InlineData("$.Data", "$.*")]
    [InlineData("$.dat", "$.*")]
    [InlineData("$.data2", "$.*")]
    [InlineData("$.data.", "$.data.*")]
    [InlineData("$.data.eve@example.com", "$.data.*")]
    [InlineData("$.data['eve@example.com']", "$.data.*")]
    [InlineData("$.data.access_levels[]", "$.data.access_levels.*")]
    [InlineData("$.data.access_levels[eve]", "$.data.access_levels.*")]
    [InlineData("$.data.access_levels[0", "$.data.access_levels.*")]
    [InlineData("$.data.access_levels[0]eve", "$.data.access_levels[0].*")]
    [InlineData("$.data.access_levels.eve", "$.data.access_levels.*")]
    [InlineData("$.data.profile_id.length", "$.data.profile_id.*")]
    [InlineData("$.data.additional_data.eve", "$.data.*")]
    [InlineData("$.data[0].eve", "$.data[0].*")]
    [InlineData("eve", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_the_names_of_the_model_show(string? path, string? expected) =>
        Assert.Equal(expected, JsonPathText.Redact(path, AdaptyJson.TypeInfo<ProfileResponse>()));
}
