using System.Text.RegularExpressions;

namespace Adapty.Kiota.Tests.Repository.Build;

/// <summary>Regenerating is a build step: build/Kiota.proj and Kiota.targets, with a fake generator and with the restored one.</summary>
public sealed class RegenerationTests : IDisposable
{
    private const string Ensure = "-t:EnsureClient";
    private const string Project = "build/Kiota.proj";

    private const string OfferProperties = @"    Offer:\n[\s\S]*?      properties:\n";

    // The parts of a multi-targeted project that matter here, without its packages.
    private const string Inner = "Inner.proj";
    private const string InnerProject = """
        <Project DefaultTargets="Outer">
          <Import Project="build/Kiota.targets" />
          <Target Name="BeforeBuild" />
          <Target Name="Build" DependsOnTargets="BeforeBuild">
            <Message Importance="high" Text="$(TargetFramework) compiles @(Compile->'%(Filename)', ' and ')" />
          </Target>
          <Target Name="Outer">
            <ItemGroup>
              <Inner Include="$(MSBuildProjectFullPath)" AdditionalProperties="TargetFramework=net8.0" />
              <Inner Include="$(MSBuildProjectFullPath)" AdditionalProperties="TargetFramework=net10.0" />
            </ItemGroup>
            <MSBuild Projects="@(Inner)" Targets="Build" BuildInParallel="true" />
          </Target>
        </Project>
        """;

    private readonly BuildSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    private string Command => $"-p:KiotaCommand={_sandbox.Generator}";

    [Fact]
    public async Task Changed_inputs_regenerate_exactly_and_unchanged_ones_start_nothing()
    {
        _sandbox.WriteGenerator();
        _sandbox.WriteOldClient();
        _sandbox.WriteSpec("Profile", "Offer");

        await SucceedAsync(Project, Ensure, Command);

        AssertGenerated("AdaptyApiClient.cs", "Models/Offer.cs", "Models/Profile.cs");
        Assert.Equal("""{"descriptionLocation": "openapi/adapty-server-side.yaml"}""", Read("kiota-lock.json"));
        Assert.False(Directory.Exists(Path.Combine(_sandbox.Root, "src", "Adapty.Kiota", "obj", "kiota")));
        AssertManifestIsRight();
        Assert.Equal(2, _sandbox.Calls.Count);
        Assert.Equal("true 1 --version", _sandbox.Calls[0]);
        Assert.StartsWith("true 1 generate --openapi ", _sandbox.Calls[1], StringComparison.Ordinal);
        Assert.EndsWith(
            " --language CSharp --class-name AdaptyApiClient --namespace-name Adapty.Kiota --exclude-backward-compatible"
            + " --serializer none --deserializer none --structured-mime-types application/json",
            _sandbox.Calls[1],
            StringComparison.Ordinal);

        // Unchanged, but newer than all that was made from it; and there is no generator.
        var made = _sandbox.Snapshot();
        File.SetLastWriteTimeUtc(Path.Combine(_sandbox.Root, "openapi", "adapty-server-side.yaml"), DateTime.UtcNow.AddHours(1));
        await SucceedAsync(Project, Ensure, "-p:KiotaCommand=/no/such/kiota", "-p:ContinuousIntegrationBuild=true");
        Assert.Equal(made, _sandbox.Snapshot());

        // A model is gone, another is new.
        _sandbox.WriteSpec("Profile", "AccessLevel");
        await SucceedAsync(Project, Ensure, Command);
        AssertGenerated("AdaptyApiClient.cs", "Models/AccessLevel.cs", "Models/Profile.cs");
        AssertManifestIsRight();

        // The generator's arguments are an input too. (The command is relative to where the build is started.)
        Edit("build/Kiota.props", ">application/json<", ">application/json application/vnd.api+json<");
        await SucceedAsync(Project, Ensure, "-p:KiotaCommand=my tools/kiota");
        Assert.EndsWith(
            " --structured-mime-types application/json --structured-mime-types application/vnd.api+json",
            _sandbox.Calls[^1],
            StringComparison.Ordinal);
        AssertManifestIsRight();
        Assert.Equal(6, _sandbox.Calls.Count);
    }

