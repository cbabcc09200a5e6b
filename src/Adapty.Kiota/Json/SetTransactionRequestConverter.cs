using System.Text.Json;
using System.Text.Json.Serialization;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Json;

/// <summary>Kiota makes a wrapper with one property per kind of purchase; in the JSON there is only what it holds.</summary>
internal sealed class SetTransactionRequestConverter : JsonConverter<SetTransactionRequest>
{
    public override SetTransactionRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var peek = reader;
        var kind = JsonSerializer.Deserialize(ref peek, AdaptyJson.TypeInfo<PurchaseTransaction>())?.PurchaseType;
        return kind switch
        {
            PurchaseTransaction.OneTimePurchase => new() { OneTimePurchaseTransaction = JsonSerializer.Deserialize(ref reader, AdaptyJson.TypeInfo<OneTimePurchaseTransaction>()) },
            PurchaseTransaction.Subscription => new() { SubscriptionTransaction = JsonSerializer.Deserialize(ref reader, AdaptyJson.TypeInfo<SubscriptionTransaction>()) },
            _ => throw new UnreadableException($"the purchase_type must be {PurchaseTransaction.OneTimePurchase} or {PurchaseTransaction.Subscription}"),
        };
    }

    public override void Write(Utf8JsonWriter writer, SetTransactionRequest value, JsonSerializerOptions options)
    {
        if (value.OneTimePurchaseTransaction is { } oneTimePurchase)
            JsonSerializer.Serialize(writer, oneTimePurchase, AdaptyJson.TypeInfo<OneTimePurchaseTransaction>());
        else if (value.SubscriptionTransaction is { } subscription)
            JsonSerializer.Serialize(writer, subscription, AdaptyJson.TypeInfo<SubscriptionTransaction>());
        else
            throw new JsonException($"A {nameof(SetTransactionRequest)} must have a value in one of its properties.");
    }
}
