using System.Security.Cryptography;
using System.Text.Json;

namespace Adapty.Kiota.Packages;

/// <summary>The bill of materials that build/sbom.sh wrote beside the packages (SPDX 2.2).</summary>
internal static class Bill
{
    public static string Name(string version) => $"Adapty.Kiota.{version}.spdx.json";

    public static IEnumerable<string> Check(string folder, IEnumerable<string> ids, string version)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Name(version))));
        var bill = document.RootElement;
        if (bill.GetProperty("spdxVersion").GetString() != "SPDX-2.2")
            yield return $"it is {bill.GetProperty("spdxVersion")}";

        var hashes = bill.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("fileName").GetString()!, Sha256);
        string[] packages = [.. from id in ids from extension in new[] { "nupkg", "snupkg" } select $"{id}.{version}.{extension}"];
        foreach (var name in packages)
        {
            var actual = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name))));
            if (!hashes.Remove($"./{name}", out var listed))
                yield return $"{name} is not listed";
            else if (listed != actual)
                yield return $"{name} has the hash {actual}, not {listed}";
        }

        foreach (var name in hashes.Keys)
            yield return $"unexpected: {name}";

        // All that a package says it depends on. A framework is no package.
        var listedPackages = bill.GetProperty("packages").EnumerateArray()
            .Select(package => $"{package.GetProperty("name").GetString()} {package.GetProperty("versionInfo").GetString()}").ToHashSet();
        var dependencies = ids.SelectMany(id => new Package(Path.Combine(folder, $"{id}.{version}.nupkg")).Dependencies)
            .Select(line => line.Split(' ')).Where(parts => parts.Length == 3 && !ids.Contains(parts[1]))
            .Select(parts => $"{parts[1]} {parts[2]}").Distinct().ToArray();
        // And one that only the tool holds.
        if (dependencies.Length == 0 || !listedPackages.Any(line => line.StartsWith("System.CommandLine ", StringComparison.Ordinal)))
            yield return "it does not list what the packages are made of";
        foreach (var dependency in dependencies.Where(dependency => !listedPackages.Contains(dependency)))
            yield return $"the dependency {dependency} is not listed";
    }

    private static string Sha256(JsonElement file) => file.GetProperty("checksums").EnumerateArray()
        .Single(checksum => checksum.GetProperty("algorithm").GetString() == "SHA256").GetProperty("checksumValue").GetString()!;
}
