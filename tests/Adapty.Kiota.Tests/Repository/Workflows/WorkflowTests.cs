using System.Text.RegularExpressions;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Repository.Workflows;

/// <summary>What the linter of .ci/run does not look at in .github/workflows.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. Directory.EnumerateFiles(Folder, "*.yml").Select(path => Path.GetFileName(path))];

    private static string Folder => Path.Combine(Checkout.Root, ".github", "workflows");

    /// <summary>A tag can be moved to other code, a commit cannot.</summary>
    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_to_a_commit_and_says_its_version(string workflow)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, workflow));
        var uses = lines.Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(Pinned(), line));
    }

    [Fact]
    public void An_action_has_one_version_in_all_of_them()
    {
        var lines = Directory.EnumerateFiles(Folder, "*.yml").SelectMany(path => File.ReadAllLines(path));
        var pins = lines.Select(line => Pinned().Match(line)).Where(match => match.Success)
            .Select(match => (Action: match.Groups["action"].Value, Version: match.Groups["version"].Value)).Distinct();

        Assert.All(pins.GroupBy(pin => pin.Action), pin => Assert.Single(pin));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_script_that_is_called_can_be_run(string workflow)
    {
        var scripts = Script().Matches(File.ReadAllText(Path.Combine(Folder, workflow))).Select(match => match.Value).Distinct().ToArray();

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script =>
        {
            var path = Path.Combine(Checkout.Root, script);
            Assert.True(File.Exists(path), $"{script} does not exist");
            // Windows keeps no such mode of a file.
            var runs = OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute);
            Assert.True(runs, $"{script} cannot be run");
        });
    }

    [GeneratedRegex(@"^ +(- )?uses: (?<action>[\w.-]+(/[\w.-]+)+)@(?<version>[0-9a-f]{40} # v\d+\.\d+\.\d+)$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"(?<![\w/.])(build/[\w-]+\.sh|\.ci/\w+)")]
    private static partial Regex Script();
}
