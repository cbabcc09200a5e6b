using System.Text.Json;
using System.Text.Json.Serialization;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Json;

/// <summary>Every response, for System.Text.Json's source generator; what they hold comes along.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProfileResponse))]
[JsonSerializable(typeof(ProfileRefundSaverSettings))]
[JsonSerializable(typeof(IntegrationIdentifiers))]
[JsonSerializable(typeof(StripeValidationResponse))]
[JsonSerializable(typeof(Paywall))]
[JsonSerializable(typeof(PaywallList))]
[JsonSerializable(typeof(VirtualCurrencyTransactionResult))]
[JsonSerializable(typeof(VirtualCurrencyTransactionPage))]
[JsonSerializable(typeof(VirtualCurrencyBalanceList))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ResponseJsonContext : JsonSerializerContext;

/// <summary>
/// Every request. By itself, as calls do not need it: Kiota's writer writes them, and a Native AOT program that only makes calls is
/// half a megabyte smaller without.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CreateProfileRequest))]
[JsonSerializable(typeof(UpdateProfileRequest))]
[JsonSerializable(typeof(ProfileFields))]
[JsonSerializable(typeof(SetTransactionRequest))]
[JsonSerializable(typeof(PurchaseTransaction))]
[JsonSerializable(typeof(OneTimePurchaseTransaction))]
[JsonSerializable(typeof(SubscriptionTransaction))]
[JsonSerializable(typeof(GrantAccessLevelRequest))]
[JsonSerializable(typeof(RevokeAccessLevelRequest))]
[JsonSerializable(typeof(SetRefundSaverSettingsRequest))]
[JsonSerializable(typeof(StripeValidationRequest))]
[JsonSerializable(typeof(PaddleValidationRequest))]
[JsonSerializable(typeof(UpdatePaywallRequest))]
[JsonSerializable(typeof(VirtualCurrencyTransactionRequest))]
[JsonSerializable(typeof(StripeErrorItem))]
internal sealed partial class RequestJsonContext : JsonSerializerContext;
