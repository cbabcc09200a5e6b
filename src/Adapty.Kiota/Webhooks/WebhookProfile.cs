using System.Text.Json.Serialization;
using Adapty.Kiota.Json;

namespace Adapty.Kiota.Webhooks;

/// <summary>Another profile that shares the access level of an event's profile.</summary>
public sealed class WebhookProfile
{
    /// <summary>Adapty's id of the profile: a UUID.</summary>
    [JsonConverter(typeof(RequiredTextConverter))]
    public string ProfileId { get; set; } = "";

    /// <summary>Your own id of the user; null for an anonymous profile.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? CustomerUserId { get; set; }

    /// <summary>Fields that this version does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();
}
