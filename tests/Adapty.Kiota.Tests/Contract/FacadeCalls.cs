using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Tests.Contract;

/// <summary>
/// All 19 operations as the facade calls them, in every variant. The bodies are written here by hand, after the
/// documentation; the order of their members is the only thing that is taken from the generator.
/// </summary>
internal static class FacadeCalls
{
    public const string ProfileId = "5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603";
    public const string PaywallId = "019e5c40-7a2b-7d16-8f03-b4c9d2e1a576";
    public const string IdempotencyKey = "9d2c6f4e-1b7a-4c3d-8e5f-a0b1c2d3e4f5";

    private const string Root = "/api/v2/server-side-api";
    private const string Transaction = Root + "/purchase/set/transaction/";
    private const string Grant = Root + "/purchase/profile/grant/access-level/";
    private const string Revoke = Root + "/purchase/profile/revoke/access-level/";
    private const string RefundSaver = Root + "/purchase/profile/refund-saver/settings/";
    private const string Identifiers = Root + "/integration/profile/set/integration-identifiers/";
    private const string Currency = Root + "/vc/transactions/";

    private const string FullProfileBody =
        """{"analytics_disabled":false,"att_status":0,"birthday":"1990-02-03","custom_attributes":[{"key":"favourite_genre","value":"crime"},{"key":"books_read","value":42.50}],"email":"ines.okafor@example.com","first_name":"Ines","gender":"f","installation_meta":{"adapty_sdk_version":"9.1.0","advertising_id":"2c9e51d4-7f30-4b68-9a1e-d05b83c47e29","android_app_set_id":"7e04b1d9-52c3-4fa6-8be7-60d9a3f1c285","android_id":"9f3b27c6e1a05d84","app_build":"7204","app_version":"7.2.0","device":"Desktop","device_id":"web-7d0c41","idfa":"","idfv":"81D7F2A0-63BC-4E19-A4C5-2F0E9B17D64A","locale":"nl-BE","os":"Linux","platform":"web","timezone":"Europe/Brussels","user_agent":"Mozilla/5.0 (X11; Linux x86_64)"},"ip_country":"BE","ip_v4_address":"192.0.2.44","last_name":"Okafor","phone_number":"003225550142","store":"stripe","store_account_token":"0b9f3c58-6d1e-4a27-9c40-e7a5d2186f93","store_country":"nl"}""";

    private static readonly Dictionary<string, string> Customer = new() { ["adapty-customer-user-id"] = TestData.CustomerId };
    private static readonly Dictionary<string, string> Profile = new() { ["adapty-profile-id"] = ProfileId };
    private static readonly Dictionary<string, string> Both = new() { ["adapty-customer-user-id"] = TestData.CustomerId, ["adapty-profile-id"] = ProfileId };
    private static readonly Dictionary<string, string> Nobody = [];

    /// <summary>An instant with an offset and more digits than Adapty takes: 2031-05-06T07:08:09.1234567Z.</summary>
    private static readonly DateTimeOffset Precise = new(new DateTime(2031, 5, 6, 9, 8, 9, 123, 456).AddTicks(7), TimeSpan.FromHours(2));

    public static ProfileKey ProfileKey => ProfileKey.ForProfile(ProfileId);

    /// <summary>Every variant.</summary>
    public static IReadOnlyList<OperationCall> All { get; } =
        [.. Profiles(), .. Transactions(), .. AccessLevels(), .. Settings(), .. Imports(), .. Paywalls(), .. Currencies()];

    /// <summary>The plain call of an operation: its first variant.</summary>
    public static OperationCall Of(string operation) => All.First(call => call.Operation == operation);

