using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Robustness.Hostile;

/// <summary>Which base addresses are taken, and where the key goes with them. Every row is refused, or pinned to the host that stands in it.</summary>
public sealed class BaseAddressTests(ITestOutputHelper output)
{
    /// <summary>The address, and the authority that the request goes to; null when the address is refused.</summary>
    private static readonly (string Name, string Address, string? Authority)[] Rows =
    [
        ("usual", "https://api.adapty.io", "https://api.adapty.io"),
        ("usual port, written out", "https://api.adapty.io:443", "https://api.adapty.io"),
        ("upper case", "HTTPS://API.ADAPTY.IO", "https://api.adapty.io"),
        ("path prefix", "https://gateway.example/adapty", "https://gateway.example"),
        ("path prefix with dots", "https://gateway.example/a/../b", "https://gateway.example"),
        ("other port", "https://api.adapty.io:8443", "https://api.adapty.io:8443"),
        ("look-alike suffix", "https://api.adapty.io.evil.example", "https://api.adapty.io.evil.example"),
        ("host of other letters", "https://\u0430pi.adapty.io", "https://xn--pi-6kc.adapty.io"),
        ("user info", "https://api.adapty.io@evil.example", null),
        ("user info with a password", "https://user:hunter2@api.adapty.io", null),
        ("query", "https://api.adapty.io/?x=1", null),
        ("fragment", "https://api.adapty.io/#x", null),
        ("http", "http://api.adapty.io", null),
        ("http on a host that begins like loopback", "http://127.0.0.1.evil.example", null),
        ("http on a host called like loopback", "http://localhost.evil.example", null),
        ("http on loopback", "http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http on loopback, IPv6", "http://[::1]:8080", "http://[::1]:8080"),
        ("http on loopback by name", "http://localhost:8080", "http://localhost:8080"),
        ("http on an unspecified address", "http://0.0.0.0:8080", null),
        ("http on a private address", "http://192.168.0.1", null),
        ("relative", "/api", null),
        ("without a scheme", "api.adapty.io", null),
        ("file", "file:///etc/passwd", null),
        ("ftp", "ftp://api.adapty.io", null),
        ("backslash in the path", @"https://api.adapty.io/\evil.example", null),
    ];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row(string name)
    {
        var (_, address, authority) = Rows.Single(row => row.Name == name);
        var (exception, sent) = await CallAsync(address);

        if (authority is null)
        {
            Assert.StartsWith("BaseAddress ", Assert.IsType<ArgumentException>(exception).Message, StringComparison.Ordinal);
            Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
            Assert.Null(sent);
        }
        else
        {
            Assert.Null(exception);
            Assert.Equal(authority, sent);
        }
    }

    [Fact]
    public async Task Table()
    {
        output.WriteLine($"| {"base address",-45} | {"pinned to",-41} | {"proved by",-65} |");
        foreach (var (name, address, _) in Rows)
            output.WriteLine($"| {address,-45} | {(await CallAsync(address)).Sent ?? "(refused)",-41} | {$"BaseAddressTests.Row(\"{name}\")",-65} |");

        Assert.Contains($"{Rows.Length} hostile base addresses", File.ReadAllText(Path.Combine(Checkout.Root, "README.md")), StringComparison.Ordinal);
    }

    /// <summary>Makes a client for the address and a call with it: what was thrown, and the authority that the key was sent to.</summary>
    private static async Task<(Exception? Exception, string? Sent)> CallAsync(string address)
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        var exception = await Record.ExceptionAsync(async () =>
        {
            using var client = handler.Client(options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute));
            await client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken);
        });
        var sent = handler.Requests.Select(request => request.RequestUri!).SingleOrDefault();
        return (exception, sent is null ? null : $"{sent.Scheme}://{(sent.HostNameType == UriHostNameType.IPv6 ? sent.Host : sent.IdnHost)}{(sent.IsDefaultPort ? "" : $":{sent.Port}")}");
    }
}
