using System.Text.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Bodies;

internal static class OfferBody
{
    public static void Write(Utf8JsonWriter writer, Offer? offer)
    {
        if (offer is null)
        {
            writer.WriteNull("offer");
            return;
        }

        writer.WriteStartObject("offer");
        writer.WriteString("category", offer.Category ?? offer.OfferCategory);
        writer.WriteString("type", offer.Type ?? offer.OfferType);
        writer.WriteString("id", offer.Id ?? offer.OfferId);
        writer.WriteAdditional(offer.AdditionalData);
        writer.WriteEndObject();
    }
}
