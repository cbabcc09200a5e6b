using Adapty.Kiota.Models;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>Create, update and delete.</summary>
public sealed class ProfileOperationTests : FakeScenario
{
    [Fact]
    public async Task A_customer_user_id_gets_a_new_profile()
    {
        var created = await Adapty.Profiles.CreateAsync(ProfileKey.ForCustomer("user-43"), cancellationToken: Token);

        Assert.Equal("user-43", created.CustomerUserId);
        Assert.NotEqual(User.ProfileId, created.ProfileId);
        Assert.Equal(0, created.TotalRevenueUsd);
        Assert.Empty(created.AccessLevels!);
        Assert.Equal(created.ProfileId, (await Adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-43"), Token)).ProfileId);
        Assert.Equal("user-43", (await Adapty.Profiles.GetAsync(ProfileKey.ForProfile(created.ProfileId!), Token)).CustomerUserId);
    }

    [Fact]
    public async Task A_profile_that_was_created_can_be_found_and_changed()
    {
        await Adapty.Profiles.CreateAsync(ProfileKey.ForCustomer("user-43"), cancellationToken: Token);

        Fake.FindProfile(ProfileKey.ForCustomer("user-43"))!.WithLifetimeAccess("premium");

        Assert.True((await Adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-43"), Token)).HasAccess("premium"));
        Assert.Same(User, Fake.FindProfile(ProfileKey.ForProfile(User.ProfileId)));
        Assert.Null(Fake.FindProfile(Nobody));
        Assert.Throws<ArgumentException>(() => Fake.FindProfile(default));
    }

    [Fact]
    public async Task A_profile_that_exists_is_updated()
    {
        User.WithLifetimeAccess("premium").WithCustomAttribute("plan", "a");

        var profile = await Adapty.Profiles.CreateAsync(User.Key, new() { CustomAttributes = [CustomAttribute.Of("sport", "golf")] }, Token);
        var again = await Adapty.Profiles.CreateAsync(ProfileKey.ForProfile(User.ProfileId), cancellationToken: Token);

        Assert.Equal(User.ProfileId, profile.ProfileId);
        Assert.True(again.HasAccess("premium"));
        Assert.Equal(["plan=a", "sport=golf"], again.CustomAttributes!.Select(attribute => $"{attribute.Key}={attribute.Value}"));
    }

    [Fact]
    public async Task An_anonymous_profile_gets_a_customer_user_id()
    {
        var anonymous = Fake.AddAnonymousProfile().WithLifetimeAccess("premium");

        var profile = await Adapty.Profiles.CreateAsync(anonymous.Key, ProfileKey.ForCustomer("user-43"), cancellationToken: Token);
        await Adapty.Profiles.CreateAsync(anonymous.Key, ProfileKey.ForCustomer("user-43"), cancellationToken: Token);

        Assert.Equal("user-43", profile.CustomerUserId);
        Assert.Equal("user-43", anonymous.CustomerUserId);
        Assert.True((await Adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-43"), Token)).HasAccess("premium"));
    }

    [Fact]
    public async Task A_customer_user_id_does_not_move()
    {
        var anonymous = Fake.AddAnonymousProfile();

        await RefusedAsync<AdaptyValidationException>(400, AdaptyErrorCodes.BaseError, () => Adapty.Profiles.CreateAsync(anonymous.Key, User.Key, cancellationToken: Token));
        await RefusedAsync<AdaptyValidationException>(
            400, AdaptyErrorCodes.BaseError, () => Adapty.Profiles.CreateAsync(ProfileKey.ForProfile(User.ProfileId), ProfileKey.ForCustomer("user-43"), cancellationToken: Token));
        Assert.Null(anonymous.CustomerUserId);
    }

    [Fact]
    public async Task A_profile_id_that_does_not_exist_creates_nothing()
    {
        var unknown = ProfileKey.ForProfile(Guid.NewGuid());

        await RefusedAsync<AdaptyProfileNotFoundException>(404, AdaptyErrorCodes.ProfileDoesNotExist, () => Adapty.Profiles.CreateAsync(unknown, cancellationToken: Token));
        await RefusedAsync<AdaptyProfileNotFoundException>(
            404, AdaptyErrorCodes.ProfileDoesNotExist, () => Adapty.Profiles.CreateAsync(unknown, ProfileKey.ForCustomer("user-43"), cancellationToken: Token));
        Assert.Null(Fake.FindProfile(ProfileKey.ForCustomer("user-43")));
    }

    [Fact]
    public async Task Creating_needs_an_id()
    {
        var (status, body) = await Fake.SendAsync(HttpMethod.Post, "profile/", customerUserId: null);

        Assert.Equal(400, status);
        Assert.Equal(("non_field_errors", "base_error"), FirstError(body));
    }

    [Fact]
    public async Task A_refused_creation_creates_nothing()
    {
        var (status, _) = await Fake.SendAsync(HttpMethod.Post, "profile/", """{"gender":"x"}""", "user-43");

        Assert.Equal(400, status);
        Assert.Null(Fake.FindProfile(ProfileKey.ForCustomer("user-43")));
    }

    [Fact]
    public async Task A_deleted_profile_is_gone_under_both_ids()
    {
        await Adapty.Profiles.DeleteAsync(User.Key, Token);

        Assert.Null(await Adapty.Profiles.FindAsync(User.Key, Token));
        Assert.Null(await Adapty.Profiles.FindAsync(ProfileKey.ForProfile(User.ProfileId), Token));
        await RefusedAsync<AdaptyProfileNotFoundException>(404, AdaptyErrorCodes.ProfileDoesNotExist, () => Adapty.Profiles.DeleteAsync(User.Key, Token));
        var next = await Adapty.Profiles.CreateAsync(User.Key, cancellationToken: Token);
        Assert.NotEqual(User.ProfileId, next.ProfileId);
    }

    [Fact]
    public async Task Deleting_answers_with_204_and_no_body()
    {
        Assert.Equal((204, ""), await Fake.SendAsync(HttpMethod.Delete, "profile/"));
    }

    [Fact]
    public async Task Attributes_are_set_replaced_and_deleted()
    {
        User.WithCustomAttribute("plan", "a").WithCustomAttribute("old", "x").WithCustomAttribute("blank", "y");

        var profile = await Adapty.Profiles.UpdateAsync(
            User.Key,
            new() { CustomAttributes = [CustomAttribute.Of("plan", "b"), CustomAttribute.Of("logins", 10), CustomAttribute.Of("score", 2.50m), CustomAttribute.Delete("old")] },
            Token);
        await Fake.SendAsync(HttpMethod.Patch, "profile/", """{"custom_attributes":[{"key":"blank","value":""},{"key":"flag","value":true}]}""");

        Assert.Equal(10m, profile.CustomAttributes!.Single(attribute => attribute.Key == "logins").Value!.Decimal);
        // As the API does: whole numbers and booleans are floats.
        Assert.Contains(
            """
            "custom_attributes":[{"key":"plan","value":"b"},{"key":"logins","value":10.0},{"key":"score","value":2.50},{"key":"flag","value":1.0}]
            """,
            await Fake.ProfileTextAsync("user-42"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_has_at_most_30_attributes_in_the_end()
    {
        for (var number = 0; number < 29; number++)
            User.WithCustomAttribute($"k{number}", number);

        await Adapty.Profiles.UpdateAsync(User.Key, new() { CustomAttributes = [CustomAttribute.Of("last", 1)] }, Token);
        await RefusedAsync<AdaptyValidationException>(
            400, AdaptyErrorCodes.BaseError, () => Adapty.Profiles.UpdateAsync(User.Key, new() { CustomAttributes = [CustomAttribute.Of("more", 1)] }, Token));
        await Adapty.Profiles.UpdateAsync(User.Key, new() { CustomAttributes = [CustomAttribute.Delete("last"), CustomAttribute.Of("more", 1)] }, Token);

        Assert.Equal(30, (await ReadAsync()).CustomAttributes!.Count);
    }

    [Fact]
    public async Task Everything_that_can_be_said_is_accepted()
    {
        await Adapty.Profiles.UpdateAsync(
            User.Key,
            new()
            {
                FirstName = "Zoë",
                Email = "zoe@example.com",
                Gender = Genders.Other,
                Birthday = new(1990, 2, 3),
                IpCountry = "NL",
                StoreCountry = "us",
                Store = "my-store",
                StoreAccountToken = "7a5f9a7d-e236-33e6-96d8-53a3c59c5562",
                AttStatus = 3,
                AnalyticsDisabled = false,
                InstallationMeta = new() { DeviceId = "phone", Os = "iOS 18" },
                Platform = Platforms.Ios,
            },
            Token);

        Assert.Equal((200, await Fake.ProfileTextAsync("user-42")), await Fake.SendAsync(HttpMethod.Patch, "profile/", """{"first_name":null,"future":[1]}"""));
    }

    [Theory]
    [InlineData("""{"first_name":1}""", "first_name")]
    [InlineData("""{"gender":"F"}""", "gender")]
    [InlineData("""{"email":"zoe"}""", "email")]
    [InlineData("""{"birthday":"1990-2-3"}""", "birthday")]
    [InlineData("""{"ip_country":"NLD"}""", "ip_country")]
    [InlineData("""{"store_country":"1A"}""", "store_country")]
    [InlineData("""{"store_account_token":"x"}""", "store_account_token")]
    [InlineData("""{"att_status":4}""", "att_status")]
    [InlineData("""{"att_status":"1"}""", "att_status")]
    [InlineData("""{"analytics_disabled":1}""", "analytics_disabled")]
    [InlineData("""{"installation_meta":{}}""", "installation_meta.device_id")]
    [InlineData("""{"installation_meta":{"device_id":" "}}""", "installation_meta.device_id")]
    [InlineData("""{"installation_meta":{"device_id":"x","os":1}}""", "installation_meta.os")]
    [InlineData("""{"installation_meta":[]}""", "installation_meta")]
    [InlineData("""{"custom_attributes":{}}""", "custom_attributes")]
    [InlineData("""{"custom_attributes":[]}""", "custom_attributes")]
    [InlineData("""{"custom_attributes":[1]}""", "custom_attributes[0]")]
    [InlineData("""{"custom_attributes":[{"value":1}]}""", "custom_attributes[0].key")]
    [InlineData("""{"custom_attributes":[{"key":"a b","value":1}]}""", "custom_attributes[0].key")]
    [InlineData("""{"custom_attributes":[{"key":"abcdefghijklmnopqrstuvwxyz12345","value":1}]}""", "custom_attributes[0].key")]
    [InlineData("""{"custom_attributes":[{"key":"a"}]}""", "custom_attributes[0].value")]
    [InlineData("""{"custom_attributes":[{"key":"a","value":[]}]}""", "custom_attributes[0].value")]
    [InlineData("""{"custom_attributes":[{"key":"a","value":1e99}]}""", "custom_attributes[0].value")]
    [InlineData("""{"custom_attributes":[{"key":"a","value":"123456789012345678901234567890123456789012345678901"}]}""", "custom_attributes[0].value")]
    public async Task A_wrong_field_is_named(string sent, string field)
    {
        var before = await Fake.ProfileTextAsync("user-42");

        var (status, body) = await Fake.SendAsync(HttpMethod.Patch, "profile/", sent);

        Assert.Equal(400, status);
        Assert.StartsWith($$"""{"errors":{"{{field}}":[""", body, StringComparison.Ordinal);
        Assert.EndsWith("""]},"error_code":"base_error","status_code":400}""", body, StringComparison.Ordinal);
        Assert.Equal(before, await Fake.ProfileTextAsync("user-42"));
    }

    [Fact]
    public async Task More_than_30_attributes_at_once_are_refused()
    {
        var attributes = string.Join(',', Enumerable.Repeat("""{"key":"a","value":1}""", 31));

        Assert.Equal(400, (await Fake.SendAsync(HttpMethod.Patch, "profile/", $$"""{"custom_attributes":[{{attributes}}]}""")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("gender=f")]
    [InlineData("""{"first_name":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public async Task What_is_not_json_is_a_parse_error(string? sent)
    {
        var (status, body) = await Fake.SendAsync(HttpMethod.Patch, "profile/", sent);

        Assert.Equal(400, status);
        Assert.Equal((null, "parse_error"), FirstError(body));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    public async Task What_is_no_object_is_refused(string sent) =>
        Assert.Contains("""{"errors":{"non_field_errors":[""", (await Fake.SendAsync(HttpMethod.Patch, "profile/", sent)).Body, StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_user_cannot_be_updated()
    {
        await RefusedAsync<AdaptyProfileNotFoundException>(
            404, AdaptyErrorCodes.ProfileDoesNotExist, () => Adapty.Profiles.UpdateAsync(Nobody, new() { FirstName = "Zoë" }, Token));
    }
}
