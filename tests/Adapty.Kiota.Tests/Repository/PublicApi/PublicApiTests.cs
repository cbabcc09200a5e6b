using Adapty.Kiota.Testing;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Repository.PublicApi;

/// <summary>What the packages show to their users is committed, so that a change of it is seen in review.</summary>
public sealed class PublicApiTests
{
    private const string Rewrite = "REWRITE_PUBLIC_API";

    public static TheoryData<string> Packages => ["Adapty.Kiota", "Adapty.Kiota.Testing"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_api_is_the_committed_one(string package)
    {
        var assembly = package == "Adapty.Kiota" ? typeof(AdaptyClient).Assembly : typeof(FakeAdapty).Assembly;
        var file = Path.Combine(Checkout.Root, "tests/Adapty.Kiota.Tests/Repository/PublicApi", package + ".txt");
        var actual = ApiText.Of(assembly);
        if (Environment.GetEnvironmentVariable(Rewrite) is "1" or "true")
            File.WriteAllText(file, actual);

        var committed = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";

        Assert.True(committed == actual, $"""
            The public API of {package} is not what {Path.GetRelativePath(Checkout.Root, file)} says.
            {Difference(committed, actual)}
            If that is meant, rewrite the file and commit it: {Rewrite}=1 dotnet test --filter PublicApi
            """);
    }

    [Fact]
    public void The_list_has_what_is_public_and_nothing_else()
    {
        var text = ApiText.Of(typeof(AdaptyClient).Assembly);

        Assert.Contains("\npublic class Adapty.Kiota.AdaptyClient : System.IDisposable\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\n    virtual System.Threading.Tasks.Task<Adapty.Kiota.Models.Profile?> FindAsync(Adapty.Kiota.ProfileKey key, System.Threading.CancellationToken cancellationToken = default)\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains("\n    System.DateTimeOffset? ExpiresAt { get; set; }\n", text, StringComparison.Ordinal);
        Assert.Contains("\n    const string AppStore = \"app_store\"\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Calls.RequestAdapter", text, StringComparison.Ordinal);
    }

    /// <summary>The lines of one that the other has not, each with its type.</summary>
    private static string Difference(string committed, string actual)
    {
        var (before, after) = (Qualified(committed), Qualified(actual));
        string[] lines = [.. before.Except(after).Select(line => "- " + line), .. after.Except(before).Select(line => "+ " + line)];
        return string.Join('\n', lines.Length > 0 ? lines : ["Only the order of the lines differs."]);
    }

    private static List<string> Qualified(string text)
    {
        var lines = new List<string>();
        var type = "";
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith(' '))
                lines.Add(type = line);
            else
                lines.Add($"{type} … {line.Trim()}");
        }

        return lines;
    }
}
