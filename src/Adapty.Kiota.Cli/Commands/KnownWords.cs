namespace Adapty.Kiota.Cli.Commands;

/// <summary>Values of open sets, for completion.</summary>
internal static class KnownWords
{
    public static readonly string[] Stores =
        [Kiota.Stores.AppStore, Kiota.Stores.PlayStore, Kiota.Stores.Stripe, Kiota.Stores.Paddle, Kiota.Stores.Adapty];

    public static readonly string[] Platforms =
        [Kiota.Platforms.Ios, Kiota.Platforms.MacOS, Kiota.Platforms.IPadOS, Kiota.Platforms.VisionOS, Kiota.Platforms.Android, Kiota.Platforms.Web];

    public static readonly string[] OfferCategories =
        [Kiota.OfferCategories.Introductory, Kiota.OfferCategories.Promotional, Kiota.OfferCategories.OfferCode, Kiota.OfferCategories.WinBack, Kiota.OfferCategories.Retention];

    public static readonly string[] OfferTypes =
        [Kiota.OfferTypes.FreeTrial, Kiota.OfferTypes.PayAsYouGo, Kiota.OfferTypes.PayUpFront];

    public static readonly string[] CancellationReasons =
    [
        Kiota.CancellationReasons.VoluntarilyCancelled, Kiota.CancellationReasons.BillingError, Kiota.CancellationReasons.PriceIncrease,
        Kiota.CancellationReasons.ProductWasNotAvailable, Kiota.CancellationReasons.Refund, Kiota.CancellationReasons.Upgraded, Kiota.CancellationReasons.Unknown,
    ];
}
