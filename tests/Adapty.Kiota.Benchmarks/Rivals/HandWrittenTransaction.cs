namespace Adapty.Kiota.Benchmarks.Rivals;

internal sealed class HandWrittenTransaction
{
    public string PurchaseType { get; set; } = "subscription";

    public string Store { get; set; } = "stripe";

    public string StoreProductId { get; set; } = "monthly.premium";

    public string StoreTransactionId { get; set; } = "in_1P9x2eLkdIwHu7ix";

    public string StoreOriginalTransactionId { get; set; } = "sub_1P9x2eLkdIwHu7ix";

    public HandWrittenPrice Price { get; set; } = new();

    public DateTimeOffset PurchasedAt { get; set; } = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset OriginallyPurchasedAt { get; set; } = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset ExpiresAt { get; set; } = new(2031, 4, 10, 12, 0, 0, TimeSpan.Zero);

    public bool RenewStatus { get; set; } = true;
}

internal sealed class HandWrittenPrice
{
    public string Country { get; set; } = "DE";

    public string Currency { get; set; } = "EUR";

    public decimal Value { get; set; } = 9.99m;
}
