using System.Collections.Immutable;
using Adapty.Kiota.Tests.Metadata;
using Adapty.Kiota.Tests.Support;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Tests.Kiota2;

/// <summary>
/// An app that also uses an SDK on Kiota 2 gets Kiota 2 for all: what was compiled against 1.22 must not refer to anything that
/// is gone there.
/// </summary>
public sealed class KiotaTwoTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Adapty.Kiota.Tests/Kiota2");

    private static readonly ImmutableSortedSet<string> Removed =
    [
        .. File.ReadLines(Path.Combine(Folder, "RemovedInKiota2.txt")).Where(line => line.Length > 0 && line[0] != '#'),
    ];

    public static TheoryData<string> Assemblies => [.. AssemblyMetadata.Built("Adapty.Kiota"), .. AssemblyMetadata.Built("Adapty.Kiota.Testing")];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_member_that_Kiota_2_removed_is_used(string path) =>
        Assert.Empty(AssemblyMetadata.Used(Path.Combine(Repository.Root, path)).Intersect(Removed));

    [Fact]
    public void What_is_read_are_the_members_of_Kiota()
    {
        var used = AssemblyMetadata.Used(typeof(AdaptyClient).Assembly.Location).Where(name => name.StartsWith("Microsoft.Kiota.", StringComparison.Ordinal)).ToList();

        Assert.Contains("Microsoft.Kiota.Abstractions.IRequestAdapter", used);
        Assert.Contains("Microsoft.Kiota.Abstractions.Serialization.ISerializationWriter.WriteStringValue(string, string)", used);
        Assert.True(used.Count > 50, $"{used.Count} members");
    }

    /// <summary>Otherwise a slip in the list or in the writing of a signature would let everything pass.</summary>
    [Fact]
    public void Every_removed_member_is_found_in_Kiota_1()
    {
        var kiota = AssemblyMetadata.Defined(typeof(IParseNode).Assembly.Location);

        Assert.Equal(new Version(1, 22), new Version(typeof(IParseNode).Assembly.GetName().Version!.ToString(2)));
        Assert.Empty(Removed.Where(member => member.StartsWith("Microsoft.Kiota.Abstractions.", StringComparison.Ordinal)).Except(kiota));
    }

    /// <summary>Kiota 2 added a member to this interface, which what was compiled against 1.22 cannot have.</summary>
    [Fact]
    public void No_reader_of_ours_is_one_of_Kiotas() =>
        Assert.DoesNotContain(typeof(AdaptyClient).Assembly.GetTypes(), type => type.IsClass && typeof(IParseNodeFactory).IsAssignableFrom(type));
}
