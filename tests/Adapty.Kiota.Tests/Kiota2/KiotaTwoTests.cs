using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Adapty.Kiota.Tests.Support;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Tests.Kiota2;

/// <summary>
/// An app that also uses an SDK on Kiota 2 gets Kiota 2 for all: what was compiled against 1.22 must not refer to anything that
/// is gone there. The compiler writes down what an assembly refers to, so that can be read without running it.
/// </summary>
public sealed class KiotaTwoTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Adapty.Kiota.Tests/Kiota2");

    private static readonly ImmutableSortedSet<string> Removed =
    [
        .. File.ReadLines(Path.Combine(Folder, "RemovedInKiota2.txt")).Where(line => line.Length > 0 && line[0] != '#'),
    ];

    public static TheoryData<string> Assemblies => [.. Built("Adapty.Kiota"), .. Built("Adapty.Kiota.Testing")];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_member_that_Kiota_2_removed_is_used(string path) =>
        Assert.Empty(KiotaReferences(Path.Combine(Repository.Root, path)).Intersect(Removed));

    [Fact]
    public void What_is_read_are_the_members_of_Kiota()
    {
        var used = KiotaReferences(typeof(AdaptyClient).Assembly.Location);

        Assert.Contains("Microsoft.Kiota.Abstractions.IRequestAdapter", used);
        Assert.Contains("Microsoft.Kiota.Abstractions.Serialization.ISerializationWriter.WriteStringValue(string, string)", used);
        Assert.True(used.Count > 50, $"{used.Count} members");
    }

    /// <summary>Otherwise a slip in the list or in the writing of a signature would let everything pass.</summary>
    [Fact]
    public void Every_removed_member_is_found_in_Kiota_1()
    {
        var kiota = Definitions(typeof(IParseNode).Assembly.Location);

        Assert.Equal(new Version(1, 22), new Version(typeof(IParseNode).Assembly.GetName().Version!.ToString(2)));
        Assert.Empty(Removed.Where(member => member.StartsWith("Microsoft.Kiota.Abstractions.", StringComparison.Ordinal)).Except(kiota));
    }

    /// <summary>The one interface that Kiota 2 gave another member: a class of ours would lack it, and could not be loaded.</summary>
    [Fact]
    public void No_class_implements_what_Kiota_2_changed() =>
        Assert.DoesNotContain(typeof(AdaptyClient).Assembly.GetTypes(), typeof(IParseNodeFactory).IsAssignableFrom);

    /// <summary>For every framework that was built, in this configuration.</summary>
    private static IEnumerable<string> Built(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project, "bin", configuration), project + ".dll", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .Where(path => !path.Contains("publish", StringComparison.Ordinal));
    }

    private static HashSet<string> KiotaReferences(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var names = new SignatureNames(metadata);
        var used = metadata.TypeReferences.Select(handle => names.GetTypeFromReference(metadata, handle, 0)).ToHashSet();
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            var parent = member.Parent.Kind switch
            {
                HandleKind.TypeReference => names.GetTypeFromReference(metadata, (TypeReferenceHandle)member.Parent, 0),
                HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)member.Parent).DecodeSignature(names, null),
                _ => "",
            };
            if (member.GetKind() == MemberReferenceKind.Method)
                used.Add(SignatureNames.Method(parent, metadata.GetString(member.Name), member.DecodeMethodSignature(names, null)));
        }

        used.RemoveWhere(name => !name.StartsWith("Microsoft.Kiota.", StringComparison.Ordinal));
        return used;
    }

    private static HashSet<string> Definitions(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var names = new SignatureNames(metadata);
        var defined = new HashSet<string>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = names.GetTypeFromDefinition(metadata, handle, 0);
            defined.Add(type);
            foreach (var method in metadata.GetTypeDefinition(handle).GetMethods().Select(metadata.GetMethodDefinition))
                defined.Add(SignatureNames.Method(type, metadata.GetString(method.Name), method.DecodeSignature(names, null)));
        }

        return defined;
    }
}
