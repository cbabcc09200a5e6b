using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Json;

/// <summary>
/// The models inside of an application's own types: whatever naming, converters or leniency the application's options have,
/// a model is written and read by <see cref="AdaptyJson.Contract"/>.
/// </summary>
internal sealed class ModelResolver : IJsonTypeInfoResolver
{
    /// <summary>One generic instantiation per model, as Native AOT makes none at run time. A test holds the list to the models.</summary>
    private static readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> Models = new()
    {
        [typeof(AccessLevel)] = Of<AccessLevel>,
        [typeof(CreateProfileRequest)] = Of<CreateProfileRequest>,
        [typeof(CursorPagination)] = Of<CursorPagination>,
        [typeof(CustomAttribute)] = Of<CustomAttribute>,
        [typeof(CustomAttributeValue)] = Of<CustomAttributeValue>,
        [typeof(GrantAccessLevelRequest)] = Of<GrantAccessLevelRequest>,
        [typeof(InstallationMeta)] = Of<InstallationMeta>,
        [typeof(IntegrationIdentifiers)] = Of<IntegrationIdentifiers>,
        [typeof(NonSubscription)] = Of<NonSubscription>,
        [typeof(Offer)] = Of<Offer>,
        [typeof(OneTimePurchaseTransaction)] = Of<OneTimePurchaseTransaction>,
        [typeof(PaddleValidationRequest)] = Of<PaddleValidationRequest>,
        [typeof(PagePagination)] = Of<PagePagination>,
        [typeof(Paywall)] = Of<Paywall>,
        [typeof(PaywallList)] = Of<PaywallList>,
        [typeof(PaywallListMeta)] = Of<PaywallListMeta>,
        [typeof(PaywallProduct)] = Of<PaywallProduct>,
        [typeof(PaywallProductOffer)] = Of<PaywallProductOffer>,
        [typeof(PaywallScreenshot)] = Of<PaywallScreenshot>,
        [typeof(Price)] = Of<Price>,
        [typeof(Profile)] = Of<Profile>,
        [typeof(ProfileFields)] = Of<ProfileFields>,
        [typeof(ProfileRefundSaverSettings)] = Of<ProfileRefundSaverSettings>,
        [typeof(ProfileResponse)] = Of<ProfileResponse>,
        [typeof(PurchaseTransaction)] = Of<PurchaseTransaction>,
        [typeof(RefundSaverSettings)] = Of<RefundSaverSettings>,
        [typeof(RemoteConfig)] = Of<RemoteConfig>,
        [typeof(RevokeAccessLevelRequest)] = Of<RevokeAccessLevelRequest>,
        [typeof(SetRefundSaverSettingsRequest)] = Of<SetRefundSaverSettingsRequest>,
        [typeof(SetTransactionRequest)] = Of<SetTransactionRequest>,
        [typeof(StripeErrorItem)] = Of<StripeErrorItem>,
        [typeof(StripeErrorSource)] = Of<StripeErrorSource>,
        [typeof(StripeValidationAttributes)] = Of<StripeValidationAttributes>,
        [typeof(StripeValidationData)] = Of<StripeValidationData>,
        [typeof(StripeValidationRequest)] = Of<StripeValidationRequest>,
        [typeof(StripeValidationResponse)] = Of<StripeValidationResponse>,
        [typeof(Subscription)] = Of<Subscription>,
        [typeof(SubscriptionTransaction)] = Of<SubscriptionTransaction>,
        [typeof(UpdatePaywallRequest)] = Of<UpdatePaywallRequest>,
        [typeof(UpdateProfileRequest)] = Of<UpdateProfileRequest>,
        [typeof(VirtualCurrencyAdjustment)] = Of<VirtualCurrencyAdjustment>,
        [typeof(VirtualCurrencyBalance)] = Of<VirtualCurrencyBalance>,
        [typeof(VirtualCurrencyBalanceChange)] = Of<VirtualCurrencyBalanceChange>,
        [typeof(VirtualCurrencyBalanceList)] = Of<VirtualCurrencyBalanceList>,
        [typeof(VirtualCurrencyMetadata)] = Of<VirtualCurrencyMetadata>,
        [typeof(VirtualCurrencyTransaction)] = Of<VirtualCurrencyTransaction>,
        [typeof(VirtualCurrencyTransactionPage)] = Of<VirtualCurrencyTransactionPage>,
        [typeof(VirtualCurrencyTransactionRequest)] = Of<VirtualCurrencyTransactionRequest>,
        [typeof(VirtualCurrencyTransactionResult)] = Of<VirtualCurrencyTransactionResult>,
    };

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        Models.TryGetValue(type, out var create) ? create(options) : null;

    private static JsonTypeInfo<T> Of<T>(JsonSerializerOptions options)
        where T : class => JsonMetadataServices.CreateValueInfo<T>(options, new ModelConverter<T>());

    private sealed class ModelConverter<T> : JsonConverter<T>
        where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return AdaptyJson.Read(ref reader, AdaptyJson.TypeInfo<T>());
            }
            catch (UnreadableBodyException exception)
            {
                throw exception.ToReadingException();
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            try
            {
                AdaptyJson.Write(writer, value, AdaptyJson.TypeInfo<T>());
            }
            catch (UnreadableBodyException exception)
            {
                throw exception.ToWritingException();
            }
        }
    }
}
