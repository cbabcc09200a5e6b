using Adapty.Kiota.Models;

namespace Adapty.Kiota.AotTests;

/// <summary>Every model with every property, most of them through the generated client, which shows the whole answer.</summary>
internal static class AnswerChecks
{
    private static readonly ProfileKey Key = ProfileKey.ForCustomer("user-42");

    public static async Task RunAsync(FakeAdaptyServer server, Report report)
    {
        using var adapty = server.Client();
        var api = adapty.Api.Api.V2.ServerSideApi;

        server.Fake.FailNext(200, Bodies.Profile);
        Check(report.Model(report.Model(await api.Profile.EmptyPathSegment.GetAsync(request => request.Headers.Add("adapty-customer-user-id", "user-42"))).Data), report);

        server.Fake.FailNext(200, Bodies.RefundSaver);
        var refundSaver = report.Model(await adapty.RefundSaver.GetSettingsAsync(Key));
        report.Equal("p-1", refundSaver.ProfileId);
        report.Equal(true, report.Model(refundSaver.Settings).Consent);
        report.Equal("decline", refundSaver.Settings!.CustomPreference);

        server.Fake.FailNext(200, Bodies.Identifiers);
        Check(report.Model(await adapty.Integrations.GetIdentifiersAsync(Key)), report);

        server.Fake.FailNext(200, Bodies.Stripe);
        var stripe = report.Model(await adapty.Purchases.ValidateStripeAsync("user-42", "sub_1"));
        report.True(stripe.Data is not null);

        server.Fake.FailNext(200, Bodies.Paywall);
        Check(report.Model(await adapty.Paywalls.GetAsync("pw-1")), report);
        server.Fake.FailNext(200, Bodies.Paywalls);
        var paywalls = report.Model(await api.Paywalls.EmptyPathSegment.GetAsync());
        Check(report.Model(paywalls.Data!.Single()), report);
        var page = report.Model(report.Model(paywalls.Meta).Pagination);
        report.Equal((1, 1, 1), (page.Count, page.Page, page.Pages));

        await CurrenciesAsync(server, adapty, report);
    }

    private static void Check(Profile profile, Report report)
    {
        report.Equal("14c3d333-2f3a-455a-aa86-ef83dff6913b", profile.AppId);
        report.Equal("d8533a10-bcce-4e33-8c9d-88b05ac56559", profile.ProfileId);
        report.Equal("user-42", profile.CustomerUserId);
        report.Equal(9.99m, profile.TotalRevenueUsd);
        report.Equal("fdaeef7f8aaa33c9", profile.SegmentHash);
        report.Equal(1733324566777, profile.Timestamp);
        report.Equal("sport=yoga logins=12.5 beta=true", string.Join(' ', profile.CustomAttributes!.Select(attribute => $"{report.Model(attribute).Key}={attribute.Value}")));
        report.True(profile.AdditionalData.ContainsKey("new_in_2030"));
        report.True(profile.HasAccess("premium"));

        var level = report.Model(profile.AccessLevels!.Single());
        report.Equal(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), level.StartsAt);
        report.True(level.AdditionalData.ContainsKey("is_gift"));
        CheckOffer(report.Model(level.Offer), report);
        report.Equal(
            (Instant(5).AddTicks(6789010), Instant(day: 1), Far, Instant(day: 2, hour: 22), Instant(day: 4), true, "refund"),
            (level.PurchasedAt, level.OriginallyPurchasedAt, level.ExpiresAt, level.RenewalCancelledAt, level.BillingIssueDetectedAt, level.IsInGracePeriod, level.CancellationReason));
        report.Equal(
            ("app_store", "premium.monthly", "plan", "t-1", "t-0", "Production"),
            (level.Store, level.StoreProductId, level.StoreBasePlanId, level.StoreTransactionId, level.StoreOriginalTransactionId, level.Environment));

        var subscription = report.Model(profile.Subscriptions!.Single());
        CheckOffer(report.Model(subscription.Offer), report);
        report.Equal(
            (Instant(5).AddTicks(6789010), Instant(day: 1), Far, Instant(day: 2, hour: 22), Instant(day: 4), true, "refund"),
            (subscription.PurchasedAt, subscription.OriginallyPurchasedAt, subscription.ExpiresAt, subscription.RenewalCancelledAt, subscription.BillingIssueDetectedAt, subscription.IsInGracePeriod, subscription.CancellationReason));
        report.Equal(
            ("app_store", "premium.monthly", "plan", "t-1", "t-0", "Production"),
            (subscription.Store, subscription.StoreProductId, subscription.StoreBasePlanId, subscription.StoreTransactionId, subscription.StoreOriginalTransactionId, subscription.Environment));

