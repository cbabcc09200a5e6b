using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Webhooks;

/// <summary>
/// What Adapty tells a webhook: something happened to a profile. It is a signal, never a decision: events come late,
/// twice and in any order, so whoever asks "has access?" reads the profile anew.
/// </summary>
/// <remarks>
/// Any field but <see cref="ProfileId"/> and <see cref="EventType"/> may be absent, which is the same as null. A field
/// that is there and cannot be read makes the event unreadable.
/// </remarks>
public sealed class WebhookEvent
{
    private WebhookEventProperties _properties = new();
    private IList<WebhookProfile> _profilesSharingAccessLevel = [];

    /// <summary>An event to be written, such as one of a test.</summary>
    /// <param name="eventType">One of <see cref="WebhookEventTypes"/>, or a name of your own.</param>
    /// <param name="profileId">Adapty's id of the profile.</param>
    /// <exception cref="ArgumentException">One of them is null or empty.</exception>
    public WebhookEvent(string eventType, string profileId)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventType);
        ArgumentException.ThrowIfNullOrEmpty(profileId);
        (EventType, ProfileId) = (eventType, profileId);
    }

    [JsonConstructor]
    internal WebhookEvent() => (EventType, ProfileId) = ("", "");

    /// <summary>Adapty's id of the profile: a UUID.</summary>
    [JsonConverter(typeof(RequiredTextConverter))]
    public string ProfileId { get; set; }

    /// <summary>Your own id of the user; null for an anonymous profile.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? CustomerUserId { get; set; }

    /// <summary>
    /// What happened: one of <see cref="WebhookEventTypes"/>, or the name that the dashboard gives it. Compared
    /// case-sensitively.
    /// </summary>
    [JsonConverter(typeof(RequiredTextConverter))]
    public string EventType { get; set; }

    /// <summary>
    /// When it happened in business terms (a purchase, an expiry). It may lie in the future, repeat, and go backwards
    /// from one event to the next: it is no order.
    /// </summary>
    [JsonPropertyName("event_datetime")]
    public DateTimeOffset? OccurredAt { get; set; }

    /// <summary>What the event says about the purchase or the access level; never null.</summary>
    [JsonPropertyName("event_properties")]
    [AllowNull]
    public WebhookEventProperties Properties
    {
        get => _properties;
        set => _properties = value ?? new();
    }

    /// <summary>The version of the event's form: 1.</summary>
    public int? EventApiVersion { get; set; }

    /// <summary>The other profiles that share the access level; never null.</summary>
    [AllowNull]
    public IList<WebhookProfile> ProfilesSharingAccessLevel
    {
        get => _profilesSharingAccessLevel;
        set => _profilesSharingAccessLevel = value ?? [];
    }

    /// <summary>Apple's identifier for vendors: a UUID.</summary>
    public string? Idfv { get; set; }

    /// <summary>Apple's identifier for advertisers: a UUID.</summary>
    public string? Idfa { get; set; }

    /// <summary>Google's advertising id: a UUID.</summary>
    public string? AdvertisingId { get; set; }

    /// <summary>When the app was installed.</summary>
    public DateTimeOffset? ProfileInstallDatetime { get; set; }

    /// <summary>The user agent of the device.</summary>
    public string? UserAgent { get; set; }

    /// <summary>The user's e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Where the user came from, by source. Sent only when the dashboard says so.</summary>
    public Dictionary<string, WebhookAttribution?>? Attributions { get; set; }

    /// <summary>The user's custom attributes by name. Sent only when the dashboard says so.</summary>
    public Dictionary<string, CustomAttributeValue?>? UserAttributes { get; set; }

    /// <summary>The user's ids in other services, by names such as <c>appsflyer_id</c>.</summary>
    public Dictionary<string, string?>? IntegrationIds { get; set; }

    /// <summary>What identifies a Google Play purchase towards Google. Sent only when the dashboard says so.</summary>
    public PlayStorePurchaseToken? PlayStorePurchaseToken { get; set; }

    /// <summary>Fields that this version does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();

    /// <summary>
    /// Adapty's id of the event, by which a delivery that comes twice is known; null when the event has none. One
    /// purchase makes several events: what must happen once for a purchase goes by the transaction id.
    /// </summary>
    [JsonIgnore]
    public string? Id => Properties.ProfileEventId is { Length: > 0 } id ? id : RootEventId is { Length: > 0 } rootId ? rootId : null;

    /// <summary>
    /// Both names of every user whose access may have changed: of the profile, and of those that share its access
    /// level. An id that cannot be a <see cref="ProfileKey"/> is left out, as no call can be made with it.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<ProfileKey> AffectedProfiles
    {
        get
        {
            var keys = new List<ProfileKey>();
            AddKeys(keys, ProfileId, CustomerUserId);
            foreach (var profile in ProfilesSharingAccessLevel)
                AddKeys(keys, profile.ProfileId, profile.CustomerUserId);
            return keys;
        }
    }

    /// <summary>Where a flat form of the event has its id.</summary>
    [JsonInclude]
    [JsonPropertyName("profile_event_id")]
    internal string? RootEventId { get; set; }

    /// <summary>Reads the body of a webhook request.</summary>
    /// <exception cref="JsonException">
    /// It is not an event: the message names the rule and the path, <see cref="JsonException.Path"/> the path, neither
    /// any content.
    /// </exception>
    public static WebhookEvent Parse(ReadOnlySpan<byte> body) => WebhookJson.Read(body);

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static WebhookEvent Parse(ReadOnlyMemory<byte> body) => WebhookJson.Read(body.Span);

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static WebhookEvent Parse(byte[] body) => WebhookJson.Read(body);

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static WebhookEvent Parse(string body) => WebhookJson.Read(body);

    /// <summary>Writes the event as Adapty sends it: what is null is left out.</summary>
    /// <exception cref="JsonException">It could not be read back, as when a list holds null.</exception>
    public string ToJson() => WebhookJson.Write(this);

    private static void AddKeys(List<ProfileKey> keys, string profileId, string? customerUserId)
    {
        if (HeaderValue.Problem(profileId) is null)
            AddNew(keys, ProfileKey.ForProfile(profileId));
        if (customerUserId is not null && HeaderValue.Problem(customerUserId) is null)
            AddNew(keys, ProfileKey.ForCustomer(customerUserId));
    }

    private static void AddNew(List<ProfileKey> keys, ProfileKey key)
    {
        if (!keys.Contains(key))
            keys.Add(key);
    }
}
