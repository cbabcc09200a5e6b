namespace Adapty.Kiota.Packages;

/// <summary>
/// Checks the packages that build/packages.sh has made of one commit in two different folders: that they hold and say what
/// they must, and that the files in them are the same, byte for byte; only the times that the archives keep differ.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [var repository, var first, var second, var version, var remote, var hash])
        {
            Console.Error.WriteLine("usage: Adapty.Kiota.Packages REPOSITORY PACKAGES OTHER-PACKAGES VERSION REMOTE COMMIT");
            return 2;
        }

        Dictionary<string, string> projects = new()
        {
            ["Adapty.Kiota"] = "src/Adapty.Kiota",
            ["Adapty.Kiota.AspNetCore"] = "src/Adapty.Kiota.AspNetCore",
            ["Adapty.Kiota.Caching"] = "src/Adapty.Kiota.Caching",
            ["Adapty.Kiota.Testing"] = "src/Adapty.Kiota.Testing",
            ["Adapty.Kiota.Tool"] = "src/Adapty.Kiota.Cli",
        };
        var commit = new Commit(remote, hash);
        var report = new Report();
        report.Check("five packages, each with its symbols, the bill of materials, and nothing else", () => Files(first, projects.Keys, version));
        report.Check("the bill of materials names these packages and what they depend on", () => Bill.Check(first, projects.Keys, version));

        foreach (var (id, project) in projects)
        {
            var package = new Package(Path.Combine(first, $"{id}.{version}.nupkg"));
            var symbols = new Package(Path.Combine(first, $"{id}.{version}.snupkg"));
            report.Check($"{id}: name, licence, tags, repository and commit", () => Contents.Manifest(package, id, version, commit));
            report.Check($"{id}: a README of its own without dead links", () => Contents.Readme(package, repository, $"{project}/README.md"));
            report.Check($"{id}: CHANGELOG, SECURITY, icon", () => Contents.Pages(package, repository));
            report.Check($"{id}: symbols of these assemblies, and the way to each source", () => Symbols.Check(package, symbols, commit));
            report.Check($"{id}: every file in it and in its symbols is that of the other folder", () => Reproducible(package, symbols, second, id, version));
            switch (id)
            {
                case "Adapty.Kiota":
                    report.Check($"{id}: assembly and documentation for both frameworks", () => Contents.Library(package, id, "Adapty.Kiota.AdaptyClient"));
                    report.Check($"{id}: the OpenAPI document, the schema of its configuration, its targets", () => Contents.Copies(
                        package,
                        repository,
                        ("openapi/adapty-server-side.yaml", "openapi/adapty-server-side.yaml"),
                        ("ConfigurationSchema.json", $"{project}/ConfigurationSchema.json"),
                        ($"build/{id}.targets", $"{project}/buildTransitive/{id}.targets"),
                        ($"buildTransitive/{id}.targets", $"{project}/buildTransitive/{id}.targets")));
                    report.Check($"{id}: the lowest dependencies", () => Contents.Dependencies(
                        package,
                        "net8.0 Microsoft.Extensions.Http 8.0.0",
                        "net8.0 Microsoft.Kiota.Abstractions 2.1.2",
                        "net8.0 Microsoft.Kiota.Http.HttpClientLibrary 2.1.2",
                        "net8.0 Microsoft.Kiota.Serialization.Json 2.1.2",
                        "net8.0 System.Diagnostics.DiagnosticSource 9.0.0",
                        "net8.0 System.Text.Json 10.0.0",
                        "net8.0 System.Threading.RateLimiting 8.0.0",
                        "net10.0 Microsoft.Extensions.Http 10.0.0",
                        "net10.0 Microsoft.Kiota.Abstractions 2.1.2",
                        "net10.0 Microsoft.Kiota.Http.HttpClientLibrary 2.1.2",
                        "net10.0 Microsoft.Kiota.Serialization.Json 2.1.2",
                        "net10.0 System.Threading.RateLimiting 10.0.0"));
                    break;
                case "Adapty.Kiota.AspNetCore":
                    report.Check($"{id}: assembly and documentation for both frameworks", () => Contents.Library(
                        package, id, "Adapty.Kiota.AdaptyWebhookEndpointRouteBuilderExtensions"));
                    report.Check($"{id}: depends on Adapty.Kiota and ASP.NET Core alone", () => Contents.Dependencies(
                        package,
                        $"net8.0 Adapty.Kiota {version}",
                        "net8.0 Microsoft.AspNetCore.App",
                        $"net10.0 Adapty.Kiota {version}",
                        "net10.0 Microsoft.AspNetCore.App"));
                    break;
                case "Adapty.Kiota.Caching":
                    report.Check($"{id}: assembly and documentation for both frameworks", () => Contents.Library(package, id, "Adapty.Kiota.ProfileCache"));
                    report.Check($"{id}: depends on Adapty.Kiota of exactly this version, FusionCache and Redis", () => Contents.Dependencies(
                        package,
                        $"net8.0 Adapty.Kiota [{version}]",
                        "net8.0 Microsoft.Extensions.Caching.StackExchangeRedis 10.0.1",
                        "net8.0 StackExchange.Redis 2.13.23",
                        "net8.0 ZiggyCreatures.FusionCache 2.9.0",
                        "net8.0 ZiggyCreatures.FusionCache.Backplane.StackExchangeRedis 2.9.0",
                        $"net10.0 Adapty.Kiota [{version}]",
                        "net10.0 Microsoft.Extensions.Caching.StackExchangeRedis 10.0.1",
                        "net10.0 StackExchange.Redis 2.13.23",
                        "net10.0 ZiggyCreatures.FusionCache 2.9.0",
                        "net10.0 ZiggyCreatures.FusionCache.Backplane.StackExchangeRedis 2.9.0"));
                    break;
                case "Adapty.Kiota.Testing":
                    report.Check($"{id}: assembly and documentation for both frameworks", () => Contents.Library(package, id, "Adapty.Kiota.Testing.FakeAdapty"));
                    report.Check($"{id}: depends on Adapty.Kiota of exactly this version", () => Contents.Dependencies(
                        package, $"net8.0 Adapty.Kiota [{version}]", $"net10.0 Adapty.Kiota [{version}]"));
                    break;
                default:
                    report.Check($"{id}: a tool called adapty, for every platform", () => Contents.Tool(package));
                    report.Check($"{id}: depends on nothing", () => Contents.Dependencies(package));
                    report.Check($"{id}: a notice for each assembly of others that it holds", () => Contents.Notices(package, repository, $"{project}/THIRD-PARTY-NOTICES.md"));
                    break;
            }
        }

        return report.Failed ? 1 : 0;
    }

    private static IEnumerable<string> Files(string folder, IEnumerable<string> ids, string version)
    {
        string[] expected = [.. from id in ids from extension in new[] { "nupkg", "snupkg" } select $"{id}.{version}.{extension}", Bill.Name(version)];
        string[] actual = [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path))];
        return expected.Except(actual).Select(name => $"missing: {name}").Concat(actual.Except(expected).Select(name => $"unexpected: {name}"));
    }

    private static IEnumerable<string> Reproducible(Package package, Package symbols, string second, string id, string version)
    {
        foreach (var (one, other) in new[] { (package, Other("nupkg")), (symbols, Other("snupkg")) })
        {
            if (!one.Paths.Any(path => Path.GetExtension(path) is ".dll" or ".pdb"))
                yield return "there is nothing to compare";
            foreach (var path in one.Paths.Union(other.Paths).Where(path => !one.Bytes(path).SequenceEqual(other.Bytes(path))))
                yield return $"{path} differs";
        }

        Package Other(string extension) => new(Path.Combine(second, $"{id}.{version}.{extension}"));
    }
}
