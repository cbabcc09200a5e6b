using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Repository.Build;

/// <summary>
/// A temporary folder with the repository's build files, where <c>dotnet</c> runs with a fake generator or the restored one.
/// There is an apostrophe and a space in its path, because people have both in theirs.
/// </summary>
internal sealed partial class BuildSandbox : IDisposable
{
    public const string Spec = "openapi/adapty-server-side.yaml";

    private const string Tool = "microsoft.openapi.kiota";
    private const string ToolManifest = ".config/dotnet-tools.json";

    // The fake's spec is a list of models, "- Name" each. Like the real one it writes the lock file with the spec's path
    // relative to the output. @VERSION@ and @END@ differ from test to test.
    private const string FakeGenerator = """
        #!/bin/sh
        here=$(dirname "$0")
        echo "$KIOTA_OFFLINE_ENABLED $KIOTA_CLI_TELEMETRY_OPTOUT $*" >> "$here/calls"
        if [ "$1" = --version ]; then echo "@VERSION@"; exit 0; fi
        while [ $# -gt 0 ]; do
          case "$1" in
            --openapi) spec=$2 ;;
            --output) out=$2 ;;
          esac
          shift
        done
        log() { printf '%s: Kiota[1]\n      %s\n' "$1" "$2"; }
        mkdir -p "$out/Models"
        echo log > "$out/.kiota.log"
        for model in $(sed -n 's/^- //p' "$spec"); do echo "// $model" > "$out/Models/$model.cs"; done
        @END@
        echo "// client" > "$out/AdaptyApiClient.cs"
        printf '{"descriptionLocation": "%s"}' "${spec#"$out"/}" > "$out/kiota-lock.json"
        """;

    public BuildSandbox()
    {
        Root = Directory.CreateTempSubdirectory("adapty's kiota ").FullName;
        foreach (var file in new[] { "build/Kiota.props", "build/Kiota.proj", "build/Kiota.targets", "global.json" })
            Copy(file);

        // The generator alone: the repository's other tools are not used here.
        var tools = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, ToolManifest)))!;
        tools["tools"] = new JsonObject { [Tool] = tools["tools"]![Tool]!.DeepClone() };
        Write(ToolManifest, tools.ToJsonString());
    }

    public string Root { get; }

    /// <summary>The fake generator's path: a space is in it.</summary>
    public string Generator => Path.Combine(Root, "my tools", "kiota");

    /// <summary>What the fake generator was called with, a line a call, with its two environment variables before it.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            var file = Path.Combine(Root, "my tools", "calls");
            return File.Exists(file) ? File.ReadAllLines(file) : [];
        }
    }

    public void Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>The repository's file, at the same path.</summary>
    public void Copy(string path) => Write(path, File.ReadAllText(Path.Combine(Checkout.Root, path)));

    /// <summary>The repository's spec and the client that was made from it.</summary>
    public void CopyClient()
    {
        foreach (var path in (string[])[Spec, "kiota-lock.json", "build/generated.sha256", .. Manifest.GeneratedFiles(Checkout.Root)])
            Copy(path);
    }

    public void WriteSpec(params string[] models) =>
        Write(Spec, "models:\n" + string.Concat(models.Select(model => $"- {model}\n")));

    /// <summary>Writes the fake generator; <paramref name="end"/> is what it does before it writes the client.</summary>
    public void WriteGenerator(string version = "1.38.0+fake", string end = "")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The fake generator is a shell script.");
        Write("my tools/kiota", FakeGenerator.Replace("@VERSION@", version, StringComparison.Ordinal).Replace("@END@", end, StringComparison.Ordinal) + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Generator, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>A client that was made from another spec.</summary>
    public void WriteOldClient()
    {
        Write("generated/AdaptyApiClient.cs", "// old client\n");
        Write("generated/Models/Stale.cs", "// old model\n");
        Write("kiota-lock.json", "{}");
        Write("build/generated.sha256", $"{new string('0', 64)}  {Spec}\n");
    }

    /// <summary>Path and bytes of all that the generation may change, to compare before with after.</summary>
    public IReadOnlyDictionary<string, string> Snapshot() =>
        Manifest.GeneratedFiles(Root).Append("kiota-lock.json").Append("build/generated.sha256")
            .ToDictionary(path => path, path => Convert.ToHexString(File.ReadAllBytes(Path.Combine(Root, path))));

    /// <summary>Runs <c>dotnet msbuild</c> in the sandbox: <c>dotnet build</c> without a restore, and without repeating errors.</summary>
    public Task<BuildResult> BuildAsync(params string[] arguments) =>
        RunAsync(["msbuild", "-nologo", "-tl:off", "-v:minimal", "-nodeReuse:false", .. arguments]);

    /// <summary>Brings the pinned generator. Downloads nothing when the machine has it.</summary>
    public Task<BuildResult> RestoreToolAsync() => RunAsync("tool", "restore");

    private async Task<BuildResult> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        // What a surrounding build leaves in the environment is a property of the inner one.
        foreach (var name in start.Environment.Keys.Where(IsFromSurroundingBuild).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new BuildResult(process.ExitCode, await output + await errors);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static bool IsFromSurroundingBuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Kiota", StringComparison.OrdinalIgnoreCase)
        || name.Equals("ContinuousIntegrationBuild", StringComparison.OrdinalIgnoreCase)
        || name.Equals("TargetFramework", StringComparison.OrdinalIgnoreCase);

    internal sealed partial record BuildResult(int ExitCode, string Output)
    {
        /// <summary>The error lines, as "CODE: message".</summary>
        public IReadOnlyList<string> Errors => ErrorLine().Matches(Output).Select(match => match.Groups[1].Value).ToList();

        [GeneratedRegex(@"\berror (\w+: .*) \[.*\.proj\]")]
        private static partial Regex ErrorLine();
    }
}