    public static CreateProfileRequest FullCreateRequest() => new()
    {
        FirstName = "Ines",
        LastName = "Okafor",
        Gender = Genders.Female,
        Email = "ines.okafor@example.com",
        PhoneNumber = "003225550142",
        Birthday = new Date(1990, 2, 3),
        IpV4Address = "192.0.2.44",
        IpCountry = "BE",
        StoreCountry = "nl",
        Store = Stores.Stripe,
        StoreAccountToken = "0b9f3c58-6d1e-4a27-9c40-e7a5d2186f93",
        AttStatus = 0,
        AnalyticsDisabled = false,
        CustomAttributes = [CustomAttribute.Of("favourite_genre", "crime"), CustomAttribute.Of("books_read", 42.50m)],
        InstallationMeta = new InstallationMeta
        {
            DeviceId = "web-7d0c41",
            Device = "Desktop",
            Locale = "nl-BE",
            Os = "Linux",
            Platform = Platforms.Web,
            Timezone = "Europe/Brussels",
            UserAgent = "Mozilla/5.0 (X11; Linux x86_64)",
            AppBuild = "7204",
            AppVersion = "7.2.0",
            AdaptySdkVersion = "9.1.0",
            Idfa = "",
            Idfv = "81D7F2A0-63BC-4E19-A4C5-2F0E9B17D64A",
            AdvertisingId = "2c9e51d4-7f30-4b68-9a1e-d05b83c47e29",
            AndroidId = "9f3b27c6e1a05d84",
            AndroidAppSetId = "7e04b1d9-52c3-4fa6-8be7-60d9a3f1c285",
        },
        Platform = Platforms.Web,
    };

    public static SubscriptionTransaction MinimalSubscription() => new()
    {
        Store = Stores.AppStore,
        StoreProductId = "reader.yearly",
        StoreTransactionId = "410000732198855",
        StoreOriginalTransactionId = "410000698711204",
        Price = new Price { Country = "BE", Currency = "EUR", Value = 0m },
        PurchasedAt = Precise,
        OriginallyPurchasedAt = new DateTimeOffset(2030, 2, 3, 4, 4, 59, TimeSpan.Zero),
        ExpiresAt = new DateTimeOffset(2032, 2, 2, 23, 4, 59, TimeSpan.FromHours(-5)),
        RenewStatus = false,
    };

    public static OneTimePurchaseTransaction MinimalPurchase() => new()
    {
        Store = "our-own-shop",
        StoreProductId = "reader.font_pack",
        StoreTransactionId = "410000700451339",
        StoreOriginalTransactionId = "410000700451339",
        Price = new Price { Country = "BE", Currency = "EUR", Value = 2.990m },
        PurchasedAt = new DateTimeOffset(2030, 6, 17, 21, 12, 40, TimeSpan.Zero),
    };

