namespace Adapty.Kiota.Limits;

/// <summary>
/// The largest numbers that the API documents; lengths are in characters. The client's checks and the fake of
/// Adapty.Kiota.Testing use the same ones.
/// </summary>
internal static class ApiLimits
{
    /// <summary>Of a profile, and of one request.</summary>
    public const int CustomAttributes = 30;

    public const int CustomAttributeKeyLength = 30;

    /// <summary>Some of Adapty's pages say 30.</summary>
    public const int CustomAttributeValueLength = 50;

    public const int StoreTransactionIdLength = 50;

    /// <summary>Currencies in one virtual-currency transaction.</summary>
    public const int VirtualCurrencyItems = 20;

    public const int MetadataEntries = 5;

    public const int MetadataKeyLength = 30;

    public const int MetadataValueLength = 200;

    /// <summary>Paywalls or transactions on one page; the smallest page has 1.</summary>
    public const int PageSize = 100;
}
