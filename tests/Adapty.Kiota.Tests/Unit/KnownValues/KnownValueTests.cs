using System.Reflection;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.KnownValues;

/// <summary>The classes that name the known values of an open set.</summary>
public sealed class KnownValueTests
{
    public static TheoryData<string> Classes =>
        [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src/Adapty.Kiota/KnownValues"), "*.cs").Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    [Theory]
    [MemberData(nameof(Classes))]
    public void All_has_every_constant_of_its_class_in_their_order(string name)
    {
        var type = typeof(AdaptyClient).Assembly.GetType($"Adapty.Kiota.{name}", throwOnError: true)!;
        var constants = type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .OrderBy(field => field.MetadataToken).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.NotEmpty(constants);
        Assert.Equal(constants, (IEnumerable<string>)type.GetProperty("All")!.GetValue(null)!);
    }
}
