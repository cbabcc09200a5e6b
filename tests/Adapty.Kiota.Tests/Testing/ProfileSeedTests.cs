using Adapty.Kiota.Testing;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Tests.Testing;

public sealed class ProfileSeedTests : IDisposable
{
    private const string Json = """
        { "data": { "profile_id": "d8533a10-bcce-4e33-8c9d-88b05ac56559", "customer_user_id": "77B14FB4",
          "total_revenue_usd": 9.990, "access_levels": null, "new_field": [1, 2.50] } }
        """;

    private readonly FakeAdapty _fake = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task Ids_are_the_same_in_every_run()
    {
        List<string> texts = [];
        for (var run = 0; run < 2; run++)
        {
            var fake = new FakeAdapty(new FakeTimeProvider(DateTimeOffset.UnixEpoch));
            fake.AddAnonymousProfile();
            fake.AddProfile("user-42").WithLifetimeAccess("premium").WithPurchase("coins.100").WithSubscription("monthly", DateTimeOffset.UnixEpoch);
            texts.Add(await fake.ProfileTextAsync("user-42"));
        }

        Assert.Equal(texts[0], texts[1]);
        Assert.Contains("\"profile_id\":\"00000000-0000-4000-8000-000000000002\"", texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_given_profile_id_is_kept()
    {
        var user = _fake.AddProfile("user-42", "d8533a10-bcce-4e33-8c9d-88b05ac56559");
        var anonymous = _fake.AddAnonymousProfile("7a5f9a7d-e236-33e6-96d8-53a3c59c5562");
        using var adapty = _fake.CreateClient();

        Assert.Equal("d8533a10-bcce-4e33-8c9d-88b05ac56559", (await adapty.Profiles.GetAsync(user.Key, Token)).ProfileId);
        Assert.Equal("7a5f9a7d-e236-33e6-96d8-53a3c59c5562", (await adapty.Profiles.GetAsync(anonymous.Key, Token)).ProfileId);
    }

    [Fact]
    public void An_id_belongs_to_one_user()
    {
        var user = _fake.AddProfile("user-42");

        Assert.Equal("customerUserId", Assert.Throws<ArgumentException>(() => _fake.AddProfile("user-42")).ParamName);
        Assert.Equal("profileId", Assert.Throws<ArgumentException>(() => _fake.AddProfile("user-43", user.ProfileId)).ParamName);
        Assert.Equal("profileId", Assert.Throws<ArgumentException>(() => _fake.AddAnonymousProfile(user.ProfileId)).ParamName);
        _fake.AddProfile("user-43");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" user")]
    [InlineData("üser")]
    [InlineData("us\ner")]
    public void An_id_that_no_header_carries_is_refused(string id)
    {
        Assert.Throws<ArgumentException>(() => _fake.AddProfile(id));
        Assert.Throws<ArgumentException>(() => _fake.AddProfile("user-42", id));
        Assert.Throws<ArgumentException>(() => _fake.AddAnonymousProfile(id));
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        var user = _fake.AddProfile("user-42");

        Assert.Throws<ArgumentNullException>(() => _fake.AddProfile(null!));
        Assert.Throws<ArgumentException>(() => user.WithAccessLevel("", DateTimeOffset.MaxValue));
        Assert.Throws<ArgumentException>(() => user.WithLifetimeAccess(""));
        Assert.Throws<ArgumentException>(() => user.WithSubscription("", DateTimeOffset.MaxValue));
        Assert.Throws<ArgumentException>(() => user.WithPurchase(""));
        Assert.Throws<ArgumentException>(() => user.WithCustomAttribute("", 1));
        Assert.Throws<ArgumentNullException>(() => user.WithCustomAttribute("key", null!));
    }

    [Fact]
    public async Task A_whole_answer_is_given_to_the_letter_under_all_its_ids()
    {
        var user = _fake.AddProfileJson(Json, ProfileKey.ForCustomer("user-42"));
        using var byProfileId = await _fake.AskAsync(RawClient.Request(headers: ("adapty-profile-id", "d8533a10-bcce-4e33-8c9d-88b05ac56559")));

        Assert.Equal(Json, await byProfileId.TextAsync());
        Assert.Equal(Json, await _fake.ProfileTextAsync("77B14FB4"));
        Assert.Equal(Json, await _fake.ProfileTextAsync("user-42"));
        Assert.Equal(ProfileKey.ForCustomer("user-42"), user.Key);
        Assert.Equal("77B14FB4", user.CustomerUserId);
    }

    [Fact]
    public async Task A_later_answer_takes_the_place_of_an_earlier_one()
    {
        _fake.AddProfileJson(Json);
        var later = Json.Replace("9.990", "19.990", StringComparison.Ordinal);

        var user = _fake.AddProfileJson(later);

        Assert.Equal(later, await _fake.ProfileTextAsync("77B14FB4"));
        Assert.Equal(ProfileKey.ForCustomer("77B14FB4"), user.Key);
    }

    [Fact]
    public async Task A_whole_answer_can_be_changed_and_keeps_what_the_models_do_not_name()
    {
        _fake.AddProfileJson(Json).WithLifetimeAccess("premium");
        using var adapty = _fake.CreateClient();

        var profile = await adapty.Profiles.GetAsync(ProfileKey.ForCustomer("77B14FB4"), Token);

        Assert.True(profile.HasAccess("premium"));
        Assert.Equal(9.99m, profile.TotalRevenueUsd);
        Assert.Equal("[1,2.50]", AdaptyJson.Serialize((UntypedNode)profile.AdditionalData["new_field"]));
    }

    [Fact]
    public async Task A_customer_id_that_no_header_carries_is_found_by_the_profile_id()
    {
        var user = _fake.AddProfileJson(Json.Replace("77B14FB4", "müller", StringComparison.Ordinal));
        using var adapty = _fake.CreateClient();

        Assert.Equal("müller", (await adapty.Profiles.GetAsync(user.Key, Token)).CustomerUserId);
        Assert.Equal(ProfileKey.ForProfile("d8533a10-bcce-4e33-8c9d-88b05ac56559"), user.Key);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{", "$")]
    [InlineData("[]", "$")]
    [InlineData("{}", "$.data")]
    [InlineData("""{"data":{"access_levels":[]}}""", "$.data.profile_id")]
    [InlineData("""{"data":{"profile_id":"x","access_levels":[{"access_level_id":"premium"}]}}""", "$.data.access_levels[0].expires_at")]
    public void What_the_client_could_not_read_is_no_profile(string json, string place)
    {
        var exception = Assert.Throws<ArgumentException>(() => _fake.AddProfileJson(json));

        Assert.Contains(place, exception.Message, StringComparison.Ordinal);
        Assert.Equal("json", exception.ParamName);
    }

    [Fact]
    public void The_default_key_names_nobody() =>
        Assert.Throws<ArgumentException>(() => _fake.AddProfileJson(Json, default(ProfileKey)));

    [Fact]
    public async Task Users_are_added_changed_and_asked_for_from_many_threads()
    {
        using var adapty = _fake.CreateClient();
        var shared = _fake.AddProfile("shared");

        await Parallel.ForAsync(0, 200, Token, async (number, token) =>
        {
            var user = _fake.AddProfile($"user-{number}").WithLifetimeAccess("premium");
            shared.WithPurchase($"coins.{number}").WithLifetimeAccess($"level-{number % 5}");
            Assert.True((await adapty.Profiles.GetAsync(user.Key, token)).HasAccess("premium"));
            Assert.NotEmpty((await adapty.Profiles.GetAsync(shared.Key, token)).NonSubscriptions!);
        });

        var profile = await adapty.Profiles.GetAsync(shared.Key, Token);
        Assert.Equal(200, profile.NonSubscriptions!.DistinctBy(purchase => purchase.PurchaseId).Count());
        Assert.Equal(5, profile.AccessLevels!.Count);
        Assert.Equal(401, _fake.Requests.Count);
    }
}
