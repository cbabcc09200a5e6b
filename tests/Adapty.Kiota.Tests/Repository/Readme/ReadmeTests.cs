using System.Text.RegularExpressions;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Repository.Readme;

/// <summary>What the READMEs show compiles, what they name exists, and what they say can be run is run.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = Read("README.md");

    /// <summary>The repository's README, and one beside each project that is packed.</summary>
    public static TheoryData<string> Readmes =>
    [
        "README.md",
        .. Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "src")).Select(project => $"src/{Path.GetFileName(project)}/README.md"),
    ];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_csharp_block_is_compiled(string readme)
    {
        var compiled = Snippets().Where(snippet => snippet.Readmes.Contains(readme)).Select(snippet => snippet.Code);
        var shown = CsharpBlock().Matches(Read(readme)).Select(match => match.Groups[1].Value.Trim('\n'));

        Assert.Equal(compiled.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_compiled_block_is_shown() =>
        Assert.Equal([], Snippets().SelectMany(snippet => snippet.Readmes).Except(Readmes.Select(row => row.Data)));

    [Theory]
    [InlineData("dotnet run --project src/Adapty.Kiota.Cli -- profile get --customer-user-id user-42 --demo")]
    [InlineData("dotnet test")]
    public void The_first_screen_names_the_two_commands(string command)
    {
        var firstScreen = string.Join('\n', Readme.Split('\n').Take(45));

        Assert.Contains("\n" + command + "\n", firstScreen, StringComparison.Ordinal);
    }

    /// <summary>The client's page has a table of all of them.</summary>
    [Fact]
    public void Every_exception_is_named_and_what_is_named_exists()
    {
        var types = typeof(AdaptyClient).Assembly.GetExportedTypes().Select(type => type.Name).Where(name => ExceptionName().IsMatch(name)).Order(StringComparer.Ordinal);
        var named = ExceptionName().Matches(Read("src/Adapty.Kiota/README.md")).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(types, named);
        Assert.All(ExceptionName().Matches(Readme), match => Assert.Contains(match.Value, types));
    }

    [Fact]
    public void Every_file_and_folder_that_it_names_exists()
    {
        var named = RepositoryPath().Matches(Readme).Select(match => match.Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.True(Path.Exists(Path.Combine(Checkout.Root, path)), path));
    }

    [Fact]
    public void Every_test_that_SECURITY_names_exists()
    {
        var named = TestPath().Matches(Read("SECURITY.md")).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.True(File.Exists(Path.Combine(Checkout.Root, "tests", "Adapty.Kiota.Tests", path + ".cs")), path));
    }

    /// <summary>The regions of the compiled files, and the READMEs that each of them names.</summary>
    private static IEnumerable<(string[] Readmes, string Code)> Snippets() =>
        from file in new[] { "tests/Adapty.Kiota.Packages/Apps/SampleApp/Program.cs", "tests/Adapty.Kiota.Tests/Repository/Readme/ReadmeSnippets.cs" }
        from region in Region().Matches(Read(file))
        select (region.Groups["readmes"].Value.Split(", "), Dedent(region.Groups["code"].Value));

    private static string Read(string path) => File.ReadAllText(Path.Combine(Checkout.Root, path));

    private static string Dedent(string text)
    {
        var lines = text.Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..]));
    }

    [GeneratedRegex(@"#region (?<readmes>.*)\n(?<code>[\s\S]*?)#endregion")]
    private static partial Regex Region();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CsharpBlock();

    [GeneratedRegex(@"\bAdapty\w+Exception\b")]
    private static partial Regex ExceptionName();

    [GeneratedRegex(@"(?<=[`( ])(?:src|tests|build|openapi|generated|\.ci)/[\w./-]*")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"`((?:\w+/)+\w+Tests)`")]
    private static partial Regex TestPath();
}
