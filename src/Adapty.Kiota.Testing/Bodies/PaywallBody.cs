using System.Text.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Bodies;

internal static class PaywallBody
{
    /// <summary>As the list has it: without remote configs and screenshot.</summary>
    public static void WriteItem(Utf8JsonWriter writer, Paywall paywall)
    {
        writer.WriteString("title", paywall.Title);
        writer.WriteString("paywall_id", paywall.PaywallId);
        writer.WriteBoolean("use_paywall_builder", paywall.UsePaywallBuilder);
        writer.WriteBoolean("use_paywall_builder_legacy", paywall.UsePaywallBuilderLegacy);
        writer.WriteDate("updated_at", paywall.UpdatedAt);
        writer.WriteDate("created_at", paywall.CreatedAt);
        writer.WriteString("state", paywall.State);
        writer.WriteBoolean("is_deleted", paywall.IsDeleted);
        writer.WriteString("web_purchase_url", paywall.WebPurchaseUrl);
        writer.WriteArray("products", paywall.Products, WriteProduct);
        writer.WriteAdditional(paywall.AdditionalData);
    }

    public static byte[] Write(Paywall paywall) => ApiJson.Write(writer =>
    {
        writer.WriteStartObject();
        WriteItem(writer, paywall);
        writer.WriteArray("remote_configs", paywall.RemoteConfigs, static (writer, config) =>
        {
            writer.WriteString("locale", config.Locale);
            writer.WriteString("data", config.Data);
            writer.WriteAdditional(config.AdditionalData);
        });
        if (paywall.MainScreenshot is { } screenshot)
        {
            writer.WriteStartObject("main_screenshot");
            writer.WriteNumber("image_id", screenshot.ImageId ?? 0);
            writer.WriteString("url", screenshot.Url);
            writer.WriteAdditional(screenshot.AdditionalData);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("main_screenshot");
        }

        writer.WriteEndObject();
    });

    private static void WriteProduct(Utf8JsonWriter writer, PaywallProduct product)
    {
        writer.WriteString("product_id", product.ProductId);
        writer.WriteString("title", product.Title);
        writer.WriteString("product_set", product.ProductSet);
        if (product.Offer is { } offer)
        {
            writer.WriteStartObject("offer");
            writer.WriteString("product_offer_id", offer.ProductOfferId);
            writer.WriteString("title", offer.Title);
            writer.WriteAdditional(offer.AdditionalData);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("offer");
        }

        writer.WriteAdditional(product.AdditionalData);
    }
}
