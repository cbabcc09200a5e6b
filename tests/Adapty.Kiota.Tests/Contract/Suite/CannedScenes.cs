using System.Globalization;
using System.Text.Json.Nodes;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Contract.Suite;

/// <summary>
/// What a canned server answers in each test of the suite, in the order of the requests: the examples of the spec, with
/// the ids and instants of the test put in.
/// </summary>
internal static class CannedScenes
{
    private const string NewProfile = "0d6f1a52-83c4-4e7b-9b1a-5f2c7e9d4036";
    private const string Subscribed = "410000698711204";
    private const string Renewed = "410000732198855";

    private static readonly CannedAnswer Created = Answers("createProfile", Person());
    private static readonly CannedAnswer NotFound = Refusal("getProfile", 404, "unknownProfile");

    private static readonly Dictionary<string, CannedAnswer[]> Scenes = new(StringComparer.Ordinal)
    {
        [nameof(AdaptyContract.A_profile_shows_what_the_user_has)] = [Example("getProfile")],

        [nameof(AdaptyContract.A_profile_is_the_same_by_both_of_its_ids)] = [Example("getProfile"), Example("getProfile")],

        [nameof(AdaptyContract.Nobody_is_found_as_null_and_got_as_an_error)] = [NotFound, NotFound],

        [nameof(AdaptyContract.A_wrong_key_is_refused_whatever_is_asked)] =
        [
            Refusal("getProfile", 401, "noKey"),
            Refusal("deleteProfile", 401, "noKey"),
            Refusal("revokeAccessLevel", 401, "noKey"),
            Refusal("getRefundSaverSettings", 401, "wrongKey"),
            Refusal("getIntegrationIdentifiers", 401, "wrongKey"),
            Refusal("listPaywalls", 401, "wrongKey"),
        ],

        [nameof(AdaptyContract.A_profile_comes_and_goes)] =
            [NotFound, Created, Answers("getProfile", Person()), new("deleteProfile", 204, ""), NotFound, Refusal("deleteProfile", 404, "unknownProfile")],

        [nameof(AdaptyContract.An_anonymous_profile_gets_its_user)] =
        [
            Example("getProfile", "anonymous"),
            Answers("createProfile", Person(profile => profile["profile_id"] = World.AnonymousProfile)),
            Answers("getProfile", Person(profile => profile["profile_id"] = World.AnonymousProfile)),
        ],

        [nameof(AdaptyContract.Attributes_are_set_and_deleted)] =
        [
            Created,
            Answers("updateProfile", Person(profile => profile["custom_attributes"] = new JsonArray(Attribute("genre", "poetry"), Attribute("books", 42.5m)))),
            Answers("updateProfile", Person(profile => profile["custom_attributes"] = new JsonArray(Attribute("genre", "poetry")))),
            Answers("getProfile", Person(profile => profile["custom_attributes"] = new JsonArray(Attribute("genre", "poetry")))),
        ],

        [nameof(AdaptyContract.A_grant_gives_access_until_its_end_and_a_revocation_takes_it)] =
        [
            Created,
            Answers("grantAccessLevel", WithLevel(null, World.Now.AddDays(30))),
            Answers("getProfile", WithLevel(null, World.Now.AddDays(30))),
            Answers("revokeAccessLevel", WithLevel(null, World.Now)),
            Answers("getProfile", WithLevel(null, World.Now)),
        ],

        [nameof(AdaptyContract.A_scheduled_grant_begins_when_it_says)] = [Created, Answers("grantAccessLevel", WithLevel(World.Now.AddDays(30), World.Now.AddDays(60)))],

        [nameof(AdaptyContract.A_grant_for_life_has_no_end)] = [Created, Answers("grantAccessLevel", WithLevel(null, null))],

        [nameof(AdaptyContract.A_revocation_lies_in_the_future_and_before_the_expiry)] =
        [
            Created,
            Answers("grantAccessLevel", WithLevel(null, World.Now.AddDays(30))),
            Refusal("revokeAccessLevel", 400, "afterExpiry"),
            Refusal("revokeAccessLevel", 400, "inThePast"),
            Answers("revokeAccessLevel", WithLevel(null, World.Now.AddDays(10))),
        ],

        [nameof(AdaptyContract.What_the_app_or_the_user_does_not_have_is_named)] =
            [Created, Refusal("grantAccessLevel", 400, "unknownAccessLevel"), Refusal("revokeAccessLevel", 400, "notGranted"), Refusal("getPaywall", 404, "unknownPaywall")],

        [nameof(AdaptyContract.An_unknown_user_is_an_unknown_profile_in_every_area)] =
        [
            NotFound,
            Refusal("updateProfile", 404, "unknownProfile"),
            Refusal("deleteProfile", 404, "unknownProfile"),
            Refusal("setTransaction", 400, "unknownProfile"),
            Refusal("grantAccessLevel", 400, "unknownProfile"),
            Refusal("revokeAccessLevel", 400, "unknownProfile"),
            Refusal("getRefundSaverSettings", 400, "unknownProfile"),
            Refusal("setRefundSaverSettings", 400, "unknownProfile"),
            Refusal("getIntegrationIdentifiers", 404, "unknownProfile"),
            Refusal("setIntegrationIdentifiers", 404, "unknownProfile"),
        ],

        [nameof(AdaptyContract.A_subscription_is_recorded_and_renewed)] =
        [
            Created,
            Answers("setTransaction", WithSubscription(Subscribed, World.Now.AddDays(30))),
            Answers("setTransaction", WithSubscription(Renewed, World.Now.AddDays(60))),
            Answers("getProfile", WithSubscription(Renewed, World.Now.AddDays(60))),
        ],

        // In the form that Adapty's page shows: a one-time purchase among the subscriptions.
        [nameof(AdaptyContract.A_one_time_purchase_is_recorded)] = [Created, Answers("setTransaction", Person(profile => profile["subscriptions"] = new JsonArray(Subscriber["non_subscriptions"]![0]!.DeepClone())))],

        [nameof(AdaptyContract.Purchases_that_do_not_fit_together_are_refused_by_name)] =
        [
            Created,
            .. from refused in Transactions.Refused(World.Now)
               select RefusalOf("setTransaction", refused.Code),
            Answers("getProfile", Person()),
        ],

        [nameof(AdaptyContract.Web_purchases_are_imported_into_the_users_profile)] =
            [Example("validateStripePurchase"), Answers("getProfile", Person()), Answers("validatePaddlePurchase", Person())],

        [nameof(AdaptyContract.Refund_saver_settings_are_kept_one_by_one)] =
            [Created, Settings("setRefundSaverSettings", consent: true), Settings("setRefundSaverSettings", consent: false), Settings("getRefundSaverSettings", consent: false)],

        [nameof(AdaptyContract.Identifiers_are_added_to_those_that_are_there)] =
        [
            Created,
            new("setIntegrationIdentifiers", 200, ""),
            new("setIntegrationIdentifiers", 200, ""),
            Example("getIntegrationIdentifiers", change: body => body["tenjin_analytics_installation_id"] = null),
        ],

        [nameof(AdaptyContract.Every_paywall_that_is_listed_can_be_read)] =
            [PaywallPage(1), PaywallPage(2), Example("getPaywall"), Example("getPaywall", change: body => Overwrite(body, ListedPaywalls[1]!.AsObject()))],

        [nameof(AdaptyContract.A_paywalls_configs_are_replaced_as_a_whole)] =
            [Example("listPaywalls"), Example("getPaywall"), Example("updatePaywall", change: WithOneConfig), Example("getPaywall", change: WithOneConfig)],

        [nameof(AdaptyContract.A_currency_transaction_counts_once_under_its_key)] =
        [
            Example("createVirtualCurrencyTransaction"),
            Example("createVirtualCurrencyTransaction"),
            Example("listVirtualCurrencyBalances"),
            Example("listVirtualCurrencyTransactions"),
        ],

        [nameof(AdaptyContract.A_history_of_currencies_comes_newest_first_page_by_page)] =
        [
            Example("createVirtualCurrencyTransaction"),
            Example("createVirtualCurrencyTransaction"),
            Example("createVirtualCurrencyTransaction"),
            Example("listVirtualCurrencyTransactions", "firstPage", body => body["data"] = new JsonArray(Credit(30), Credit(20))),
            Example("listVirtualCurrencyTransactions", "lastPage", body => body["data"] = new JsonArray(Credit(10))),
        ],

        [nameof(AdaptyContract.What_a_balance_does_not_allow_is_refused_by_name)] =
        [
            Refusal("createVirtualCurrencyTransaction", 400, "balanceTooLow"),
            Refusal("createVirtualCurrencyTransaction", 400, "unknownCurrency"),
            Refusal("createVirtualCurrencyTransaction", 400, "balanceTooHigh"),
            Refusal("createVirtualCurrencyTransaction", 404, "unknownProfile"),
            Refusal("listVirtualCurrencyBalances", 404, "unknownProfile"),
            Refusal("listVirtualCurrencyTransactions", 404, "unknownProfile"),
        ],
    };

