namespace Adapty.Kiota.AotTests;

/// <summary>Answers with a value for every property, so that nothing that reads one can be trimmed away unnoticed.</summary>
internal static class Bodies
{
    private const string Purchase = """
        "store": "app_store", "store_product_id": "premium.monthly", "store_base_plan_id": "plan", "store_transaction_id": "t-1",
        "store_original_transaction_id": "t-0", "environment": "Production", "purchased_at": "2026-01-02T03:04:05.678901+00:00"
        """;

    private const string Renewal = """
        "offer": {"category": "introductory", "type": "free_trial", "id": "offer-1"}, "originally_purchased_at": "2026-01-01T00:00:00Z",
        "expires_at": "2090-01-02T03:04:05.000000+0000", "renewal_cancelled_at": "2026-01-03T00:00:00+02:00",
        "billing_issue_detected_at": "2026-01-04T00:00:00", "is_in_grace_period": true, "cancellation_reason": "refund"
        """;

    public const string Profile = $$"""
        {
            "data": {
                "app_id": "14c3d333-2f3a-455a-aa86-ef83dff6913b",
                "profile_id": "d8533a10-bcce-4e33-8c9d-88b05ac56559",
                "customer_user_id": "user-42",
                "total_revenue_usd": 9.99,
                "segment_hash": "fdaeef7f8aaa33c9",
                "timestamp": 1733324566777,
                "custom_attributes": [{"key": "sport", "value": "yoga"}, {"key": "logins", "value": 12.5}, {"key": "beta", "value": true}],
                "access_levels": [{"access_level_id": "premium", "starts_at": "2026-01-01T00:00:00Z", {{Purchase}}, {{Renewal}}, "is_gift": true}],
                "subscriptions": [{{{Purchase}}, {{Renewal}}}],
                "non_subscriptions": [{{{Purchase}}, "purchase_id": "7a5f9a7d-e236-33e6-96d8-53a3c59c5562", "is_refund": true, "is_consumable": true}],
                "new_in_2030": {"deep": [1, "two", null]}
            }
        }
        """;

    public const string RefundSaver = """{"profile_id": "p-1", "settings": {"consent": true, "custom_preference": "decline"}}""";

    public const string Identifiers = """
        {
            "adjust_device_id": "1", "airbridge_device_id": "2", "amplitude_device_id": "3", "amplitude_user_id": "4", "appmetrica_device_id": "5",
            "appmetrica_profile_id": "6", "appsflyer_id": "7", "branch_id": "8", "facebook_anonymous_id": "9", "firebase_app_instance_id": "10",
            "mixpanel_user_id": "11", "one_signal_player_id": "12", "one_signal_subscription_id": "13", "posthog_distinct_user_id": "14",
            "pushwoosh_hwid": "15", "tenjin_analytics_installation_id": "16"
        }
        """;

    public const string Stripe = """{"data": {"type": "profile", "attributes": {"n": 1.5, "list": [true, null, "x"]}}}""";

    public const string Paywall = """
        {
            "paywall_id": "pw-1", "title": "Spring", "state": "live", "use_paywall_builder": true, "use_paywall_builder_legacy": false, "is_deleted": false,
            "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-02T00:00:00Z", "web_purchase_url": "https://pay.example/1",
            "products": [{"product_id": "pr-1", "product_set": "monthly", "title": "Monthly", "offer": {"product_offer_id": "po-1", "title": "Week"}}],
            "remote_configs": [{"locale": "en", "data": "{}"}], "main_screenshot": {"image_id": 4711, "url": "https://img.example/1.png"}
        }
        """;

    public const string Paywalls = $$"""{"data": [{{Paywall}}], "meta": {"pagination": {"count": 1, "page": 1, "pages": 1} } }""";

    private const string Balance = """{"code": "COIN", "name": "Coins", "balance": 75, "held": 5, "available": 70}""";

    public const string Transaction = $$"""{"transaction_id": "vt-1", "balances": [{{Balance}}]}""";

    public const string Balances = $$"""{"data": [{{Balance}}], "response_created_at": 1733324566777}""";

    public const string Transactions = """
        {
            "data": [{
                "transaction_id": "vt-1", "transaction_type": "adjustment", "created_at": "2026-01-01T00:00:00Z", "metadata": {"reason": "level-up"},
                "items": [{"currency_code": "COIN", "amount": -30, "balance_after": 70}]
            }],
            "pagination": {"next_cursor": "c-2"}
        }
        """;
}
