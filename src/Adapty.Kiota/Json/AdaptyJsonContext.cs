using System.Text.Json;
using System.Text.Json.Serialization;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Json;

/// <summary>Every answer that is read into a model, for System.Text.Json's source generator.</summary>
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
internal sealed partial class AdaptyJsonContext : JsonSerializerContext;
