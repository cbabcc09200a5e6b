using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Calls;

/// <summary>What goes over a real socket.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task Get_profile_by_customer_id_is_exactly_this_request()
    {
        await using var server = await RecordingServer.StartAsync(TestData.ProfileBody);
        using var client = server.Client();

        var profile = await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);

        Assert.Equal("d8533a10-bcce-4e33-8c9d-88b05ac56559", profile.ProfileId);
        var request = Assert.Single(server.Requests);
        Assert.Equal("GET /api/v2/server-side-api/profile/ HTTP/1.1", $"{request.Method} {request.Target} {request.Protocol}");
        Assert.Equal("", request.Body);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Accept"] = "application/json",
                ["adapty-customer-user-id"] = TestData.CustomerId,
                ["Authorization"] = "Api-Key " + TestData.Key,
                ["Host"] = server.Address.Authority,
                ["User-Agent"] = "Adapty.Kiota/" + TestData.PackageVersion,
            },
            request.Headers.OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase).ToDictionary());
    }

    [Fact]
    public async Task A_profile_id_travels_in_its_own_header_and_alone()
    {
        await using var server = await RecordingServer.StartAsync(TestData.ProfileBody);
        using var client = server.Client();
        var id = Guid.Parse("D8533A10-BCCE-4E33-8C9D-88B05AC56559");

        await client.Profiles.GetAsync(ProfileKey.ForProfile(id), TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal("d8533a10-bcce-4e33-8c9d-88b05ac56559", request.Headers["adapty-profile-id"]);
        Assert.DoesNotContain("adapty-customer-user-id", request.Headers.Keys);
    }

    [Fact]
    public async Task A_path_in_the_base_address_is_kept_as_a_prefix()
    {
        await using var server = await RecordingServer.StartAsync(TestData.ProfileBody);
        using var client = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key, BaseAddress = new Uri(server.Address, "/gateway/adapty/") });

        await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);

        Assert.Equal("/gateway/adapty/api/v2/server-side-api/profile/", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task The_generated_client_sends_the_same_key_and_reads_with_the_same_care()
    {
        await using var server = await RecordingServer.StartAsync(TestData.BodyWithLevel("\"expires_at\":\"soon\""));
        using var client = server.Client();

        var exception = await Assert.ThrowsAsync<AdaptyResponseException>(() => client.Api.Api.V2.ServerSideApi.Profile.EmptyPathSegment.GetAsync(
            request => request.Headers.Add("adapty-customer-user-id", "someone"), TestContext.Current.CancellationToken));

        Assert.Equal("$.data.access_levels[0].expires_at", exception.JsonPath);
        var request = Assert.Single(server.Requests);
        Assert.Equal("Api-Key " + TestData.Key, request.Headers["Authorization"]);
        Assert.Equal("someone", request.Headers["adapty-customer-user-id"]);
    }

    [Fact]
    public async Task Two_clients_with_two_keys_never_meet()
    {
        await using var server = await RecordingServer.StartAsync(TestData.ProfileBody);
        using var one = server.Client("secret_live_one");
        using var two = server.Client("secret_live_two");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            var client = number % 2 == 0 ? one : two;
            await client.Profiles.GetAsync(ProfileKey.ForCustomer(number % 2 == 0 ? "of-one" : "of-two"), TestContext.Current.CancellationToken);
        }));

        Assert.Equal(50, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(
            request.Headers["Authorization"] == "Api-Key secret_live_one" ? "of-one" : "of-two", request.Headers["adapty-customer-user-id"]));
    }

    [Fact]
    public async Task One_client_serves_many_callers_at_once_with_their_own_ids()
    {
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            var id = context.Request.Headers["adapty-customer-user-id"].ToString();
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(
                $$$"""{"data":{"profile_id":"p","customer_user_id":"{{{id}}}","access_levels":[]}}"""));
        });
        using var client = server.Client();

        var profiles = await Task.WhenAll(Enumerable.Range(0, 200).Select(number =>
            client.Profiles.GetAsync(ProfileKey.ForCustomer($"user-{number}"), TestContext.Current.CancellationToken)));

        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"user-{number}"), profiles.Select((Profile profile) => profile.CustomerUserId));
    }
}