    private static IEnumerable<OperationCall> Profiles()
    {
        const string Path = Root + "/profile/";
        yield return new("getProfile", "by customer user id", "GET", Path, async (adapty, token) => await adapty.Profiles.GetAsync(TestData.Customer, token)) { Headers = Customer };
        yield return new("getProfile", "by profile id", "GET", Path, async (adapty, token) => await adapty.Profiles.GetAsync(ProfileKey, token)) { Headers = Profile };
        yield return new("getProfile", "find", "GET", Path, async (adapty, token) => await adapty.Profiles.FindAsync(TestData.Customer, token)) { Headers = Customer };

        yield return new("createProfile", "everything", "POST", Path, async (adapty, token) => await adapty.Profiles.CreateAsync(TestData.Customer, FullCreateRequest(), token))
        {
            Headers = new Dictionary<string, string>(Customer) { ["adapty-platform"] = "web" },
            Body = FullProfileBody,
        };
        yield return new("createProfile", "nothing but the customer user id", "POST", Path, async (adapty, token) => await adapty.Profiles.CreateAsync(TestData.Customer, cancellationToken: token)) { Headers = Customer };
        yield return new("createProfile", "nothing but the profile id", "POST", Path, async (adapty, token) => await adapty.Profiles.CreateAsync(ProfileKey, cancellationToken: token)) { Headers = Profile };
        yield return new("createProfile", "both ids", "POST", Path, async (adapty, token) => await adapty.Profiles.CreateAsync(ProfileKey, TestData.Customer, cancellationToken: token)) { Headers = Both };
        yield return new("createProfile", "both ids and a name", "POST", Path, async (adapty, token) => await adapty.Profiles.CreateAsync(ProfileKey, TestData.Customer, new CreateProfileRequest { FirstName = "Ines" }, token))
        {
            Headers = Both,
            Body = """{"first_name":"Ines"}""",
        };
        yield return new("createProfile", "a request that says nothing", "POST", Path, async (adapty, token) => await adapty.Profiles.CreateAsync(TestData.Customer, new CreateProfileRequest { CustomAttributes = [] }, token)) { Headers = Customer };
        yield return new("createProfile", "a platform alone", "POST", Path, async (adapty, token) => await adapty.Profiles.CreateAsync(TestData.Customer, new CreateProfileRequest { Platform = Platforms.IPadOS }, token))
        {
            Headers = new Dictionary<string, string>(Customer) { ["adapty-platform"] = "iPadOS" },
        };

        yield return new("updateProfile", "one attribute set and one deleted", "PATCH", Path, async (adapty, token) => await adapty.Profiles.UpdateAsync(
            TestData.Customer, new UpdateProfileRequest { CustomAttributes = [CustomAttribute.Of("favourite_genre", "poetry"), CustomAttribute.Delete("books_read")] }, token))
        {
            Headers = Customer,
            Body = """{"custom_attributes":[{"key":"favourite_genre","value":"poetry"},{"key":"books_read","value":null}]}""",
        };
        yield return new("updateProfile", "false and zero are values", "PATCH", Path, async (adapty, token) => await adapty.Profiles.UpdateAsync(
            ProfileKey, new UpdateProfileRequest { AnalyticsDisabled = false, AttStatus = 0, CustomAttributes = [CustomAttribute.Of("score", 0m)], Platform = Platforms.Android }, token))
        {
            Headers = new Dictionary<string, string>(Profile) { ["adapty-platform"] = "Android" },
            Body = """{"analytics_disabled":false,"att_status":0,"custom_attributes":[{"key":"score","value":0}]}""",
        };
        yield return new("updateProfile", "everything", "PATCH", Path, async (adapty, token) => await adapty.Profiles.UpdateAsync(TestData.Customer, FullUpdateRequest(), token))
        {
            Headers = new Dictionary<string, string>(Customer) { ["adapty-platform"] = "web" },
            Body = FullProfileBody,
        };

        yield return new("deleteProfile", "by customer user id", "DELETE", Path, async (adapty, token) =>
        {
            await adapty.Profiles.DeleteAsync(TestData.Customer, token);
            return null;
        })
        { Headers = Customer };
        yield return new("deleteProfile", "by profile id", "DELETE", Path, async (adapty, token) =>
        {
            await adapty.Profiles.DeleteAsync(ProfileKey, token);
            return null;
        })
        { Headers = Profile };
    }

