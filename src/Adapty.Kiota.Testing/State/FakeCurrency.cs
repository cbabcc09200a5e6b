namespace Adapty.Kiota.Testing.State;

/// <summary>A virtual currency of the app.</summary>
internal sealed record FakeCurrency(string Code, string Name);