        var purchase = report.Model(profile.NonSubscriptions!.Single());
        report.Equal(
            ("7a5f9a7d-e236-33e6-96d8-53a3c59c5562", "app_store", "premium.monthly", "plan", "t-1", "t-0", "Production"),
            (purchase.PurchaseId, purchase.Store, purchase.StoreProductId, purchase.StoreBasePlanId, purchase.StoreTransactionId, purchase.StoreOriginalTransactionId, purchase.Environment));
        report.Equal((Instant(5).AddTicks(6789010), true, true), (purchase.PurchasedAt, purchase.IsRefund, purchase.IsConsumable));
    }

    private static DateTimeOffset? Far => new DateTimeOffset(2090, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static DateTimeOffset Instant(int second) => new(2026, 1, 2, 3, 4, second, TimeSpan.Zero);

    private static DateTimeOffset? Instant(int day, int hour = 0) => new DateTimeOffset(2026, 1, day, hour, 0, 0, TimeSpan.Zero);

    private static void CheckOffer(Offer offer, Report report) =>
        report.Equal(("introductory", "free_trial", "offer-1"), (offer.Category, offer.Type, offer.Id));

    private static void Check(IntegrationIdentifiers ids, Report report) => report.Equal(
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
        string.Join(
            ' ', ids.AdjustDeviceId, ids.AirbridgeDeviceId, ids.AmplitudeDeviceId, ids.AmplitudeUserId, ids.AppmetricaDeviceId, ids.AppmetricaProfileId,
            ids.AppsflyerId, ids.BranchId, ids.FacebookAnonymousId, ids.FirebaseAppInstanceId, ids.MixpanelUserId, ids.OneSignalPlayerId,
            ids.OneSignalSubscriptionId, ids.PosthogDistinctUserId, ids.PushwooshHwid, ids.TenjinAnalyticsInstallationId));

    private static void Check(Paywall paywall, Report report)
    {
        report.Equal(("pw-1", "Spring", "live", "https://pay.example/1"), (paywall.PaywallId, paywall.Title, paywall.State, paywall.WebPurchaseUrl));
        report.Equal((true, false, false), (paywall.UsePaywallBuilder, paywall.UsePaywallBuilderLegacy, paywall.IsDeleted));
        report.Equal((Instant(day: 1), Instant(day: 2)), (paywall.CreatedAt, paywall.UpdatedAt));
        var product = report.Model(paywall.Products!.Single());
        var offer = report.Model(product.Offer);
        report.Equal(("pr-1", "monthly", "Monthly", "po-1", "Week"), (product.ProductId, product.ProductSet, product.Title, offer.ProductOfferId, offer.Title));
        var config = report.Model(paywall.RemoteConfigs!.Single());
        report.Equal(("en", "{}"), (config.Locale, config.Data));
        var screenshot = report.Model(paywall.MainScreenshot);
        report.Equal((4711, "https://img.example/1.png"), (screenshot.ImageId, screenshot.Url));
    }

    private static async Task CurrenciesAsync(FakeAdaptyServer server, AdaptyClient adapty, Report report)
    {
        var currencies = adapty.Api.Api.V2.ServerSideApi.Vc;
        server.Fake.FailNext(200, Bodies.Transaction);
        var result = report.Model(await adapty.VirtualCurrency.CreateTransactionAsync(
            Key, new VirtualCurrencyTransactionRequest { Items = [new VirtualCurrencyAdjustment { CurrencyCode = "COIN", Amount = 1 }] }));
        report.Equal("vt-1", result.TransactionId);
        CheckBalance(report.Model(result.Balances!.Single()), report);

        server.Fake.FailNext(200, Bodies.Balances);
        var balances = report.Model(await adapty.VirtualCurrency.GetBalancesAsync(Key));
        report.Equal(1733324566777, balances.ResponseCreatedAt);
        CheckBalance(balances.Data!.Single(), report);

        server.Fake.FailNext(200, Bodies.Transactions);
        var page = report.Model(await currencies.Transactions.EmptyPathSegment.GetAsync(request => request.Headers.Add("adapty-customer-user-id", "user-42")));
        report.Equal("c-2", report.Model(page.Pagination).NextCursor);
        var transaction = report.Model(page.Data!.Single());
        report.Equal(("vt-1", "adjustment", Instant(day: 1)), (transaction.TransactionId, transaction.TransactionType, transaction.CreatedAt));
        report.Equal("level-up", report.Model(transaction.Metadata)["reason"]);
        var change = report.Model(transaction.Items!.Single());
        report.Equal(("COIN", -30, 70), (change.CurrencyCode, change.Amount, change.BalanceAfter));
    }

    private static void CheckBalance(VirtualCurrencyBalance balance, Report report) =>
        report.Equal(("COIN", "Coins", 75, 5, 70), (balance.Code, balance.Name, balance.Balance, balance.Held, balance.Available));
}
