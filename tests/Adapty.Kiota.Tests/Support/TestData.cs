using System.Reflection;

namespace Adapty.Kiota.Tests.Support;

internal static class TestData
{
    public const string Key = "secret_live_kTr4.zzTOPsecret";
    public const string CustomerId = "member-20417";

    /// <summary>The version of the package, as the assembly says it.</summary>
    public static string PackageVersion { get; } =
        typeof(AdaptyClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static readonly DateTimeOffset Now = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public static ProfileKey Customer => ProfileKey.ForCustomer(CustomerId);

    /// <summary>The 200 body of Adapty's Get profile page.</summary>
    public static string ProfileBody => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "get-profile.json"));

    /// <summary>The smallest body that reads, with one access level made of the given JSON members.</summary>
    public static string BodyWithLevel(string members) =>
        $$$"""{"data":{"profile_id":"5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603","access_levels":[{"access_level_id":"premium",{{{members}}}}]}}""";

    public static async Task<Models.Profile> ReadAsync(string body)
    {
        using var client = StubHandler.Returning(body).Client();
        return await client.Profiles.GetAsync(Customer, TestContext.Current.CancellationToken);
    }

    public static async Task<AdaptyResponseException> UnreadableAsync(string body) =>
        await Assert.ThrowsAsync<AdaptyResponseException>(() => ReadAsync(body));
}
