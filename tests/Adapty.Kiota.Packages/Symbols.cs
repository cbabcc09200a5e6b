using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace Adapty.Kiota.Packages;

/// <summary>What a debugger of a user needs: symbols that belong to the assemblies, and the way to every source.</summary>
internal static class Symbols
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static IEnumerable<string> Check(Package package, Package symbols, Commit commit)
    {
        string[] own = [.. package.Paths.Where(IsOwnAssembly)];
        if (own.Length == 0)
            yield return "there is no assembly of ours";

        foreach (var path in own)
        {
            foreach (var problem in Check(package.Bytes(path), symbols.Bytes(Path.ChangeExtension(path, ".pdb")), commit))
                yield return $"{path}: {problem}";
        }
    }

    public static bool IsOwnAssembly(string path) => Path.GetFileName(path)
        is "Adapty.Kiota.dll" or "Adapty.Kiota.AspNetCore.dll" or "Adapty.Kiota.Caching.dll" or "Adapty.Kiota.Testing.dll" or "adapty.dll";

    private static IEnumerable<string> Check(byte[] assembly, byte[] symbols, Commit commit)
    {
        if (symbols.Length == 0)
        {
            yield return "no symbols";
            yield break;
        }

        using var pe = new PEReader(new MemoryStream(assembly));
        var wanted = pe.ReadCodeViewDebugDirectoryData(pe.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        var pdb = provider.GetMetadataReader();
        if (new BlobContentId(pdb.DebugMetadataHeader!.Id).Guid != wanted.Guid)
            yield return "the symbols are those of another build";

        if (Blob(pdb, EntityHandle.ModuleDefinition, SourceLink).Length == 0)
        {
            yield return "it does not say where the sources are";
            yield break;
        }

        var (root, address) = Link(pdb);
        if (address != commit.Sources)
            yield return $"the sources are said to be at '{address}', not '{commit.Sources}'";

        var documents = pdb.Documents.Select(handle => (Path: pdb.GetString(pdb.GetDocument(handle).Name), Embedded: Blob(pdb, handle, EmbeddedSource).Length > 0)).ToArray();
        foreach (var (path, _) in documents.Where(document => !document.Path.StartsWith(root, StringComparison.Ordinal)))
            yield return $"{path} is a place of this machine";
        // What a build wrote is in no repository.
        foreach (var (path, embedded) in documents.Where(document => document.Path.Contains("/obj/", StringComparison.Ordinal) != document.Embedded))
            yield return $"{path} is {(embedded ? "" : "not ")}embedded";
        if (documents.All(document => document.Embedded))
            yield return "no source is in the repository";
    }

    /// <summary>The one line of the map: what the paths begin with, and the address that stands for it.</summary>
    private static (string Root, string Address) Link(MetadataReader pdb)
    {
        using var json = JsonDocument.Parse(Blob(pdb, EntityHandle.ModuleDefinition, SourceLink));
        var line = json.RootElement.GetProperty("documents").EnumerateObject().Single();
        return (line.Name.TrimEnd('*'), line.Value.GetString()!);
    }

    private static byte[] Blob(MetadataReader pdb, EntityHandle parent, Guid kind) =>
        pdb.GetCustomDebugInformation(parent).Select(pdb.GetCustomDebugInformation)
            .Where(information => pdb.GetGuid(information.Kind) == kind)
            .Select(information => pdb.GetBlobBytes(information.Value))
            .SingleOrDefault([]);
}
