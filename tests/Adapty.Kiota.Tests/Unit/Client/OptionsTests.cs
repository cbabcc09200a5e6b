using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Client;

/// <summary>Options are refused when the client is made, by name and rule.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void The_defaults()
    {
        var options = new AdaptyClientOptions();

        Assert.Null(options.ApiKey);
        Assert.Equal("https://api.adapty.io/", options.BaseAddress.AbsoluteUri);
        Assert.Equal((10d, 30d), (options.AttemptTimeout.TotalSeconds, options.Timeout.TotalSeconds));
        Assert.Equal((3, 16 * 1024 * 1024), (options.MaxRetries, options.MaxResponseBytes));
        Assert.Same(TimeProvider.System, options.TimeProvider);
    }

    public static TheoryData<string, Action<AdaptyClientOptions>> Wrong => new()
    {
        { "ApiKey", options => options.ApiKey = null },
        { "ApiKey", options => options.ApiKey = "" },
        { "ApiKey", options => options.ApiKey = "a\nb" },
        { "BaseAddress", options => options.BaseAddress = null! },
        { "BaseAddress", options => options.BaseAddress = new Uri("/relative", UriKind.Relative) },
        { "BaseAddress", options => options.BaseAddress = new Uri("http://api.adapty.io") },
        { "BaseAddress", options => options.BaseAddress = new Uri("http://localhost.evil.example") },
        { "BaseAddress", options => options.BaseAddress = new Uri("ftp://api.adapty.io") },
        { "BaseAddress", options => options.BaseAddress = new Uri("https://user:pw@api.adapty.io") },
        { "BaseAddress", options => options.BaseAddress = new Uri("https://api.adapty.io/?a=b") },
        { "BaseAddress", options => options.BaseAddress = new Uri("https://api.adapty.io/#a") },
        { "BaseAddress", options => options.BaseAddress = new Uri(@"https://api.adapty.io/a\evil") },
        { "AttemptTimeout", options => options.AttemptTimeout = TimeSpan.Zero },
        { "AttemptTimeout", options => options.AttemptTimeout = System.Threading.Timeout.InfiniteTimeSpan },
        { "AttemptTimeout", options => options.AttemptTimeout = TimeSpan.FromHours(1) },
        { "Timeout", options => options.Timeout = TimeSpan.FromTicks(-1) },
        { "Timeout", options => options.Timeout = TimeSpan.MaxValue },
        { "MaxRetries", options => options.MaxRetries = -1 },
        { "MaxRetries", options => options.MaxRetries = 11 },
        { "MaxResponseBytes", options => options.MaxResponseBytes = 0 },
        { "TimeProvider", options => options.TimeProvider = null! },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named(string name, Action<AdaptyClientOptions> spoil)
    {
        var options = new AdaptyClientOptions { ApiKey = TestData.Key };
        spoil(options);

        var exception = Assert.Throws<ArgumentException>(() => new AdaptyClient(options));

        Assert.StartsWith(name + " ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pw", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://proxy.example/adapty/")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://[::1]:8080")]
    public void These_addresses_are_fine(string address)
    {
        using var client = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key, BaseAddress = new Uri(address) });
        Assert.NotNull(client.Profiles);
    }

    [Fact]
    public async Task Later_changes_have_no_effect()
    {
        var options = new AdaptyClientOptions { ApiKey = TestData.Key, MaxRetries = 0 };
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var client = new AdaptyClient(options, new HttpClient(handler));
        options.ApiKey = "another";
        options.MaxResponseBytes = 1;

        await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);

        Assert.Equal("Api-Key " + TestData.Key, handler.Requests[0].Headers.Authorization!.ToString());
    }

    [Fact]
    public void Null_is_named() => Assert.Throws<ArgumentNullException>("options", () => new AdaptyClient((AdaptyClientOptions)null!));
}
