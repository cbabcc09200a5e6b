namespace Adapty.Kiota;

/// <summary>Known values of <c>store</c>; any other is the id of a custom store. The set is open: compare, and expect others.</summary>
public static class Stores
{
    /// <summary>Apple's App Store.</summary>
    public const string AppStore = "app_store";

    /// <summary>Google Play.</summary>
    public const string PlayStore = "play_store";

    /// <summary>Stripe.</summary>
    public const string Stripe = "stripe";

    /// <summary>Paddle.</summary>
    public const string Paddle = "paddle";

    /// <summary>Adapty itself.</summary>
    public const string Adapty = "adapty";

    /// <summary>All of these values, in this order.</summary>
    public static IReadOnlyList<string> All { get; } = [AppStore, PlayStore, Stripe, Paddle, Adapty];
}
