namespace Adapty.Kiota;

/// <summary>Known values of an offer's <c>category</c>. The set is open: compare, and expect others.</summary>
public static class OfferCategories
{
    /// <summary>For new subscribers.</summary>
    public const string Introductory = "introductory";

    /// <summary>For present or former subscribers.</summary>
    public const string Promotional = "promotional";

    /// <summary>Redeemed with a code.</summary>
    public const string OfferCode = "offer_code";

    /// <summary>For former subscribers.</summary>
    public const string WinBack = "win_back";

    /// <summary>For subscribers who are about to leave.</summary>
    public const string Retention = "retention";

    /// <summary>All of these values, in this order.</summary>
    public static IReadOnlyList<string> All { get; } = [Introductory, Promotional, OfferCode, WinBack, Retention];
}
