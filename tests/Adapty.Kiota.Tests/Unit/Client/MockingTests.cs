using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;
using NSubstitute;

namespace Adapty.Kiota.Tests.Unit.Client;

/// <summary>Any mocking library can take the clients' place.</summary>
public sealed class MockingTests
{
    [Fact]
    public async Task Clients_can_be_substituted()
    {
        var adapty = Substitute.For<AdaptyClient>();
        var profiles = Substitute.For<ProfilesClient>();
        adapty.Profiles.Returns(profiles);
        profiles.GetAsync(TestData.Customer, Arg.Any<CancellationToken>()).Returns(new Profile { ProfileId = "p" });
        profiles.FindAsync(Arg.Any<ProfileKey>(), Arg.Any<CancellationToken>())
            .Returns<Profile?>(_ => throw new AdaptyRateLimitException("slow down") { StatusCode = 429, RetryAfter = TimeSpan.FromSeconds(3) });

        Assert.Equal("p", (await adapty.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken)).ProfileId);
        var exception = await Assert.ThrowsAsync<AdaptyRateLimitException>(() => adapty.Profiles.FindAsync(TestData.Customer, TestContext.Current.CancellationToken));
        Assert.Equal(3, exception.RetryAfter!.Value.TotalSeconds);
    }

    [Fact]
    public void Every_public_member_of_a_client_is_virtual()
    {
        var clients = typeof(AdaptyClient).Assembly.GetExportedTypes().Where(type => type.Namespace == "Adapty.Kiota" && type.Name.EndsWith("Client", StringComparison.Ordinal) && type != typeof(AdaptyApiClient)).ToList();

        Assert.Contains(typeof(ProfilesClient), clients);
        foreach (var method in clients.SelectMany(type => type.GetMethods().Where(method => method.DeclaringType == type && method.Name != "Dispose")))
            Assert.True(method is { IsVirtual: true, IsFinal: false }, $"{method.DeclaringType!.Name}.{method.Name}");
    }
}
