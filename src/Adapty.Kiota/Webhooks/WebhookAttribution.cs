using System.Text.Json.Serialization;

namespace Adapty.Kiota.Webhooks;

/// <summary>Where a user came from, as one source says.</summary>
public sealed class WebhookAttribution
{
    /// <summary>
    /// The kind of the attribution: <c>organic</c>, <c>non_organic</c>, <c>unknown</c>. The set is open.
    /// </summary>
    public string? Status { get; set; }

    /// <summary>The channel.</summary>
    public string? Channel { get; set; }

    /// <summary>The campaign.</summary>
    public string? Campaign { get; set; }

    /// <summary>The ad group.</summary>
    public string? AdGroup { get; set; }

    /// <summary>The ad set.</summary>
    public string? AdSet { get; set; }

    /// <summary>The creative.</summary>
    public string? Creative { get; set; }

    /// <summary>The source's own id of the user.</summary>
    public string? NetworkUserId { get; set; }

    /// <summary>When the attribution was made.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>Fields that this version does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();
}
