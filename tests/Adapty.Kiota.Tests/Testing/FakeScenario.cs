using System.Text.Json.Nodes;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>A fake with a clock that stands still, one user, and a client without retries.</summary>
public abstract class FakeScenario : IDisposable
{
    private protected static readonly DateTimeOffset Now = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private protected FakeScenario()
    {
        Fake = new FakeAdapty(Clock);
        User = Fake.AddProfile("user-42");
        Adapty = Fake.CreateClient(options => options.MaxRetries = 0);
    }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected static ProfileKey Nobody => ProfileKey.ForCustomer("nobody");

    private protected FakeTimeProvider Clock { get; } = new(Now);

    private protected FakeAdapty Fake { get; }

    private protected FakeProfile User { get; }

    private protected AdaptyClient Adapty { get; }

    public void Dispose()
    {
        Adapty.Dispose();
        Fake.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<Profile> ReadAsync() => Adapty.Profiles.GetAsync(User.Key, Token);

    private protected static SubscriptionTransaction Subscription(string product = "monthly.premium", string transaction = "1", string? original = null, DateTimeOffset? at = null) => new()
    {
        Store = Stores.AppStore,
        StoreProductId = product,
        StoreTransactionId = transaction,
        StoreOriginalTransactionId = original ?? "1",
        Price = new Price { Country = "US", Currency = "USD", Value = 9.99m },
        PurchasedAt = at ?? Now,
        OriginallyPurchasedAt = Now,
        ExpiresAt = (at ?? Now).AddDays(30),
        RenewStatus = true,
    };

    private protected static OneTimePurchaseTransaction OneTime(string product = "coins.100", string transaction = "77") => new()
    {
        Store = Stores.AppStore,
        StoreProductId = product,
        StoreTransactionId = transaction,
        StoreOriginalTransactionId = transaction,
        Price = new Price { Country = "US", Currency = "USD", Value = 1.99m },
        PurchasedAt = Now,
    };

    private protected static async Task<T> RefusedAsync<T>(int status, string? code, Func<Task> call) where T : AdaptyApiException
    {
        var exception = await Assert.ThrowsAsync<T>(call);
        Assert.Equal(status, exception.StatusCode);
        Assert.Equal(code, exception.ErrorCode);
        Assert.NotEmpty(exception.Errors);
        return exception;
    }

    /// <summary>The first error of a body, in the shape of objects: its source and the code.</summary>
    private protected static (string? Source, string? Code) FirstError(string body)
    {
        var json = JsonNode.Parse(body)!;
        var error = json["errors"]!.AsArray()[0]!;
        Assert.NotEmpty(error["errors"]!.AsArray());
        return ((string?)error["source"], (string?)json["error_code"]);
    }
}
