namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>What the operations of virtual currency have in common.</summary>
internal static class VirtualCurrency
{
    /// <summary>The user, once the feature is on.</summary>
    public static FakeProfile Profile(Exchange exchange) => exchange.State.App.Currencies.Count > 0
        ? exchange.Profile()
        : throw new RefusalException(403, AdaptyErrorCodes.FeatureNotEnabled, source: null, "Virtual currency is not enabled for this app.");
}
