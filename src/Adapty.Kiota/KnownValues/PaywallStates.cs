namespace Adapty.Kiota;

/// <summary>Known values of a paywall's <c>state</c>. The set is open: compare, and expect others.</summary>
public static class PaywallStates
{
    /// <summary>Not used yet.</summary>
    public const string Draft = "draft";

    /// <summary>Shown to users.</summary>
    public const string Live = "live";

    /// <summary>Not shown any more.</summary>
    public const string Inactive = "inactive";

    /// <summary>Put away.</summary>
    public const string Archived = "archived";

    /// <summary>All of these values, in this order.</summary>
    public static IReadOnlyList<string> All { get; } = [Draft, Live, Inactive, Archived];
}
