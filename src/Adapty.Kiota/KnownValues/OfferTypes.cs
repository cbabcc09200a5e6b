namespace Adapty.Kiota;

/// <summary>Known values of an offer's <c>type</c>. The set is open: compare, and expect others.</summary>
public static class OfferTypes
{
    /// <summary>Nothing is paid for a time.</summary>
    public const string FreeTrial = "free_trial";

    /// <summary>A lower price for some periods.</summary>
    public const string PayAsYouGo = "pay_as_you_go";

    /// <summary>One lower price for a longer time.</summary>
    public const string PayUpFront = "pay_up_front";

    /// <summary>Not known to Adapty.</summary>
    public const string Unknown = "unknown";

    /// <summary>All of these values, in this order.</summary>
    public static IReadOnlyList<string> All { get; } = [FreeTrial, PayAsYouGo, PayUpFront, Unknown];
}
