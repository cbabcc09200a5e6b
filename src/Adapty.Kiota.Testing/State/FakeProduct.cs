namespace Adapty.Kiota.Testing.State;

/// <summary>What the dashboard says of a product.</summary>
internal sealed record FakeProduct(string? AccessLevelId, bool IsConsumable);
