using System.Text.Json.Serialization;

namespace Adapty.Kiota.Models;

// CUSTOM: the generator makes a property for each of two spellings.

/// <content>Adapty spells an offer's fields in two ways, even within one response; after reading, only one is left to look at.</content>
public partial class Offer : IJsonOnDeserialized
{
    void IJsonOnDeserialized.OnDeserialized()
    {
        (Category, OfferCategory) = (Category ?? OfferCategory, null);
        (Type, OfferType) = (Type ?? OfferType, null);
        (Id, OfferId) = (Id ?? OfferId, null);
    }
}
