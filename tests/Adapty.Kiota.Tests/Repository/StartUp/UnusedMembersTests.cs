using System.Text.RegularExpressions;
using Adapty.Kiota.Tests.Repository.Metadata;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Repository.StartUp;

/// <summary>
/// Making a client and calling it looks through no types, opens no file and blocks no thread, the first time as little as
/// later: nothing of that kind is used at all.
/// </summary>
public sealed class UnusedMembersTests
{
    /// <summary>Looking through types. (System.Text.Json's generator names single members, for attributes that nobody asks for.)</summary>
    private const string Reflection =
        @"^System\.(Type\.(Get(Properties|Fields|Methods|Members|Constructors|Interfaces)|MakeGenericType)\(|Reflection\.(Assembly|CustomAttributeExtensions)\.|Activator\.|Linq\.Expressions\.)";

    private const string Files = @"^System\.IO\.(File|Directory|Path)";

    /// <summary>Waiting in place; and an await without ConfigureAwait(false), whose awaiter is of another class.</summary>
    private const string BlockingWaits =
        @"^System\.(Threading\.Tasks\.(Value)?Task(<.*>)?\.(Wait|get_Result)|Runtime\.CompilerServices\.(Value)?TaskAwaiter|Threading\.(Thread\.|Monitor\.Wait|SemaphoreSlim\.Wait\(|ManualResetEvent))";

    public static TheoryData<string> Assemblies => [.. AssemblyMetadata.Built("Adapty.Kiota")];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Nothing_that_makes_a_start_slow_is_used(string path)
    {
        var used = AssemblyMetadata.Used(Path.Combine(Checkout.Root, path));

        // Otherwise a slip in the reading would let everything pass.
        Assert.Contains("System.Type.GetTypeFromHandle(System.RuntimeTypeHandle)", used);
        Assert.Contains(used, name => Regex.IsMatch(name, @"^System\.Threading\.Tasks\.ValueTask(<.*>)?\.ConfigureAwait\("));
        var unwanted = used.Where(name => Regex.IsMatch(name, $"{Reflection}|{Files}|{BlockingWaits}")).ToList();
        Assert.Empty(unwanted);
    }
}
