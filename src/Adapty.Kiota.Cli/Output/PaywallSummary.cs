using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Output;

/// <summary>A paywall for people.</summary>
internal static class PaywallSummary
{
    public static void Write(TextWriter output, Paywall paywall)
    {
        Field.Write(output, "Paywall id", paywall.PaywallId);
        Field.Write(output, "Title", paywall.Title);
        Field.Write(output, "State", paywall.IsDeleted == true ? $"{paywall.State}, deleted" : paywall.State);
        Field.Write(output, "Created", Text(paywall.CreatedAt));
        Field.Write(output, "Updated", Text(paywall.UpdatedAt));
        Field.Write(output, "Web purchase", paywall.WebPurchaseUrl, none: "none");
        WriteProducts(output, paywall.Products ?? []);
        WriteConfigs(output, paywall.RemoteConfigs ?? []);
    }

    private static string? Text(DateTimeOffset? instant) => instant is { } known ? Instant.Of(known) : null;

    private static void WriteProducts(TextWriter output, List<PaywallProduct> products)
    {
        var table = new TextTable("PRODUCT ID", "SET", "TITLE", "OFFER");
        foreach (var product in products)
            table.Add(product.ProductId, product.ProductSet, product.Title, product.Offer?.Title);
        table.WriteBlock(output, "Products");
    }

    private static void WriteConfigs(TextWriter output, List<RemoteConfig> configs)
    {
        var table = new TextTable("LOCALE", "DATA");
        foreach (var config in configs)
            table.Add(config.Locale, config.Data);
        table.WriteBlock(output, "Remote configs");
    }
}
