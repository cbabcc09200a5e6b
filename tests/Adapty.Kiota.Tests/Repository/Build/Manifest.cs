using System.Security.Cryptography;

namespace Adapty.Kiota.Tests.Repository.Build;

/// <summary>build/generated.sha256, checked as the build writes it: hashes of the content with LF, as git stores it.</summary>
internal sealed class Manifest
{
    private readonly string _root;
    private readonly List<(string Hash, string Path)> _entries;

    public Manifest(string root)
    {
        _root = root;
        _entries = File.ReadAllLines(Path.Combine(root, "build", "generated.sha256"))
            .Select(line => line.Split("  ", 2))
            .Select(parts => (parts[0], parts[1]))
            .ToList();
    }

    public IReadOnlyList<string> Paths => _entries.ConvertAll(entry => entry.Path);

    /// <summary>The listed files that are gone or whose content is another.</summary>
    public IReadOnlyList<string> Changed() =>
        _entries.Where(entry => Hash(Path.Combine(_root, entry.Path)) != entry.Hash).Select(entry => entry.Path).ToList();

    /// <summary>What is in generated/, as the manifest names it. The generator's log is not part of it, nor of git.</summary>
    public static IReadOnlyList<string> GeneratedFiles(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, "generated"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.EndsWith("/.kiota.log", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();

    private static string? Hash(string file) =>
        File.Exists(file)
            ? Convert.ToHexStringLower(SHA256.HashData(WithLineFeeds(File.ReadAllBytes(file))))
            : null;

    private static byte[] WithLineFeeds(byte[] content) =>
        content.Where((value, i) => value != '\r' || i + 1 == content.Length || content[i + 1] != '\n').ToArray();
}
