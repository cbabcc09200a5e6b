using System.Diagnostics.CodeAnalysis;

namespace Adapty.Kiota.Limits;

/// <summary>Refuses what Adapty is documented to refuse, by path and rule, before anything is sent. Values are never repeated.</summary>
internal static class Rule
{
    /// <summary>Where <see cref="Exception.Data"/> holds the path, for programs that have a name of their own for it.</summary>
    private const string PathKey = "Adapty.Path";

    /// <summary>Where <see cref="Exception.Data"/> holds the rule, which reads on after the path.</summary>
    private const string RuleKey = "Adapty.Rule";

    public static void Require([DoesNotReturnIf(false)] bool kept, string path, string rule)
    {
        if (!kept)
            throw new ArgumentException($"{path} {rule}.", RootOf(path)) { Data = { [PathKey] = path, [RuleKey] = rule } };
    }

    /// <summary>A string that must be there and say something.</summary>
    public static void RequireString([NotNull] string? value, string path) =>
        Require(!string.IsNullOrWhiteSpace(value), path, "is required and must not be empty or whitespace");

    public static void RequireValue<T>([NotNull] T? value, string path) => Require(value is not null, path, "is required");

    /// <summary>The parameter's name: all paths begin with it.</summary>
    private static string RootOf(string path) => path.IndexOfAny(['.', '[']) is >= 0 and var end ? path[..end] : path;
}
