using System.Text.Json;
using Adapty.Kiota.Json;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Adapty.Kiota.Benchmarks.Rivals;

/// <summary>Three ways to the same end, each time in this order: (a) hand-written, (b) stock Kiota, (c) AdaptyClient.</summary>
internal static class RivalSets
{
    public static readonly Uri Nowhere = new("https://api.adapty.io");

    private const string Id = "user-42";

    public static Func<Task>[] Clients(Func<HttpMessageHandler> handler, Uri address)
    {
        var handWritten = new HandWritten(new HttpClient(handler()), address);
        var stock = new StockKiota(handler(), address);
        var adapty = new AdaptyClient(new AdaptyClientOptions { ApiKey = "secret_live_benchmark", BaseAddress = address }, new HttpClient(handler()));
        return
        [
            () => handWritten.GetAsync(Id, CancellationToken.None),
            () => stock.GetAsync(Id, CancellationToken.None),
            () => adapty.Profiles.GetAsync(ProfileKey.ForCustomer(Id)),
        ];
    }

    public static Func<Task>[] Readers(byte[] body)
    {
        return
        [
            () => { HandWritten.Read(body); return Task.CompletedTask; },
            () => StockKiota.ReadAsync(body),
            () => { AdaptyJson.Read<ProfileResponse>(body, TimeProvider.System); return Task.CompletedTask; },
        ];
    }

    public static Func<Task>[] Writers()
    {
        var handWritten = new HandWrittenTransaction();
        var transaction = new SubscriptionTransaction
        {
            PurchaseType = "subscription",
            Store = handWritten.Store,
            StoreProductId = handWritten.StoreProductId,
            StoreTransactionId = handWritten.StoreTransactionId,
            StoreOriginalTransactionId = handWritten.StoreOriginalTransactionId,
            PurchasedAt = handWritten.PurchasedAt,
            OriginallyPurchasedAt = handWritten.OriginallyPurchasedAt,
            ExpiresAt = handWritten.ExpiresAt,
            RenewStatus = handWritten.RenewStatus,
            Price = new Price { Country = handWritten.Price.Country, Currency = handWritten.Price.Currency, Value = handWritten.Price.Value },
        };
        return
        [
            () => { JsonSerializer.SerializeToUtf8Bytes(handWritten, HandWrittenContext.Default.HandWrittenTransaction); return Task.CompletedTask; },
            () => Write(new JsonSerializationWriterFactory(), transaction),
            () => Write(new RequestWriterFactory(), transaction),
        ];
    }

    private static Task Write(ISerializationWriterFactory factory, SubscriptionTransaction transaction)
    {
        using var writer = factory.GetSerializationWriter("application/json");
        writer.WriteObjectValue(null, transaction);
        using var content = writer.GetSerializedContent();
        return Task.CompletedTask;
    }
}
