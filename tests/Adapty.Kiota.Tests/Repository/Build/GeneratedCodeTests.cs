using System.Text.Json;
using System.Xml.Linq;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Repository.Build;

/// <summary>The committed client is what the generator made from the committed spec, and nobody edited it.</summary>
public sealed class GeneratedCodeTests
{
    private const string Remedy =
        "Only the generator writes there: change openapi/adapty-server-side.yaml instead, or make it anew with "
        + "`dotnet msbuild build/Kiota.proj -t:RegenerateClient`, and commit generated/, kiota-lock.json and build/generated.sha256.";

    private readonly Manifest _manifest = new(Checkout.Root);

    [Fact]
    public void Generated_files_are_not_edited_by_hand()
    {
        var changed = _manifest.Changed().Where(path => !IsInput(path)).ToList();
        Assert.True(changed.Count == 0, $"Edited or deleted by hand: {string.Join(", ", changed)}. {Remedy}");
    }

    [Fact]
    public void Generated_folder_holds_nothing_else()
    {
        var unknown = Manifest.GeneratedFiles(Checkout.Root).Except(_manifest.Paths).ToList();
        Assert.True(unknown.Count == 0, $"Not made by the generator: {string.Join(", ", unknown)}. {Remedy}");
    }

    [Fact]
    public void Client_is_made_from_the_current_spec_and_arguments()
    {
        Assert.Equal(["build/Kiota.props", "openapi/adapty-server-side.yaml"], _manifest.Paths.Where(IsInput));
        Assert.Contains("generated/AdaptyApiClient.cs", _manifest.Paths);
        Assert.Contains("kiota-lock.json", _manifest.Paths);

        var changed = _manifest.Changed().Where(IsInput).ToList();
        Assert.True(changed.Count == 0, $"Changed after the client was made: {string.Join(", ", changed)}. {Remedy}");
    }

    [Fact]
    public void Lock_file_names_the_spec_and_the_pinned_generator()
    {
        using var lockFile = ReadJson("kiota-lock.json");
        using var tools = ReadJson(".config/dotnet-tools.json");
        var pinned = tools.RootElement.GetProperty("tools").GetProperty("microsoft.openapi.kiota").GetProperty("version").GetString();
        var props = XDocument.Load(Path.Combine(Checkout.Root, "build", "Kiota.props"));

        var spec = lockFile.RootElement.GetProperty("descriptionLocation").GetString()!;
        Assert.Equal("openapi/adapty-server-side.yaml", spec);
        Assert.True(File.Exists(Path.Combine(Checkout.Root, spec)), $"kiota-lock.json names {spec}, which does not exist.");

        Assert.Equal(pinned, lockFile.RootElement.GetProperty("kiotaVersion").GetString());
        Assert.Equal(pinned, props.Descendants("KiotaVersion").Single().Value);
    }

    private static bool IsInput(string path) => path.StartsWith("build/", StringComparison.Ordinal) || path.StartsWith("openapi/", StringComparison.Ordinal);

    private static JsonDocument ReadJson(string path) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, path)));
}
