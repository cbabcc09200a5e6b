using System.Diagnostics.CodeAnalysis;

namespace Adapty.Kiota.Limits;

/// <summary>Refuses what Adapty is documented to refuse, by place and rule, before anything is sent. Values are never repeated.</summary>
internal static class Rule
{
    /// <summary>Where <see cref="Exception.Data"/> holds the path, for programs that have a name of their own for it.</summary>
    private const string PathKey = "Adapty.Path";

    /// <summary>Where <see cref="Exception.Data"/> holds the rule, which reads on after the path.</summary>
    private const string RuleKey = "Adapty.Rule";

    public static void Require([DoesNotReturnIf(false)] bool kept, string place, string rule)
    {
        if (!kept)
            throw new ArgumentException($"{place} {rule}.", RootOf(place)) { Data = { [PathKey] = place, [RuleKey] = rule } };
    }

    /// <summary>A text that must be there and say something.</summary>
    public static void RequireText([NotNull] string? value, string place) =>
        Require(!string.IsNullOrWhiteSpace(value), place, "is required and must not be blank");

    public static void RequireValue<T>([NotNull] T? value, string place) => Require(value is not null, place, "is required");

    /// <summary>The parameter's name: all places begin with it.</summary>
    private static string RootOf(string place) => place.IndexOfAny(['.', '[']) is >= 0 and var end ? place[..end] : place;
}