    private static JsonObject Subscriber => Spec.Answer("getProfile", "200", "subscriber")["data"]!.AsObject();

    private static JsonArray ListedPaywalls => Spec.Answer("listPaywalls")["data"]!.AsArray();

    public static IReadOnlyList<CannedAnswer> Of(string scene) => Scenes[scene];

    private static CannedAnswer Answers(string operation, JsonNode body) => new(operation, 200, body.ToJsonString());

    private static CannedAnswer Example(string operation, string? name = null, Action<JsonObject>? change = null)
    {
        var body = Spec.Answer(operation, "200", name);
        change?.Invoke(body.AsObject());
        return Answers(operation, body);
    }

    private static CannedAnswer Refusal(string operation, int status, string name) =>
        new(operation, status, Spec.Answer(operation, status.ToString(CultureInfo.InvariantCulture), name).ToJsonString());

    private static CannedAnswer RefusalOf(string operation, string code)
    {
        var (_, status, _, _, body) = Spec.Answers.First(answer => answer.Operation == operation && answer.Body is JsonObject refusal && (string?)refusal["error_code"] == code);
        return new(operation, int.Parse(status, CultureInfo.InvariantCulture), body.ToJsonString());
    }

    /// <summary>The new user's profile, which has nothing.</summary>
    private static JsonNode Person(Action<JsonObject>? change = null)
    {
        var answer = Spec.Answer("getProfile", "200", "anonymous");
        var profile = answer["data"]!.AsObject();
        profile["profile_id"] = NewProfile;
        profile["customer_user_id"] = World.NewCustomer;
        change?.Invoke(profile);
        return answer;
    }

