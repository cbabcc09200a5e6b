using Adapty.Kiota.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Adapty.Kiota.Tests.Testing;

public sealed class UseFakeAdaptyTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeAdapty _fake = new(new FakeTimeProvider(Now));
    private readonly ProfileKey _user;

    public UseFakeAdaptyTests() => _user = _fake.AddProfile("user-42").WithAccessLevel("premium", Now.AddSeconds(1)).Key;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task A_registration_without_a_key_starts_and_talks_to_the_fake()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAdapty(builder.Configuration.GetSection("Adapty")).UseFakeAdapty(_fake);
        await using var app = builder.Build();

        app.Services.GetRequiredService<IStartupValidator>().Validate();

        // By the fake's clock; by the system's it would be otherwise.
        Assert.True((await app.Services.GetRequiredService<AdaptyClient>().Profiles.GetAsync(_user, Token)).HasAccess("premium"));
    }

    [Fact]
    public async Task Each_keyed_registration_has_its_own()
    {
        var other = new FakeAdapty { ApiKey = "secret_live_other" };
        var services = new ServiceCollection();
        services.AddAdapty("eu-app", _ => { }).UseFakeAdapty(_fake);
        services.AddAdapty("us-app", options => options.ApiKey = "secret_live_unused").UseFakeAdapty(other);
        await using var provider = services.BuildServiceProvider();

        Assert.NotNull(await provider.GetRequiredKeyedService<AdaptyClient>("eu-app").Profiles.FindAsync(_user, Token));
        Assert.Null(await provider.GetRequiredKeyedService<AdaptyClient>("us-app").Profiles.FindAsync(_user, Token));
        Assert.Single(other.Requests);
    }

    [Fact]
    public async Task A_whole_application_can_be_turned_to_the_fake_afterwards()
    {
        var services = new ServiceCollection();
        services.AddAdapty(_ => { });
        services.AddAdapty("eu-app", _ => { });

        services.UseFakeAdapty(_fake).UseFakeAdapty(_fake, "eu-app");

        await using var provider = services.BuildServiceProvider();
        Assert.NotNull(await provider.GetRequiredService<AdaptyClient>().Profiles.FindAsync(_user, Token));
        Assert.NotNull(await provider.GetRequiredKeyedService<AdaptyClient>("eu-app").Profiles.FindAsync(_user, Token));
    }

    [Fact]
    public void A_client_that_is_not_registered_cannot_be_turned()
    {
        var services = new ServiceCollection();
        services.AddAdapty("eu-app", _ => { });

        Assert.Throws<InvalidOperationException>(() => services.UseFakeAdapty(_fake));
        Assert.Throws<InvalidOperationException>(() => services.UseFakeAdapty(_fake, "us-app"));
    }

    [Fact]
    public void Another_http_client_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddHttpClient("payments").UseFakeAdapty(_fake));

    [Fact]
    public async Task Handlers_of_the_registration_stay_in_front()
    {
        var services = new ServiceCollection();
        services.AddAdapty(_ => { }).UseFakeAdapty(_fake).AddHttpMessageHandler(() => new TagHandler());
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<AdaptyClient>().Profiles.GetAsync(_user, Token);

        Assert.Equal("yes", Assert.Single(_fake.Requests).Headers["X-Tag"]);
    }

    [Fact]
    public async Task Disposing_leaves_the_fake_to_others()
    {
        var services = new ServiceCollection();
        services.AddAdapty(_ => { }).UseFakeAdapty(_fake);
        await using (var provider = services.BuildServiceProvider())
            await provider.GetRequiredService<AdaptyClient>().Profiles.GetAsync(_user, Token);
        using (var client = new HttpClient(_fake))
            client.CancelPendingRequests();
        _fake.Dispose();

        using var adapty = _fake.CreateClient();
        Assert.NotNull(await adapty.Profiles.FindAsync(_user, Token));
    }

    private sealed class TagHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Tag", "yes");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