    [Theory]
    [InlineData("echo 'x.yaml : error : boom' >&2; echo 'warning X1: hm'; exit 1", 1, "x.yaml : error : boom", "warning X1: hm")]
    [InlineData("log crit '\"a\" isn`t; (b) * %20'; echo '         at C.M()'; exit 134", 134, "\"a\" isn`t; (b) * %20")]
    [InlineData("exit 0", 0)]
    [InlineData("log warn one; log fail two; log info fine", 0, "one", "two")]
    public async Task What_Kiota_logs_or_prints_as_it_fails_is_an_error_a_line_and_leaves_the_client_as_it_was(
        string end, int exitCode, params string[] problems)
    {
        _sandbox.WriteGenerator(end: end);

        var errors = await FailAsync("KIOTA004", Command);

        var first = $"The spec could not be turned into a client; generated/ is unchanged. Kiota (exit code {exitCode}):";
        Assert.Equal($"KIOTA004: {first}", errors[0]);
        // Which of Kiota's two streams is read first is not decided by which was written first.
        Assert.Equal(problems.Select(line => $"KIOTA004: {line}").Order(StringComparer.Ordinal), errors.Skip(1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Missing_generator_is_one_error_that_says_what_to_run()
    {
        var error = await FailOnceAsync("KIOTA002", "-p:KiotaCommand=/no/such/kiota");

        Assert.Contains("dotnet tool restore", error, StringComparison.Ordinal);
        Assert.Contains("-p:KiotaCommand=", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_of_the_generator_is_refused()
    {
        _sandbox.WriteGenerator(version: "1.38.01+fake");

        var error = await FailOnceAsync("KIOTA003", Command);

        Assert.Contains("Kiota 1.38.0,", error, StringComparison.Ordinal);
        Assert.Contains("'1.38.01+fake'", error, StringComparison.Ordinal);
        Assert.Single(_sandbox.Calls);
    }

    [Fact]
    public async Task Build_server_refuses_a_stale_client_and_starts_nothing()
    {
        _sandbox.WriteGenerator();

        var error = await FailOnceAsync("KIOTA001", Command, "-p:ContinuousIntegrationBuild=true");

        Assert.Contains("`dotnet build`", error, StringComparison.Ordinal);
        Assert.Contains("commit", error, StringComparison.Ordinal);
        Assert.Empty(_sandbox.Calls);
    }

    [Fact]
    public async Task Parallel_inner_builds_generate_once_and_compile_what_is_new()
    {
        // Slow, so that the second node is up before the first inner build's generation is done.
        _sandbox.WriteGenerator(end: "sleep 2");
        _sandbox.WriteOldClient();
        _sandbox.WriteSpec("Profile");
        _sandbox.Write(Inner, InnerProject);

        var result = await SucceedAsync(Inner, "-m:2", Command);

        Assert.Contains("net8.0 compiles AdaptyApiClient and Profile" + Environment.NewLine, result.Output, StringComparison.Ordinal);
        Assert.Contains("net10.0 compiles AdaptyApiClient and Profile" + Environment.NewLine, result.Output, StringComparison.Ordinal);
        Assert.Equal(2, _sandbox.Calls.Count);
    }

    /// <summary>What somebody does who edits the description: <c>dotnet tool restore</c>, and <c>dotnet build</c>.</summary>
    [Fact]
    public async Task Restored_generator_gives_the_committed_client_and_after_an_edit_changes_exactly_what_the_edit_is_about()
    {
        _sandbox.CopyClient();
        _sandbox.Write(Inner, InnerProject);
        await RestoreAsync();
        var committed = _sandbox.Snapshot();

        await SucceedAsync(Project, "-t:RegenerateClient");
        Assert.Equal(committed, _sandbox.Snapshot());

        Edit(BuildSandbox.Spec, OfferProperties, "$0        shade:\n          type: string\n          description: Not a property of Adapty's.\n");
        await SucceedAsync(Inner);

        var edited = _sandbox.Snapshot();
        Assert.Equal(committed.Keys, edited.Keys);
        var changed = edited.Keys.Where(path => edited[path] != committed[path]);
        Assert.Equal(["generated/Models/Offer.cs", "kiota-lock.json", "build/generated.sha256"], changed);
        Assert.Contains("public string? Shade", Read("generated/Models/Offer.cs"), StringComparison.Ordinal);
        AssertManifestIsRight();
    }

    [Fact]
    public async Task What_the_restored_generator_understands_only_in_part_is_an_error_in_its_own_words()
    {
        _sandbox.CopyClient();
        await RestoreAsync();
        Edit(BuildSandbox.Spec, "  title:", "  titel:");
        Edit(BuildSandbox.Spec, OfferProperties, "$0        shade:\n          $ref: '#/components/schemas/Shade'\n");
        var before = _sandbox.Snapshot();

        var result = await _sandbox.BuildAsync(Project, Ensure);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("KIOTA004: OpenAPI error:  - titel is not a valid property at #/info", result.Errors);
        const string dangling = "The schema reference '#/components/schemas/Shade' does not point to an existing schema.";
        Assert.Contains(result.Errors, error => error.EndsWith(dangling, StringComparison.Ordinal));
        Assert.Equal(before, _sandbox.Snapshot());
    }

    private async Task<BuildSandbox.BuildResult> SucceedAsync(params string[] arguments)
    {
        var result = await _sandbox.BuildAsync(arguments);
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.DoesNotContain("warning ", result.Output, StringComparison.OrdinalIgnoreCase);
        return result;
    }

    private async Task RestoreAsync()
    {
        var result = await _sandbox.RestoreToolAsync();
        Assert.True(result.ExitCode == 0, result.Output);
    }

    private void Edit(string path, string pattern, string replacement)
    {
        var text = Read(path);
        Assert.Matches(pattern, text);
        _sandbox.Write(path, new Regex(pattern).Replace(text, replacement, 1));
    }

    private async Task<string> FailOnceAsync(string code, params string[] arguments) => Assert.Single(await FailAsync(code, arguments));

    /// <summary>Runs with a stale client; the build must fail with this one error, about the spec, and change nothing.</summary>
    private async Task<IReadOnlyList<string>> FailAsync(string code, params string[] arguments)
    {
        _sandbox.WriteOldClient();
        _sandbox.WriteSpec("Profile");
        var before = _sandbox.Snapshot();

        var result = await _sandbox.BuildAsync([Project, Ensure, .. arguments]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.All(result.Errors, error => Assert.StartsWith(code + ": ", error, StringComparison.Ordinal));
        Assert.Contains($"adapty-server-side.yaml : error {code}", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning MSB", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, _sandbox.Snapshot());
        return result.Errors;
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_sandbox.Root, path));

    private void AssertGenerated(params string[] files) =>
        Assert.Equal(files.Select(file => $"generated/{file}"), Manifest.GeneratedFiles(_sandbox.Root));

    private void AssertManifestIsRight()
    {
        var manifest = new Manifest(_sandbox.Root);
        Assert.Empty(manifest.Changed());
        Assert.Equal(
            ["build/Kiota.props", .. Manifest.GeneratedFiles(_sandbox.Root), "kiota-lock.json", BuildSandbox.Spec],
            manifest.Paths);
        var text = Read("build/generated.sha256");
        Assert.EndsWith("adapty-server-side.yaml" + Environment.NewLine, text, StringComparison.Ordinal);
    }
}
