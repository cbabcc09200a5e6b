using System.Buffers.Binary;
using System.Text.RegularExpressions;

namespace Adapty.Kiota.Packages;

/// <summary>What a package must hold and say.</summary>
internal static partial class Contents
{
    private const int IconSize = 128;
    private const int IconBytes = 10_000;

    public static IEnumerable<string> Manifest(Package package, string id, string version, Commit commit)
    {
        (string Name, string Expected, string Actual)[] metadata =
        [
            ("id", id, package.Metadata("id")),
            ("version", version, package.Metadata("version")),
            ("license", "MIT", package.Metadata("license")),
            ("license type", "expression", package.Metadata("license", "type")),
            ("readme", "README.md", package.Metadata("readme")),
            ("icon", "icon.png", package.Metadata("icon")),
            ("repository url", commit.Remote, package.Metadata("repository", "url")),
            ("repository commit", commit.Hash, package.Metadata("repository", "commit")),
        ];
        foreach (var (name, expected, actual) in metadata.Where(line => line.Expected != line.Actual))
            yield return $"{name} is '{actual}', not '{expected}'";

        foreach (var name in new[] { "authors", "copyright", "description", "releaseNotes" }.Where(name => package.Metadata(name).Length == 0))
            yield return $"{name} is empty";
        if (!package.Metadata("tags").Split(' ').Contains("adapty"))
            yield return $"tags are '{package.Metadata("tags")}'";
    }

    /// <summary>The project's own page.</summary>
    public static IEnumerable<string> Readme(Package package, string repository, string source)
    {
        foreach (var problem in Copies(package, repository, ("README.md", source)))
            yield return problem;
        foreach (Match link in Link().Matches(package.Text("README.md")))
        {
            if (!link.Groups["target"].Value.StartsWith("https://", StringComparison.Ordinal))
                yield return $"README.md has a link that leads nowhere: {link.Value}";
        }
    }

    /// <summary>The files that every package has.</summary>
    public static IEnumerable<string> Pages(Package package, string repository)
    {
        foreach (var problem in Copies(package, repository, ("CHANGELOG.md", "CHANGELOG.md"), ("SECURITY.md", "SECURITY.md"), ("icon.png", "build/icon.png")))
            yield return problem;

        var icon = package.Bytes("icon.png");
        if (icon.Length is < 24 or > IconBytes
            || BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)) != IconSize
            || BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)) != IconSize)
            yield return $"the icon has {icon.Length} bytes, or is not of {IconSize} × {IconSize}";
    }

    /// <summary>For each framework the assembly and its documentation, and nothing else.</summary>
    public static IEnumerable<string> Library(Package package, string id, string type)
    {
        string[] expected = [.. from framework in new[] { "net10.0", "net8.0" } from extension in new[] { "dll", "xml" } select $"lib/{framework}/{id}.{extension}"];
        string[] actual = [.. package.Paths.Where(path => path.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        if (!actual.SequenceEqual(expected))
            yield return $"lib/ holds {string.Join(", ", actual)}";

        foreach (var path in expected.Where(path => path.EndsWith(".xml", StringComparison.Ordinal)))
        {
            var summary = package.Xml(path).Descendants("member").SingleOrDefault(member => member.Attribute("name")?.Value == $"T:{type}")?.Element("summary");
            if (string.IsNullOrWhiteSpace(summary?.Value))
                yield return $"{path} does not say what {type} is";
        }
    }

    /// <summary>Files of the package that are files of the repository.</summary>
    public static IEnumerable<string> Copies(Package package, string repository, params (string Path, string Source)[] files) =>
        from file in files
        where !package.Bytes(file.Path).SequenceEqual(File.ReadAllBytes(Path.Combine(repository, file.Source)))
        select $"{file.Path} is missing or not {file.Source}";

    public static IEnumerable<string> Tool(Package package)
    {
        if (!package.Types.SequenceEqual(["DotnetTool"]))
            yield return $"its types are {string.Join(", ", package.Types)}";
        var settings = package.Paths.Where(path => path.EndsWith("/DotnetToolSettings.xml", StringComparison.Ordinal)).ToArray();
        if (settings is not ["tools/net10.0/any/DotnetToolSettings.xml"])
            yield return $"it is a tool for {string.Join(", ", settings)}";
        else if (package.Xml(settings[0]).Descendants("Command").Single().Attribute("Name")?.Value != "adapty")
            yield return "the command is not called adapty";
    }

    /// <summary>The rows of the table are the assemblies of others in the package, and the text of each licence is below it.</summary>
    public static IEnumerable<string> Notices(Package package, string repository, string source)
    {
        foreach (var problem in Copies(package, repository, ("THIRD-PARTY-NOTICES.md", source)))
            yield return problem;

        var text = package.Text("THIRD-PARTY-NOTICES.md");
        var rows = Notice().Matches(text).ToDictionary(row => row.Groups["assembly"].Value, row => row.Groups["license"].Value);
        string[] others = [.. package.Paths.Where(path => path.EndsWith(".dll", StringComparison.Ordinal) && !Symbols.IsOwnAssembly(path))
            .Select(path => Path.GetFileNameWithoutExtension(path)).Distinct()];
        if (others.Length == 0)
            yield return "there is no assembly of others: the check reads the package wrongly";
        foreach (var name in others.Except(rows.Keys))
            yield return $"THIRD-PARTY-NOTICES.md lacks {name}";
        foreach (var name in rows.Keys.Except(others))
            yield return $"THIRD-PARTY-NOTICES.md names {name}, which is not in the package";
        foreach (var license in rows.Values.Distinct().Where(license => !text.Contains($"\n## {license}\n", StringComparison.Ordinal)))
            yield return $"THIRD-PARTY-NOTICES.md lacks the text of {license}";
    }

    public static IEnumerable<string> Dependencies(Package package, params string[] expected)
    {
        string[] actual = [.. package.Dependencies];
        foreach (var line in actual.Except(expected))
            yield return $"unexpected: {line}";
        foreach (var line in expected.Except(actual))
            yield return $"missing: {line}";
    }

    [GeneratedRegex(@"^\| (?!Assembly )(?<assembly>\w+(\.\w+)*) \| (?<license>\S+) \| \S.* \|$", RegexOptions.Multiline)]
    private static partial Regex Notice();

    [GeneratedRegex(@"\[[^\]]+\]\((?<target>[^)]+)\)")]
    private static partial Regex Link();
}
