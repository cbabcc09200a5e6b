namespace Adapty.Kiota;

/// <summary>Known values of <c>gender</c>. The set is open: compare, and expect others.</summary>
public static class Genders
{
    /// <summary>Female.</summary>
    public const string Female = "f";

    /// <summary>Male.</summary>
    public const string Male = "m";

    /// <summary>Other.</summary>
    public const string Other = "o";

    /// <summary>All of these values, in this order.</summary>
    public static IReadOnlyList<string> All { get; } = [Female, Male, Other];
}