    private static JsonNode WithLevel(DateTimeOffset? startsAt, DateTimeOffset? expiresAt) => Person(profile =>
    {
        var level = Subscriber["access_levels"]![0]!.DeepClone();
        (level["starts_at"], level["expires_at"]) = (Instant(startsAt), Instant(expiresAt));
        profile["access_levels"] = new JsonArray(level);
    });

    private static JsonNode WithSubscription(string transaction, DateTimeOffset expiresAt) => Person(profile =>
    {
        foreach (var list in (string[])["access_levels", "subscriptions"])
        {
            var entry = Subscriber[list]![0]!.DeepClone();
            (entry["store_transaction_id"], entry["store_original_transaction_id"], entry["expires_at"]) = (transaction, Subscribed, Instant(expiresAt));
            profile[list] = new JsonArray(entry);
        }
    });

    private static CannedAnswer Settings(string operation, bool consent) => Example(operation, change: body =>
    {
        body["profile_id"] = NewProfile;
        body["settings"]!["consent"] = consent;
    });

    private static CannedAnswer PaywallPage(int number) => Example("listPaywalls", change: body =>
    {
        body["data"] = new JsonArray(ListedPaywalls[number - 1]!.DeepClone());
        (body["meta"]!["pagination"]!["page"], body["meta"]!["pagination"]!["pages"]) = (number, 2);
    });

    private static void WithOneConfig(JsonObject paywall) =>
        paywall["remote_configs"] = new JsonArray(new JsonObject { ["locale"] = "fr", ["data"] = "{\"headline\": \"Lisez\"}" });

    private static void Overwrite(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
            target[name] = value?.DeepClone();
    }

    private static JsonObject Credit(int amount) => new()
    {
        ["transaction_id"] = $"019e5c42-6f10-7c2d-b3a8-4d5e6f7081{amount}",
        ["created_at"] = "2031-03-10T12:00:00Z",
        ["transaction_type"] = "api_transaction",
        ["items"] = new JsonArray(new JsonObject { ["currency_code"] = "COIN", ["amount"] = amount, ["balance_after"] = 1250 + amount }),
    };

    private static JsonObject Attribute(string key, JsonNode value) => new() { ["key"] = key, ["value"] = value };

    private static JsonNode? Instant(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
