namespace Adapty.Kiota;

/// <summary>Known values of <c>environment</c>, in the exact case. The set is open: compare, and expect others.</summary>
public static class Environments
{
    /// <summary>A real purchase.</summary>
    public const string Production = "Production";

    /// <summary>A purchase in a store's test environment.</summary>
    public const string Sandbox = "Sandbox";

    /// <summary>All of these values, in this order.</summary>
    public static IReadOnlyList<string> All { get; } = [Production, Sandbox];
}
