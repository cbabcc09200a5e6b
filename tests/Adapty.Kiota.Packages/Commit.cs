namespace Adapty.Kiota.Packages;

/// <summary>What was packed: the commit, and where it can be found.</summary>
internal sealed record Commit(string Remote, string Hash)
{
    /// <summary>Where a debugger reads the sources.</summary>
    public string Sources => $"{Remote.Replace("https://github.com/", "https://raw.githubusercontent.com/", StringComparison.Ordinal)[..^".git".Length]}/{Hash}/*";
}
