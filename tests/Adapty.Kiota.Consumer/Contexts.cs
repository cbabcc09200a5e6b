using System.Text.Json;
using System.Text.Json.Serialization;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Consumer;

/// <summary>A record of the application's that holds a profile.</summary>
internal sealed record StoredProfile(string Note, DateTimeOffset StoredAt, Profile Profile);

/// <summary>Every model, with what it holds: the source generator makes metadata of all that is reachable from here. A test finds one that is not.</summary>
internal sealed class EveryModel
{
    public StoredProfile? Stored { get; set; }

    public ProfileResponse? Profile { get; set; }

    public ProfileFields? ProfileFields { get; set; }

    public CreateProfileRequest? Create { get; set; }

    public UpdateProfileRequest? Update { get; set; }

    public PurchaseTransaction? Purchase { get; set; }

    public SetTransactionRequest? SetTransaction { get; set; }

    public GrantAccessLevelRequest? Grant { get; set; }

    public RevokeAccessLevelRequest? Revoke { get; set; }

    public ProfileRefundSaverSettings? RefundSaver { get; set; }

    public SetRefundSaverSettingsRequest? SetRefundSaver { get; set; }

    public StripeValidationRequest? Stripe { get; set; }

    public StripeValidationResponse? StripeResponse { get; set; }

    public StripeErrorItem? StripeError { get; set; }

    public PaddleValidationRequest? Paddle { get; set; }

    public IntegrationIdentifiers? Identifiers { get; set; }

    public PaywallList? Paywalls { get; set; }

    public UpdatePaywallRequest? UpdatePaywall { get; set; }

    public VirtualCurrencyTransactionRequest? Currency { get; set; }

    public VirtualCurrencyTransactionResult? CurrencyResult { get; set; }

    public VirtualCurrencyTransactionPage? CurrencyTransactions { get; set; }

    public VirtualCurrencyBalanceList? Balances { get; set; }
}

[JsonSerializable(typeof(EveryModel))]
internal sealed partial class OwnContext : JsonSerializerContext;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(EveryModel))]
internal sealed partial class OwnWebContext : JsonSerializerContext;

/// <summary>As narrow as they can be: what else the models hold, the source generator has to find by itself.</summary>
[JsonSerializable(typeof(Profile))]
internal sealed partial class ProfileContext : JsonSerializerContext;