    private static IEnumerable<OperationCall> Transactions()
    {
        yield return new("setTransaction", "a subscription with what is required", "POST", Transaction, async (adapty, token) => await adapty.Purchases.SetTransactionAsync(TestData.Customer, MinimalSubscription(), token))
        {
            Headers = Customer,
            Body = """{"price":{"country":"BE","currency":"EUR","value":0},"purchased_at":"2031-05-06T07:08:09.123456Z","purchase_type":"subscription","store":"app_store","store_original_transaction_id":"410000698711204","store_product_id":"reader.yearly","store_transaction_id":"410000732198855","expires_at":"2032-02-03T04:04:59Z","originally_purchased_at":"2030-02-03T04:04:59Z","renew_status":false}""",
        };
        yield return new("setTransaction", "a subscription with everything", "POST", Transaction, async (adapty, token) => await adapty.Purchases.SetTransactionAsync(ProfileKey, FullSubscription(), token))
        {
            Headers = Profile,
            Body = """{"cancellation_reason":"refund","environment":"Sandbox","is_family_shared":false,"offer":{"category":"promotional","id":"autumn-2031","type":"pay_up_front"},"price":{"country":"BE","currency":"EUR","value":39.990},"purchased_at":"2031-05-06T07:08:09.123456Z","purchase_type":"subscription","refunded_at":"2031-05-07T00:00:00Z","store":"app_store","store_original_transaction_id":"410000698711204","store_product_id":"reader.yearly","store_transaction_id":"410000732198855","variation_id":"variation_autumn_b","billing_issue_detected_at":"2032-02-02T04:04:59.100000Z","expires_at":"2032-02-03T04:04:59Z","grace_period_expires_at":"2032-02-10T04:04:59.000001Z","originally_purchased_at":"2030-02-03T04:04:59Z","renew_status":true,"renew_status_changed_at":"2031-06-01T00:00:00Z"}""",
        };
        yield return new("setTransaction", "a one-time purchase with what is required", "POST", Transaction, async (adapty, token) => await adapty.Purchases.SetTransactionAsync(TestData.Customer, MinimalPurchase(), token))
        {
            Headers = Customer,
            Body = """{"price":{"country":"BE","currency":"EUR","value":2.990},"purchased_at":"2030-06-17T21:12:40Z","purchase_type":"one_time_purchase","store":"our-own-shop","store_original_transaction_id":"410000700451339","store_product_id":"reader.font_pack","store_transaction_id":"410000700451339"}""",
        };
        yield return new("setTransaction", "a one-time purchase with everything", "POST", Transaction, async (adapty, token) => await adapty.Purchases.SetTransactionAsync(TestData.Customer, FullPurchase(), token))
        {
            Headers = Customer,
            Body = """{"cancellation_reason":"refund","environment":"Production","is_family_shared":true,"offer":{"category":"introductory","type":"pay_up_front"},"price":{"country":"BE","currency":"EUR","value":0.00},"purchased_at":"2030-06-17T21:12:40Z","purchase_type":"one_time_purchase","refunded_at":"2030-06-18T00:00:00Z","store":"our-own-shop","store_original_transaction_id":"410000700451339","store_product_id":"reader.font_pack","store_transaction_id":"410000700451339","variation_id":"variation_autumn_b"}""",
        };
    }

    private static IEnumerable<OperationCall> AccessLevels()
    {
        yield return new("grantAccessLevel", "until an instant", "POST", Grant, async (adapty, token) => await adapty.AccessLevels.GrantAsync(TestData.Customer, "premium", Precise, token))
        {
            Headers = Customer,
            Body = """{"access_level_id":"premium","expires_at":"2031-05-06T07:08:09.123456Z"}""",
        };
        yield return new("grantAccessLevel", "from an instant until another", "POST", Grant, async (adapty, token) => await adapty.AccessLevels.GrantAsync(
            ProfileKey, "premium", until: new DateTimeOffset(2031, 4, 1, 0, 0, 0, TimeSpan.Zero), from: new DateTimeOffset(2031, 3, 1, 0, 0, 0, TimeSpan.Zero), token))
        {
            Headers = Profile,
            Body = """{"access_level_id":"premium","expires_at":"2031-04-01T00:00:00Z","starts_at":"2031-03-01T00:00:00Z"}""",
        };
        yield return new("grantAccessLevel", "for life", "POST", Grant, async (adapty, token) => await adapty.AccessLevels.GrantLifetimeAsync(TestData.Customer, "premium", token))
        {
            Headers = Customer,
            Body = """{"access_level_id":"premium"}""",
        };
        yield return new("grantAccessLevel", "for life from an instant on", "POST", Grant, async (adapty, token) => await adapty.AccessLevels.GrantLifetimeAsync(ProfileKey, "premium", Precise, token))
        {
            Headers = Profile,
            Body = """{"access_level_id":"premium","starts_at":"2031-05-06T07:08:09.123456Z"}""",
        };
        yield return new("revokeAccessLevel", "now", "POST", Revoke, async (adapty, token) => await adapty.AccessLevels.RevokeAsync(TestData.Customer, "premium", token))
        {
            Headers = Customer,
            Body = """{"access_level_id":"premium"}""",
        };
        yield return new("revokeAccessLevel", "later", "POST", Revoke, async (adapty, token) => await adapty.AccessLevels.RevokeAsync(ProfileKey, "premium", Precise, token))
        {
            Headers = Profile,
            Body = """{"access_level_id":"premium","revoke_at":"2031-05-06T07:08:09.123456Z"}""",
        };
    }

