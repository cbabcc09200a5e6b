using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.State;

/// <summary>The settings of the dashboard, for all users. Read and written under the state's gate.</summary>
internal sealed class FakeApp
{
    /// <summary>The access level that every app has from the start.</summary>
    public const string FirstAccessLevel = "premium";

    private readonly Dictionary<string, FakeProduct> _products = new(StringComparer.Ordinal);

    public HashSet<string> AccessLevels { get; } = new([FirstAccessLevel], StringComparer.Ordinal);

    /// <summary>The access level of a product that was not added.</summary>
    public string? UnknownProductAccessLevel { get; set; } = FirstAccessLevel;

    public List<FakeCurrency> Currencies { get; } = [];

    public List<Paywall> Paywalls { get; } = [];

    /// <summary>What the tokens of Stripe and Paddle bring.</summary>
    public Dictionary<string, Action<FakeProfile>> WebPurchases { get; } = new(StringComparer.Ordinal);

    public void SetProduct(string storeProductId, FakeProduct product)
    {
        _products[storeProductId] = product;
        if (product.AccessLevelId is { } level)
            AccessLevels.Add(level);
    }

    /// <summary>The product with its base plan (<c>product:plan</c>), or else the product for all plans.</summary>
    public FakeProduct Product(string storeProductId, string product) =>
        _products.GetValueOrDefault(storeProductId)
        ?? _products.GetValueOrDefault(product)
        ?? new FakeProduct(UnknownProductAccessLevel, IsConsumable: false);

    public FakeCurrency? Currency(string code) => Currencies.Find(currency => currency.Code == code);
}

internal sealed record FakeProduct(string? AccessLevelId, bool IsConsumable);

internal sealed record FakeCurrency(string Code, string Name);
