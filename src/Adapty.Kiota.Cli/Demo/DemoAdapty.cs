using System.Text;
using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Cli.Demo;

/// <summary>An Adapty in memory that knows one user: the example on the page of Get profile in Adapty's documentation.</summary>
internal static class DemoAdapty
{
    public const string CustomerUserId = "user-42";
    public const string ProfileId = "d8533a10-bcce-4e33-8c9d-88b05ac56559";

    /// <summary>A paywall that the demo knows.</summary>
    public const string PaywallId = "0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0";

    public static FakeAdapty Create(TimeProvider timeProvider)
    {
        var adapty = new FakeAdapty(timeProvider);
        adapty.AddProfileJson(ReadExample(), ProfileKey.ForCustomer(CustomerUserId));
        return adapty;
    }

    private static string ReadExample()
    {
        using var stream = typeof(DemoAdapty).Assembly.GetManifestResourceStream("get-profile.json")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