    private static IEnumerable<OperationCall> Settings()
    {
        yield return new("getRefundSaverSettings", "by customer user id", "GET", RefundSaver, async (adapty, token) => await adapty.RefundSaver.GetSettingsAsync(TestData.Customer, token)) { Headers = Customer };
        yield return new("setRefundSaverSettings", "both", "POST", RefundSaver, async (adapty, token) => await adapty.RefundSaver.SetSettingsAsync(
            TestData.Customer, new SetRefundSaverSettingsRequest { Consent = true, CustomPreference = RefundPreferences.Decline }, token))
        {
            Headers = Customer,
            Body = """{"consent":true,"custom_preference":"decline"}""",
        };
        yield return new("setRefundSaverSettings", "consent withdrawn", "POST", RefundSaver, async (adapty, token) => await adapty.RefundSaver.SetSettingsAsync(ProfileKey, new SetRefundSaverSettingsRequest { Consent = false }, token))
        {
            Headers = Profile,
            Body = """{"consent":false}""",
        };
        yield return new("getIntegrationIdentifiers", "by profile id", "GET", Identifiers, async (adapty, token) => await adapty.Integrations.GetIdentifiersAsync(ProfileKey, token)) { Headers = Profile };
        yield return new("setIntegrationIdentifiers", "one", "POST", Identifiers, async (adapty, token) =>
        {
            await adapty.Integrations.SetIdentifiersAsync(TestData.Customer, new IntegrationIdentifiers { AppsflyerId = "1930464309123-4567890" }, token);
            return null;
        })
        {
            Headers = Customer,
            Body = """{"appsflyer_id":"1930464309123-4567890"}""",
        };
        yield return new("setIntegrationIdentifiers", "all", "POST", Identifiers, async (adapty, token) =>
        {
            await adapty.Integrations.SetIdentifiersAsync(TestData.Customer, AllIdentifiers(), token);
            return null;
        })
        {
            Headers = Customer,
            Body = """{"adjust_device_id":"a","airbridge_device_id":"b","amplitude_device_id":"c","amplitude_user_id":"d","appmetrica_device_id":"e","appmetrica_profile_id":"f","appsflyer_id":"g","branch_id":"h","facebook_anonymous_id":"i","firebase_app_instance_id":"j","mixpanel_user_id":"k","one_signal_player_id":"l","one_signal_subscription_id":"m","posthog_distinct_user_id":"n","pushwoosh_hwid":"o","tenjin_analytics_installation_id":"p"}""",
        };
    }

    private static IEnumerable<OperationCall> Imports()
    {
        yield return new("validateStripePurchase", "a subscription", "POST", "/api/v1/sdk/purchase/stripe/token/validate/", async (adapty, token) => await adapty.Purchases.ValidateStripeAsync(TestData.CustomerId, "sub_9QxExampleReader01", token))
        {
            Headers = Nobody,
            Accept = "application/json, application/vnd.api+json",
            ContentType = "application/vnd.api+json",
            Body = """{"data":{"attributes":{"customer_user_id":"member-20417","stripe_token":"sub_9QxExampleReader01"},"type":"stripe_receipt_validation_result"}}""",
        };
        yield return new("validatePaddlePurchase", "a transaction", "POST", Root + "/purchase/paddle/token/validate/", async (adapty, token) => await adapty.Purchases.ValidatePaddleAsync(TestData.CustomerId, "txn_01exampleexampleexample01", token))
        {
            Headers = Nobody,
            Body = """{"customer_user_id":"member-20417","paddle_token":"txn_01exampleexampleexample01"}""",
        };
    }

