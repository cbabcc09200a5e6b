using System.Text.RegularExpressions;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Repository.Readme;

/// <summary>What the README shows compiles, and what it says can be run is run.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));

    [Fact]
    public void Every_csharp_block_is_compiled()
    {
        var source = File.ReadAllText(Path.Combine(Checkout.Root, "tests", "Adapty.Kiota.Tests", "Repository", "Readme", "ReadmeSnippets.cs"));
        var compiled = Region().Matches(source).Select(match => Dedent(match.Groups[1].Value)).ToList();
        var shown = CsharpBlock().Matches(Readme).Select(match => match.Groups[1].Value.Trim('\n')).ToList();

        Assert.NotEmpty(shown);
        Assert.Equal(compiled, shown);
    }

    [Theory]
    [InlineData("dotnet run --project src/Adapty.Kiota.Cli -- profile get --customer-user-id user-42 --demo")]
    [InlineData("dotnet test")]
    public void The_first_screen_names_the_two_commands(string command)
    {
        var firstScreen = string.Join('\n', Readme.Split('\n').Take(45));

        Assert.Contains("\n" + command + "\n", firstScreen, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_exception_that_it_names_exists()
    {
        var types = typeof(AdaptyClient).Assembly.GetExportedTypes().Select(type => type.Name).ToHashSet();
        var named = ExceptionName().Matches(Readme).Select(match => match.Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, types));
    }

    private static string Dedent(string text)
    {
        var lines = text.Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..]));
    }

    [GeneratedRegex(@"#region README\n(.*?)#endregion", RegexOptions.Singleline)]
    private static partial Regex Region();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CsharpBlock();

    [GeneratedRegex(@"\bAdapty\w+Exception\b")]
    private static partial Regex ExceptionName();
}
