namespace Adapty.Kiota;

/// <summary>Known values of the refund saver's <c>custom_preference</c>. The set is open: compare, and expect others.</summary>
public static class RefundPreferences
{
    /// <summary>Ask Apple to grant the refund.</summary>
    public const string Grant = "grant";

    /// <summary>Leave it to Apple.</summary>
    public const string NoPreference = "no_preference";

    /// <summary>Ask Apple to decline the refund.</summary>
    public const string Decline = "decline";

    /// <summary>All of these values, in this order.</summary>
    public static IReadOnlyList<string> All { get; } = [Grant, NoPreference, Decline];
}