    private static IEnumerable<OperationCall> Paywalls()
    {
        const string Path = Root + "/paywalls/";
        yield return new("listPaywalls", "pages of the default size", "GET", Path + "?page%5Bnumber%5D=1&page%5Bsize%5D=20", async (adapty, token) => await adapty.Paywalls.ListAsync(token).ToListAsync(token));
        yield return new("listPaywalls", "pages of another size", "GET", Path + "?page%5Bnumber%5D=1&page%5Bsize%5D=100", async (adapty, token) => await adapty.Paywalls.ListAsync(100, token).ToListAsync(token));
        yield return new("getPaywall", "by its id", "GET", Path + PaywallId + "/", async (adapty, token) => await adapty.Paywalls.GetAsync(PaywallId, token));
        yield return new("getPaywall", "an id that needs escaping", "GET", Path + "..%2Fprofile%3Fa%3D%C3%A9%20%25%23/", async (adapty, token) => await adapty.Paywalls.GetAsync("../profile?a=é %#", token));
        yield return new("updatePaywall", "two locales", "PUT", Path + PaywallId + "/", async (adapty, token) => await adapty.Paywalls.UpdateAsync(
            PaywallId, [new RemoteConfig { Locale = "en", Data = "{\"a\": 1.0,\n\"b\":[]}" }, new RemoteConfig { Locale = "nl", Data = "" }], token))
        {
            Body = """{"remote_configs":[{"data":"{\u0022a\u0022: 1.0,\n\u0022b\u0022:[]}","locale":"en"},{"data":"","locale":"nl"}]}""",
        };
        yield return new("updatePaywall", "an id that needs escaping", "PUT", Path + "a%2Fb/", async (adapty, token) => await adapty.Paywalls.UpdateAsync("a/b", [new RemoteConfig { Locale = "en", Data = "{}" }], token))
        {
            Body = """{"remote_configs":[{"data":"{}","locale":"en"}]}""",
        };
    }

