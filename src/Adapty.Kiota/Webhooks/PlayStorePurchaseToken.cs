using System.Text.Json.Serialization;

namespace Adapty.Kiota.Webhooks;

/// <summary>
/// What identifies a Google Play purchase towards Google: a secret of the purchase, never to be logged.
/// </summary>
public sealed class PlayStorePurchaseToken
{
    /// <summary>The product in Google Play.</summary>
    public string? ProductId { get; set; }

    /// <summary>Google's token of the purchase.</summary>
    public string? PurchaseToken { get; set; }

    /// <summary>Whether the product is a subscription.</summary>
    public bool? IsSubscription { get; set; }

    /// <summary>Fields that this version does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();
}
