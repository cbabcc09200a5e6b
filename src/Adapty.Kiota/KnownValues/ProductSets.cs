namespace Adapty.Kiota;

/// <summary>Known values of a product's <c>product_set</c>: how long it lasts. The set is open: compare, and expect others.</summary>
public static class ProductSets
{
    /// <summary>A week.</summary>
    public const string Weekly = "weekly";

    /// <summary>A month.</summary>
    public const string Monthly = "monthly";

    /// <summary>Two months.</summary>
    public const string TwoMonths = "two_months";

    /// <summary>Three months.</summary>
    public const string Trimonthly = "trimonthly";

    /// <summary>Half a year.</summary>
    public const string Semiannual = "semiannual";

    /// <summary>A year.</summary>
    public const string Annual = "annual";

    /// <summary>For life.</summary>
    public const string Lifetime = "lifetime";

    /// <summary>Bought again and again.</summary>
    public const string Consumable = "consumable";

    /// <summary>Bought once.</summary>
    public const string Nonsubscriptions = "nonsubscriptions";

    /// <summary>None of these.</summary>
    public const string Uncategorised = "uncategorised";

    /// <summary>All of these values, in this order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Weekly, Monthly, TwoMonths, Trimonthly, Semiannual, Annual, Lifetime, Consumable, Nonsubscriptions,
        Uncategorised,
    ];
}
