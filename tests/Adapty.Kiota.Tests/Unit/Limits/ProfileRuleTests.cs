using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Limits;

/// <summary>The documented limits of what can be said of a profile, for creating and for updating one.</summary>
public sealed class ProfileRuleTests
{
    public static TheoryData<string, string, string> Attributes => new()
    {
        { "", "v", "request.CustomAttributes[0].Key must have 1 to 30 characters" },
        { new string('k', 31), "v", "request.CustomAttributes[0].Key must have 1 to 30 characters" },
        { Refused.Secret + " ", "v", "letters, digits, '-', '.', '_'" },
        { Refused.Secret + "/", "v", "letters, digits, '-', '.', '_'" },
        { Refused.Secret + "$", "v", "letters, digits, '-', '.', '_'" },
        { "key", "", "request.CustomAttributes[0].Value must be a string that is not empty" },
        { "key", Refused.Secret + new string('v', 45), "request.CustomAttributes[0].Value must have at most 50 characters" },
    };

    [Theory]
    [MemberData(nameof(Attributes))]
    public async Task An_attribute_outside_its_limits(string key, string value, string rule)
    {
        var attribute = CustomAttribute.Of(key, value);
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.CreateAsync(TestData.Customer, new CreateProfileRequest { CustomAttributes = [attribute] }, token), "request.CustomAttributes[0]", rule);
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, new UpdateProfileRequest { CustomAttributes = [attribute] }, token), "request.CustomAttributes[0]", rule);
        await Refused.AsArgumentAsync(
            (adapty, token) => adapty.Profiles.CreateAsync(ProfileKey.ForProfile("p"), TestData.Customer, new CreateProfileRequest { CustomAttributes = [attribute] }, token), "request.CustomAttributes[0]", rule);
    }

    [Fact]
    public async Task An_attribute_without_a_value_is_no_deletion()
    {
        foreach (var attribute in (CustomAttribute[])[new() { Key = "k" }, new() { Key = "k", Value = new CustomAttributeValue() }, new() { Key = "k", Value = new CustomAttributeValue { Boolean = true } }])
        {
            await Refused.AsArgumentAsync(
                (adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, new UpdateProfileRequest { CustomAttributes = [CustomAttribute.Of("a", 1), attribute] }, token),
                "request.CustomAttributes[1].Value",
                "CustomAttribute.Delete");
        }
    }

    [Fact]
    public async Task The_key_of_a_deletion_has_the_same_limits() => await Refused.AsArgumentAsync(
        (adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, new UpdateProfileRequest { CustomAttributes = [CustomAttribute.Delete(new string('k', 31))] }, token),
        "request.CustomAttributes[0].Key",
        "1 to 30 characters");

    [Fact]
    public async Task The_exception_carries_the_path_and_the_rule_as_data()
    {
        using var client = StubHandler.Returning("").Client();

        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => client.Profiles.CreateAsync(TestData.Customer, new CreateProfileRequest { IpCountry = "DEU" }, TestContext.Current.CancellationToken));

        Assert.Equal("request.IpCountry", exception.Data["Adapty.Path"]);
        Assert.Equal("must be a two-letter ISO 3166-1 country code", exception.Data["Adapty.Rule"]);
    }

    [Fact]
    public async Task More_attributes_than_thirty()
    {
        List<CustomAttribute> attributes = [.. Enumerable.Range(0, 31).Select(number => CustomAttribute.Of($"k{number}", 1))];

        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.CreateAsync(TestData.Customer, new CreateProfileRequest { CustomAttributes = attributes }, token), "request.CustomAttributes", "at most 30 entries");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, new UpdateProfileRequest { CustomAttributes = attributes }, token), "request.CustomAttributes", "at most 30 entries");
    }

    [Fact]
    public async Task A_list_of_attributes_with_a_hole() => await Refused.AsArgumentAsync(
        (adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, new UpdateProfileRequest { CustomAttributes = [null!] }, token), "request.CustomAttributes[0]", "is required");

    [Fact]
    public async Task The_limits_themselves_are_accepted()
    {
        List<CustomAttribute> attributes =
        [
            CustomAttribute.Of(new string('k', 30), new string('v', 50)),
            CustomAttribute.Of("\u00e9t\u00e9-1.x_Y", "v"),
            .. Enumerable.Range(0, 28).Select(number => CustomAttribute.Of($"k{number}", number)),
        ];

        foreach (var call in (Func<AdaptyClient, CancellationToken, Task>[])
            [
                (adapty, token) => adapty.Profiles.CreateAsync(TestData.Customer, new CreateProfileRequest { CustomAttributes = attributes, IpCountry = "be", StoreCountry = "ZZ" }, token),
                (adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, new UpdateProfileRequest { CustomAttributes = attributes, IpCountry = "be", StoreCountry = "ZZ" }, token),
            ])
        {
            using var sent = System.Text.Json.JsonDocument.Parse(await Refused.NotAsync(call, TestData.ProfileBody));
            var list = sent.RootElement.GetProperty("custom_attributes");
            Assert.Equal(30, list.GetArrayLength());
            Assert.Equal((new string('k', 30), new string('v', 50)), (list[0].GetProperty("key").GetString(), list[0].GetProperty("value").GetString()));
            Assert.Equal("\u00e9t\u00e9-1.x_Y", list[1].GetProperty("key").GetString());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("B")]
    [InlineData("BEL")]
    [InlineData("B1")]
    [InlineData("B ")]
    [InlineData("\u00c4\u00d6")]
    [InlineData("\uff22\uff25")]
    public async Task A_country_that_is_no_iso_code(string country)
    {
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.CreateAsync(TestData.Customer, new CreateProfileRequest { IpCountry = country }, token), "request.IpCountry", "ISO 3166-1");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.CreateAsync(TestData.Customer, new CreateProfileRequest { StoreCountry = country }, token), "request.StoreCountry", "ISO 3166-1");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, new UpdateProfileRequest { IpCountry = country }, token), "request.IpCountry", "ISO 3166-1");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, new UpdateProfileRequest { StoreCountry = country }, token), "request.StoreCountry", "ISO 3166-1");
    }

    [Theory]
    [InlineData("", "must not be empty")]
    [InlineData(" " + Refused.Secret, "begin or end with a space")]
    [InlineData(Refused.Secret + "\r\nX-Evil: 1", "control characters")]
    [InlineData(Refused.Secret + "\u00e9", "ASCII")]
    public async Task A_platform_that_cannot_be_a_header(string platform, string rule)
    {
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.CreateAsync(TestData.Customer, new CreateProfileRequest { Platform = platform }, token), "request.Platform", rule);
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, new UpdateProfileRequest { FirstName = "x", Platform = platform }, token), "request.Platform", rule);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_installation_without_a_device_id(string? deviceId)
    {
        var meta = new InstallationMeta { DeviceId = deviceId, Device = Refused.Secret };
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.CreateAsync(TestData.Customer, new CreateProfileRequest { InstallationMeta = meta }, token), "request.InstallationMeta.DeviceId", "is required");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, new UpdateProfileRequest { InstallationMeta = meta }, token), "request.InstallationMeta.DeviceId", "is required");
    }

    [Fact]
    public async Task An_update_that_says_nothing()
    {
        foreach (var request in (UpdateProfileRequest[])[new(), new() { CustomAttributes = [] }, new() { Platform = "iOS" }])
            await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, request, token), "request", "at least one property");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, null!, token), "request", "");
    }

    [Fact]
    public async Task Attaching_takes_one_key_of_each_kind()
    {
        var profile = ProfileKey.ForProfile(Refused.Secret);
        var customer = ProfileKey.ForCustomer(Refused.Secret);
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.CreateAsync(customer, profile, cancellationToken: token), "profile", "ProfileKey.ForProfile");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.CreateAsync(profile, profile, cancellationToken: token), "customer", "ProfileKey.ForCustomer");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.CreateAsync(customer, customer, cancellationToken: token), "profile", "ProfileKey.ForProfile");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.CreateAsync(default, customer, cancellationToken: token), "profile", "is the default value");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Profiles.CreateAsync(profile, default(ProfileKey), cancellationToken: token), "customer", "is the default value");
    }
}