    private static IEnumerable<OperationCall> Currencies()
    {
        var keyed = new Dictionary<string, string>(Customer) { ["Idempotency-Key"] = IdempotencyKey };
        yield return new("createVirtualCurrencyTransaction", "with metadata", "POST", Currency, async (adapty, token) => await adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, Exchange(), IdempotencyKey, token))
        {
            Headers = keyed,
            Body = """{"items":[{"amount":-5,"currency_code":"GEM"},{"amount":500,"currency_code":"COIN"}],"metadata":{"reason":"exchange","shop_order":"so-88213"}}""",
        };
        yield return new("createVirtualCurrencyTransaction", "a key that is a Guid, no metadata", "POST", Currency, async (adapty, token) => await adapty.VirtualCurrency.CreateTransactionAsync(
            TestData.Customer, new VirtualCurrencyTransactionRequest { Items = [new() { CurrencyCode = "COIN", Amount = int.MaxValue }] }, Guid.Parse(IdempotencyKey), token))
        {
            Headers = keyed,
            Body = """{"items":[{"amount":2147483647,"currency_code":"COIN"}]}""",
        };
        yield return new("listVirtualCurrencyTransactions", "pages of the default size", "GET", Currency + "?limit=50", async (adapty, token) => await adapty.VirtualCurrency.ListTransactionsAsync(TestData.Customer, token).ToListAsync(token)) { Headers = Customer };
        yield return new("listVirtualCurrencyTransactions", "one currency, pages of another size", "GET", Currency + "?currency_code=COIN_2&limit=1", async (adapty, token) => await adapty.VirtualCurrency.ListTransactionsAsync(ProfileKey, "COIN_2", 1, token).ToListAsync(token)) { Headers = Profile };
        yield return new("listVirtualCurrencyBalances", "by customer user id", "GET", Root + "/vc/balances/", async (adapty, token) => await adapty.VirtualCurrency.GetBalancesAsync(TestData.Customer, token)) { Headers = Customer };
    }

    public static UpdateProfileRequest FullUpdateRequest()
    {
        var create = FullCreateRequest();
        return new UpdateProfileRequest
        {
            FirstName = create.FirstName,
            LastName = create.LastName,
            Gender = create.Gender,
            Email = create.Email,
            PhoneNumber = create.PhoneNumber,
            Birthday = create.Birthday,
            IpV4Address = create.IpV4Address,
            IpCountry = create.IpCountry,
            StoreCountry = create.StoreCountry,
            Store = create.Store,
            StoreAccountToken = create.StoreAccountToken,
            AttStatus = create.AttStatus,
            AnalyticsDisabled = create.AnalyticsDisabled,
            CustomAttributes = create.CustomAttributes,
            InstallationMeta = create.InstallationMeta,
            Platform = create.Platform,
        };
    }

    public static VirtualCurrencyTransactionRequest Exchange() => new()
    {
        Items = [new() { CurrencyCode = "GEM", Amount = -5 }, new() { CurrencyCode = "COIN", Amount = 500 }],
        Metadata = new VirtualCurrencyMetadata { ["reason"] = "exchange", ["shop_order"] = "so-88213" },
    };

    private static SubscriptionTransaction FullSubscription()
    {
        var subscription = MinimalSubscription();
        subscription.Environment = Environments.Sandbox;
        subscription.IsFamilyShared = false;
        subscription.Price!.Value = 39.990m;
        subscription.RenewStatus = true;
        subscription.RenewStatusChangedAt = new DateTimeOffset(2031, 6, 1, 0, 0, 0, TimeSpan.Zero);
        subscription.BillingIssueDetectedAt = new DateTimeOffset(2032, 2, 2, 4, 4, 59, 100, TimeSpan.Zero);
        subscription.GracePeriodExpiresAt = new DateTimeOffset(2032, 2, 10, 4, 4, 59, 0, 1, TimeSpan.Zero);
        subscription.VariationId = "variation_autumn_b";
        subscription.Offer = new Offer { Category = OfferCategories.Promotional, Type = OfferTypes.PayUpFront, Id = "autumn-2031" };
        subscription.RefundedAt = new DateTimeOffset(2031, 5, 7, 0, 0, 0, TimeSpan.Zero);
        subscription.CancellationReason = CancellationReasons.Refund;
        return subscription;
    }

    private static OneTimePurchaseTransaction FullPurchase()
    {
        var purchase = MinimalPurchase();
        purchase.Environment = Environments.Production;
        purchase.IsFamilyShared = true;
        purchase.Price!.Value = 0.00m;
        purchase.VariationId = "variation_autumn_b";
        purchase.Offer = new Offer { Category = OfferCategories.Introductory, Type = OfferTypes.PayUpFront };
        purchase.RefundedAt = new DateTimeOffset(2030, 6, 18, 0, 0, 0, TimeSpan.Zero);
        purchase.CancellationReason = CancellationReasons.Refund;
        return purchase;
    }

    private static IntegrationIdentifiers AllIdentifiers() => new()
    {
        AdjustDeviceId = "a",
        AirbridgeDeviceId = "b",
        AmplitudeDeviceId = "c",
        AmplitudeUserId = "d",
        AppmetricaDeviceId = "e",
        AppmetricaProfileId = "f",
        AppsflyerId = "g",
        BranchId = "h",
        FacebookAnonymousId = "i",
        FirebaseAppInstanceId = "j",
        MixpanelUserId = "k",
        OneSignalPlayerId = "l",
        OneSignalSubscriptionId = "m",
        PosthogDistinctUserId = "n",
        PushwooshHwid = "o",
        TenjinAnalyticsInstallationId = "p",
    };
}
