using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Json;

/// <summary>Kiota makes a wrapper with one property per kind of purchase; in the JSON there is only what it holds.</summary>
internal sealed class SetTransactionRequestConverter : JsonConverter<SetTransactionRequest>
{
    public override SetTransactionRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AdaptyJson.Read(ref reader, AdaptyJson.TypeInfo<PurchaseTransaction>()) switch
        {
            OneTimePurchaseTransaction purchase => new() { OneTimePurchaseTransaction = purchase },
            SubscriptionTransaction subscription => new() { SubscriptionTransaction = subscription },
            _ => throw PurchaseTransactionConverter.UnknownKind(),
        };

    public override void Write(Utf8JsonWriter writer, SetTransactionRequest value, JsonSerializerOptions options)
    {
        PurchaseTransaction purchase = (value.OneTimePurchaseTransaction, value.SubscriptionTransaction) switch
        {
            ({ } oneTimePurchase, null) => oneTimePurchase,
            (null, { } subscription) => subscription,
            _ => throw new UnreadableException("it must have a value in one of its properties"),
        };
        AdaptyJson.Write(writer, purchase, AdaptyJson.TypeInfo<PurchaseTransaction>());
    }
}

/// <summary>Puts the next converter in its place: the base class has a contract of its own, which that needs.</summary>
internal sealed class PurchaseResolver(IJsonTypeInfoResolver models) : IJsonTypeInfoResolver
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => models.GetTypeInfo(type, options) switch
    {
        JsonTypeInfo<PurchaseTransaction> purchase =>
            JsonMetadataServices.CreateValueInfo<PurchaseTransaction>(options, new PurchaseTransactionConverter(purchase)),
        var model => model,
    };
}

/// <summary>The base class of both kinds: a purchase is written as what it is, and read as what its <c>purchase_type</c> says.</summary>
/// <param name="unknown">The contract of the base class alone.</param>
internal sealed class PurchaseTransactionConverter(JsonTypeInfo<PurchaseTransaction> unknown) : JsonConverter<PurchaseTransaction>
{
    public static UnreadableBodyException UnknownKind() =>
        new($"it must be {PurchaseTransaction.OneTimePurchase} or {PurchaseTransaction.Subscription}", "$.purchase_type");

    public override PurchaseTransaction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var peek = reader;
        var purchase = AdaptyJson.Read(ref peek, unknown);
        switch (purchase.PurchaseType)
        {
            case PurchaseTransaction.OneTimePurchase:
                return AdaptyJson.Read(ref reader, AdaptyJson.TypeInfo<OneTimePurchaseTransaction>());
            case PurchaseTransaction.Subscription:
                return AdaptyJson.Read(ref reader, AdaptyJson.TypeInfo<SubscriptionTransaction>());
            default:
                reader = peek;
                return purchase;
        }
    }

    public override void Write(Utf8JsonWriter writer, PurchaseTransaction value, JsonSerializerOptions options)
    {
        var kind = value switch
        {
            OneTimePurchaseTransaction => PurchaseTransaction.OneTimePurchase,
            SubscriptionTransaction => PurchaseTransaction.Subscription,
            _ => value.PurchaseType,
        };
        if (value.PurchaseType != kind)
            throw UnknownKind();
        if (value is OneTimePurchaseTransaction purchase)
            AdaptyJson.Write(writer, purchase, AdaptyJson.TypeInfo<OneTimePurchaseTransaction>());
        else if (value is SubscriptionTransaction subscription)
            AdaptyJson.Write(writer, subscription, AdaptyJson.TypeInfo<SubscriptionTransaction>());
        else
            AdaptyJson.Write(writer, value, unknown);
    }
}
