using System.Runtime.CompilerServices;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Tests.Contract.Suite;

/// <summary>
/// What a backend may rely on, written once: against the documented responses on WireMock, the fake, and the real Adapty.
/// Whatever Adapty's documentation leaves open is left open here.
/// </summary>
public abstract class AdaptyContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts an Adapty for one test, or skips it with the reason.</summary>
    /// <param name="scene">The test's name.</param>
    protected abstract Task<AdaptyUnderTest> StartAsync([CallerMemberName] string scene = "");

    [Fact]
    public async Task A_profile_shows_what_the_user_has()
    {
        await using var adapty = await StartAsync();

        var profile = await adapty.Client.Profiles.GetAsync(adapty.Customer, Token);

        Assert.Equal(World.Customer, profile.CustomerUserId);
        Assert.True(profile.HasAccess("premium"));
        Assert.False(profile.HasAccess("Premium"));
        Assert.False(profile.HasAccess("audiobooks"));
        Assert.Equal(["premium"], profile.ActiveAccessLevels().Select(level => level.AccessLevelId));
        Assert.Equal(["audiobooks", "premium"], profile.AccessLevels!.Select(level => level.AccessLevelId).Order(StringComparer.Ordinal));
        Assert.Equal(World.Product, Assert.Single(profile.Subscriptions!).StoreProductId);
        Assert.Equal(World.OneTimeProduct, Assert.Single(profile.NonSubscriptions!).StoreProductId);
        Assert.Equal("crime", Attribute(profile, "favourite_genre")?.String);
        Assert.Equal(42.5m, Attribute(profile, "books_read")?.Decimal);
        Assert.Equal(61.37m, profile.TotalRevenueUsd);
    }

    [Fact]
    public async Task A_profile_is_the_same_by_both_of_its_ids()
    {
        await using var adapty = await StartAsync();

        var byCustomer = await adapty.Client.Profiles.GetAsync(adapty.Customer, Token);
        var byProfile = await adapty.Client.Profiles.GetAsync(ProfileKey.ForProfile(byCustomer.ProfileId!), Token);

        Assert.Equal((byCustomer.ProfileId, byCustomer.CustomerUserId), (byProfile.ProfileId, byProfile.CustomerUserId));
        Assert.Equal(byCustomer.AccessLevels!.Select(level => (level.AccessLevelId, level.ExpiresAt)), byProfile.AccessLevels!.Select(level => (level.AccessLevelId, level.ExpiresAt)));
    }

    [Fact]
    public async Task Nobody_is_found_as_null_and_got_as_an_error()
    {
        await using var adapty = await StartAsync();

        Assert.Null(await adapty.Client.Profiles.FindAsync(adapty.Nobody, Token));
        await Assert.ThrowsAsync<AdaptyProfileNotFoundException>(() => adapty.Client.Profiles.GetAsync(adapty.Nobody, Token));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_whatever_is_asked()
    {
        await using var adapty = await StartAsync();
        using var other = adapty.ConnectWith("secret_live_of_nobody");

        foreach (var call in (Func<Task>[])
            [
                () => other.Profiles.FindAsync(adapty.Nobody, Token),
                () => other.Profiles.DeleteAsync(adapty.Nobody, Token),
                () => other.AccessLevels.RevokeAsync(adapty.Nobody, World.AccessLevel, Token),
                () => other.RefundSaver.GetSettingsAsync(adapty.Nobody, Token),
                () => other.Integrations.GetIdentifiersAsync(adapty.Nobody, Token),
                () => other.Paywalls.ListAsync(Token).ToListAsync(Token).AsTask(),
            ])
        {
            var exception = await Assert.ThrowsAsync<AdaptyAuthenticationException>(call);
            Assert.Equal(401, exception.StatusCode);
            Assert.False(exception.IsTransient);
        }
    }

    [Fact]
    public async Task A_profile_comes_and_goes()
    {
        await using var adapty = await StartAsync();
        var profiles = adapty.Client.Profiles;
        Assert.Null(await profiles.FindAsync(adapty.NewCustomer, Token));

        var created = await profiles.CreateAsync(adapty.NewCustomer, new CreateProfileRequest { FirstName = "Ines", InstallationMeta = new InstallationMeta { DeviceId = "web-7d0c41" }, Platform = Platforms.Web }, Token);
        var read = await profiles.GetAsync(adapty.NewCustomer, Token);
        await profiles.DeleteAsync(adapty.NewCustomer, Token);

        Assert.Equal((adapty.NewCustomerId, created.ProfileId), (created.CustomerUserId, read.ProfileId));
        Assert.Empty(created.ActiveAccessLevels());
        Assert.Null(await profiles.FindAsync(adapty.NewCustomer, Token));
        await Assert.ThrowsAsync<AdaptyProfileNotFoundException>(() => profiles.DeleteAsync(adapty.NewCustomer, Token));
    }

    [Fact]
    public async Task An_anonymous_profile_gets_its_user()
    {
        await using var adapty = await StartAsync();
        var anonymous = ProfileKey.ForProfile(World.AnonymousProfile);
        Assert.Null((await adapty.Client.Profiles.GetAsync(anonymous, Token)).CustomerUserId);

        var known = await adapty.Client.Profiles.CreateAsync(anonymous, adapty.NewCustomer, cancellationToken: Token);

        Assert.Equal((World.AnonymousProfile, adapty.NewCustomerId), (known.ProfileId, known.CustomerUserId));
        Assert.Equal(World.AnonymousProfile, (await adapty.Client.Profiles.GetAsync(adapty.NewCustomer, Token)).ProfileId);
    }

    [Fact]
    public async Task Attributes_are_set_and_deleted()
    {
        await using var adapty = await StartAsync();
        await adapty.Client.Profiles.CreateAsync(adapty.NewCustomer, cancellationToken: Token);

        var set = await adapty.Client.Profiles.UpdateAsync(
            adapty.NewCustomer, new UpdateProfileRequest { CustomAttributes = [CustomAttribute.Of("genre", "poetry"), CustomAttribute.Of("books", 42.5m)] }, Token);
        var deleted = await adapty.Client.Profiles.UpdateAsync(adapty.NewCustomer, new UpdateProfileRequest { CustomAttributes = [CustomAttribute.Delete("books")] }, Token);
        var read = await adapty.Client.Profiles.GetAsync(adapty.NewCustomer, Token);

        Assert.Equal(("poetry", 42.5m), (Attribute(set, "genre")?.String, Attribute(set, "books")?.Decimal));
        foreach (var profile in (Profile[])[deleted, read])
        {
            Assert.Equal("poetry", Attribute(profile, "genre")?.String);
            Assert.Null(Attribute(profile, "books"));
        }
    }

    [Fact]
    public async Task A_grant_gives_access_until_its_end_and_a_revocation_takes_it()
    {
        await using var adapty = await StartAsync();
        var until = adapty.Now.AddDays(30);
        await adapty.Client.Profiles.CreateAsync(adapty.NewCustomer, cancellationToken: Token);

        var granted = await adapty.Client.AccessLevels.GrantAsync(adapty.NewCustomer, World.AccessLevel, until, Token);
        var read = await adapty.Client.Profiles.GetAsync(adapty.NewCustomer, Token);
        var revoked = await adapty.Client.AccessLevels.RevokeAsync(adapty.NewCustomer, World.AccessLevel, Token);
        var readAgain = await adapty.Client.Profiles.GetAsync(adapty.NewCustomer, Token);

        foreach (var profile in (Profile[])[granted, read])
        {
            Assert.True(profile.HasAccess(World.AccessLevel));
            Assert.True(profile.HasAccess(World.AccessLevel, until.AddSeconds(-1)));
            Assert.False(profile.HasAccess(World.AccessLevel, until));
        }

        foreach (var profile in (Profile[])[revoked, readAgain])
        {
            Assert.False(profile.HasAccess(World.AccessLevel, adapty.Now.AddMinutes(5)));
            Assert.False(profile.HasAccess(World.AccessLevel, until.AddSeconds(-1)));
        }
    }

    [Fact]
    public async Task A_scheduled_grant_begins_when_it_says()
    {
        await using var adapty = await StartAsync();
        var (from, until) = (adapty.Now.AddDays(30), adapty.Now.AddDays(60));
        await adapty.Client.Profiles.CreateAsync(adapty.NewCustomer, cancellationToken: Token);

        var profile = await adapty.Client.AccessLevels.GrantAsync(adapty.NewCustomer, World.AccessLevel, until, from, Token);

        Assert.False(profile.HasAccess(World.AccessLevel));
        Assert.False(profile.HasAccess(World.AccessLevel, from.AddSeconds(-1)));
        Assert.True(profile.HasAccess(World.AccessLevel, from));
        Assert.False(profile.HasAccess(World.AccessLevel, until));
    }

    [Fact]
    public async Task A_grant_for_life_has_no_end()
    {
        await using var adapty = await StartAsync();
        await adapty.Client.Profiles.CreateAsync(adapty.NewCustomer, cancellationToken: Token);

        var profile = await adapty.Client.AccessLevels.GrantLifetimeAsync(adapty.NewCustomer, World.AccessLevel, Token);

        Assert.Null(Assert.Single(profile.ActiveAccessLevels()).ExpiresAt);
        Assert.True(profile.HasAccess(World.AccessLevel, adapty.Now.AddYears(100)));
    }

    [Fact]
    public async Task A_revocation_lies_in_the_future_and_before_the_expiry()
    {
        await using var adapty = await StartAsync();
        var access = adapty.Client.AccessLevels;
        var end = adapty.Now.AddDays(10);
        await adapty.Client.Profiles.CreateAsync(adapty.NewCustomer, cancellationToken: Token);
        await access.GrantAsync(adapty.NewCustomer, World.AccessLevel, adapty.Now.AddDays(30), Token);

        var tooLate = await Assert.ThrowsAsync<AdaptyValidationException>(() => access.RevokeAsync(adapty.NewCustomer, World.AccessLevel, adapty.Now.AddDays(31), Token));
        var tooEarly = await Assert.ThrowsAsync<AdaptyValidationException>(() => access.RevokeAsync(adapty.NewCustomer, World.AccessLevel, adapty.Now.AddDays(-1), Token));
        var revoked = await access.RevokeAsync(adapty.NewCustomer, World.AccessLevel, end, Token);

        Assert.Equal(AdaptyErrorCodes.RevocationDateMoreThanExpirationDate, tooLate.ErrorCode);
        Assert.Equal(AdaptyErrorCodes.ValueError, tooEarly.ErrorCode);
        Assert.True(revoked.HasAccess(World.AccessLevel));
        Assert.False(revoked.HasAccess(World.AccessLevel, end));
    }

    [Fact]
    public async Task What_the_app_or_the_user_does_not_have_is_named()
    {
        await using var adapty = await StartAsync();
        await adapty.Client.Profiles.CreateAsync(adapty.NewCustomer, cancellationToken: Token);

        var level = await Assert.ThrowsAsync<AdaptyResourceNotFoundException>(() => adapty.Client.AccessLevels.GrantLifetimeAsync(adapty.NewCustomer, "no-such-level", Token));
        var notHeld = await Assert.ThrowsAsync<AdaptyValidationException>(() => adapty.Client.AccessLevels.RevokeAsync(adapty.NewCustomer, World.AccessLevel, Token));
        var paywall = await Assert.ThrowsAsync<AdaptyResourceNotFoundException>(() => adapty.Client.Paywalls.GetAsync("00000000-0000-4000-8000-000000000000", Token));

        Assert.Equal(AdaptyErrorCodes.PaidAccessLevelDoesNotExist, level.ErrorCode);
        Assert.Equal(AdaptyErrorCodes.ProfilePaidAccessLevelDoesNotExist, notHeld.ErrorCode);
        Assert.Equal(AdaptyErrorCodes.PaywallDoesNotExist, paywall.ErrorCode);
        Assert.All((AdaptyApiException[])[level, notHeld, paywall], exception => Assert.NotEmpty(exception.Errors));
    }

    [Fact]
    public async Task An_unknown_user_is_an_unknown_profile_in_every_area()
    {
        await using var adapty = await StartAsync();
        var client = adapty.Client;

        foreach (var call in (Func<Task>[])
            [
                () => client.Profiles.GetAsync(adapty.Nobody, Token),
                () => client.Profiles.UpdateAsync(adapty.Nobody, new UpdateProfileRequest { FirstName = "Ines" }, Token),
                () => client.Profiles.DeleteAsync(adapty.Nobody, Token),
                () => client.Purchases.SetTransactionAsync(adapty.Nobody, Transactions.Subscription(adapty.Now), Token),
                () => client.AccessLevels.GrantAsync(adapty.Nobody, World.AccessLevel, adapty.Now.AddDays(1), Token),
                () => client.AccessLevels.RevokeAsync(adapty.Nobody, World.AccessLevel, Token),
                () => client.RefundSaver.GetSettingsAsync(adapty.Nobody, Token),
                () => client.RefundSaver.SetSettingsAsync(adapty.Nobody, new SetRefundSaverSettingsRequest { Consent = true }, Token),
                () => client.Integrations.GetIdentifiersAsync(adapty.Nobody, Token),
                () => client.Integrations.SetIdentifiersAsync(adapty.Nobody, new IntegrationIdentifiers { BranchId = "1" }, Token),
            ])
        {
            Assert.Contains((await Assert.ThrowsAsync<AdaptyProfileNotFoundException>(call)).StatusCode, (int[])[400, 404]);
        }
    }

    [Fact]
    public async Task A_subscription_is_recorded_and_renewed()
    {
        await using var adapty = await StartAsync();
        await adapty.Client.Profiles.CreateAsync(adapty.NewCustomer, cancellationToken: Token);

        var first = Transactions.Subscription(adapty.Now);
        var bought = await adapty.Client.Purchases.SetTransactionAsync(adapty.NewCustomer, first, Token);
        var second = Transactions.Renewal(adapty.Now);
        var renewed = await adapty.Client.Purchases.SetTransactionAsync(adapty.NewCustomer, second, Token);
        var read = await adapty.Client.Profiles.GetAsync(adapty.NewCustomer, Token);

        AssertSubscription(first, bought);
        AssertSubscription(second, renewed);
        AssertSubscription(second, read);
    }

    [Fact]
    public async Task A_one_time_purchase_is_recorded()
    {
        await using var adapty = await StartAsync();
        await adapty.Client.Profiles.CreateAsync(adapty.NewCustomer, cancellationToken: Token);
        var purchase = Transactions.OneTimePurchase(adapty.Now);

        var profile = await adapty.Client.Purchases.SetTransactionAsync(adapty.NewCustomer, purchase, Token);

        // Adapty's own page shows it among the subscriptions.
        var ids = profile.NonSubscriptions!.Select(bought => bought.StoreTransactionId).Concat(profile.Subscriptions!.Select(bought => bought.StoreTransactionId));
        Assert.Equal([purchase.StoreTransactionId], ids);
    }

    [Fact]
    public async Task Purchases_that_do_not_fit_together_are_refused_by_name()
    {
        await using var adapty = await StartAsync();
        await adapty.Client.Profiles.CreateAsync(adapty.NewCustomer, cancellationToken: Token);

        foreach (var (code, transaction) in Transactions.Refused(adapty.Now))
        {
            var exception = await Assert.ThrowsAsync<AdaptyValidationException>(() => transaction switch
            {
                SubscriptionTransaction subscription => adapty.Client.Purchases.SetTransactionAsync(adapty.NewCustomer, subscription, Token),
                _ => adapty.Client.Purchases.SetTransactionAsync(adapty.NewCustomer, (OneTimePurchaseTransaction)transaction, Token),
            });
            Assert.Equal((400, code), (exception.StatusCode, exception.ErrorCode));
            Assert.NotEmpty(exception.Errors);
        }

        Assert.Empty((await adapty.Client.Profiles.GetAsync(adapty.NewCustomer, Token)).Subscriptions!);
    }

    [Fact]
    public async Task Web_purchases_are_imported_into_the_users_profile()
    {
        await using var adapty = await StartAsync();

        var stripe = await adapty.Client.Purchases.ValidateStripeAsync(adapty.NewCustomerId, World.StripeToken, Token);
        var created = await adapty.Client.Profiles.GetAsync(adapty.NewCustomer, Token);
        var paddle = await adapty.Client.Purchases.ValidatePaddleAsync(adapty.NewCustomerId, World.PaddleToken, Token);

        Assert.Null(stripe.Data);
        Assert.Equal((adapty.NewCustomerId, created.ProfileId), (paddle.CustomerUserId, paddle.ProfileId));
    }

    [Fact]
    public async Task Refund_saver_settings_are_kept_one_by_one()
    {
        await using var adapty = await StartAsync();
        var created = await adapty.Client.Profiles.CreateAsync(adapty.NewCustomer, cancellationToken: Token);

        var both = await adapty.Client.RefundSaver.SetSettingsAsync(adapty.NewCustomer, new SetRefundSaverSettingsRequest { Consent = true, CustomPreference = RefundPreferences.Decline }, Token);
        var withdrawn = await adapty.Client.RefundSaver.SetSettingsAsync(adapty.NewCustomer, new SetRefundSaverSettingsRequest { Consent = false }, Token);
        var read = await adapty.Client.RefundSaver.GetSettingsAsync(adapty.NewCustomer, Token);

        Assert.Equal((created.ProfileId, true, "decline"), (both.ProfileId, both.Settings!.Consent, both.Settings.CustomPreference));
        Assert.Equal((created.ProfileId, false, "decline"), (withdrawn.ProfileId, withdrawn.Settings!.Consent, withdrawn.Settings.CustomPreference));
        Assert.Equal((created.ProfileId, false, "decline"), (read.ProfileId, read.Settings!.Consent, read.Settings.CustomPreference));
    }

    [Fact]
    public async Task Identifiers_are_added_to_those_that_are_there()
    {
        await using var adapty = await StartAsync();
        var integrations = adapty.Client.Integrations;
        await adapty.Client.Profiles.CreateAsync(adapty.NewCustomer, cancellationToken: Token);

        await integrations.SetIdentifiersAsync(adapty.NewCustomer, new IntegrationIdentifiers { AppsflyerId = "1930464309123-4567890" }, Token);
        await integrations.SetIdentifiersAsync(adapty.NewCustomer, new IntegrationIdentifiers { BranchId = "987654321098765432" }, Token);
        var read = await integrations.GetIdentifiersAsync(adapty.NewCustomer, Token);

        Assert.Equal(("1930464309123-4567890", "987654321098765432"), (read.AppsflyerId, read.BranchId));
        Assert.Null(read.TenjinAnalyticsInstallationId);
    }

    [Fact]
    public async Task Every_paywall_that_is_listed_can_be_read()
    {
        await using var adapty = await StartAsync();
        var listed = await adapty.Client.Paywalls.ListAsync(pageSize: 1, Token).Take(2).ToListAsync(Token);
        Assert.SkipWhen(listed.Count == 0, "the app has no paywall");

        foreach (var item in listed)
        {
            var paywall = await adapty.Client.Paywalls.GetAsync(item.PaywallId!, Token);

            Assert.Equal((item.PaywallId, item.Title, item.State), (paywall.PaywallId, paywall.Title, paywall.State));
            Assert.Equal(item.Products!.Select(product => product.ProductId), paywall.Products!.Select(product => product.ProductId));
        }

        Assert.Equal(listed.Count, listed.Select(item => item.PaywallId).Distinct().Count());
    }

    [Fact]
    public async Task A_paywalls_configs_are_replaced_as_a_whole()
    {
        await using var adapty = await StartAsync();
        var listed = await adapty.Client.Paywalls.ListAsync(Token).FirstAsync(Token);
        var before = await adapty.Client.Paywalls.GetAsync(listed.PaywallId!, Token);

        var updated = await adapty.Client.Paywalls.UpdateAsync(listed.PaywallId!, [new RemoteConfig { Locale = "fr", Data = "{\"headline\": \"Lisez\"}" }], Token);
        var read = await adapty.Client.Paywalls.GetAsync(listed.PaywallId!, Token);

        Assert.Equal(["en", "nl"], before.RemoteConfigs!.Select(config => config.Locale));
        foreach (var paywall in (Paywall[])[updated, read])
        {
            var config = Assert.Single(paywall.RemoteConfigs!);
            Assert.Equal(("fr", "{\"headline\": \"Lisez\"}"), (config.Locale, config.Data));
        }
    }

    [Fact]
    public async Task A_currency_transaction_counts_once_under_its_key()
    {
        await using var adapty = await StartAsync();
        var currency = adapty.Client.VirtualCurrency;
        var key = Guid.NewGuid();
        var exchange = new VirtualCurrencyTransactionRequest
        {
            Items = [new() { CurrencyCode = "GEM", Amount = -5 }, new() { CurrencyCode = "COIN", Amount = 500 }],
            Metadata = new VirtualCurrencyMetadata { ["reason"] = "exchange" },
        };

        var first = await currency.CreateTransactionAsync(adapty.Customer, exchange, key, Token);
        var repeated = await currency.CreateTransactionAsync(adapty.Customer, exchange, key, Token);
        var balances = await currency.GetBalancesAsync(adapty.Customer, Token);
        var newest = await currency.ListTransactionsAsync(adapty.Customer, Token).FirstAsync(Token);

        Assert.Equal(first.TransactionId, repeated.TransactionId);
        foreach (var list in (List<VirtualCurrencyBalance>[])[first.Balances!, repeated.Balances!, balances.Data!])
            Assert.Equal([("COIN", 1750), ("GEM", 7)], list.Select(balance => (balance.Code!, balance.Balance!.Value)).Order());
        Assert.All(balances.Data!, balance => Assert.Equal(balance.Balance - balance.Held, balance.Available));
        Assert.Equal((first.TransactionId, TransactionTypes.ApiTransaction, "exchange"), (newest.TransactionId, newest.TransactionType, newest.Metadata!["reason"]));
        Assert.Equal([("COIN", 500, 1750), ("GEM", -5, 7)], newest.Items!.Select(item => (item.CurrencyCode!, item.Amount!.Value, item.BalanceAfter!.Value)).Order());
    }

    [Fact]
    public async Task A_history_of_currencies_comes_newest_first_page_by_page()
    {
        await using var adapty = await StartAsync();
        var currency = adapty.Client.VirtualCurrency;
        foreach (var amount in (int[])[10, 20, 30])
            await currency.CreateTransactionAsync(adapty.Customer, new VirtualCurrencyTransactionRequest { Items = [new() { CurrencyCode = "COIN", Amount = amount }] }, Token);

        var history = await currency.ListTransactionsAsync(adapty.Customer, "COIN", pageSize: 2, Token).Take(3).ToListAsync(Token);

        Assert.Equal([30, 20, 10], history.Select(transaction => transaction.Items!.Single().Amount!.Value));
    }

    [Fact]
    public async Task What_a_balance_does_not_allow_is_refused_by_name()
    {
        await using var adapty = await StartAsync();
        var currency = adapty.Client.VirtualCurrency;

        foreach (var (code, item) in ((string, VirtualCurrencyAdjustment)[])
            [
                (AdaptyErrorCodes.InsufficientBalance, new() { CurrencyCode = "GEM", Amount = -13 }),
                (AdaptyErrorCodes.UnknownCurrency, new() { CurrencyCode = "RUBY", Amount = 1 }),
                (AdaptyErrorCodes.BalanceOverflow, new() { CurrencyCode = "COIN", Amount = int.MaxValue }),
            ])
        {
            var exception = await Assert.ThrowsAsync<AdaptyValidationException>(() => currency.CreateTransactionAsync(adapty.Customer, new VirtualCurrencyTransactionRequest { Items = [item] }, Token));
            Assert.Equal(code, exception.ErrorCode);
        }

        foreach (var call in (Func<Task>[])
            [
                () => currency.CreateTransactionAsync(adapty.Nobody, new VirtualCurrencyTransactionRequest { Items = [new() { CurrencyCode = "GEM", Amount = 1 }] }, Token),
                () => currency.GetBalancesAsync(adapty.Nobody, Token),
                () => currency.ListTransactionsAsync(adapty.Nobody, Token).ToListAsync(Token).AsTask(),
            ])
        {
            await Assert.ThrowsAsync<AdaptyProfileNotFoundException>(call);
        }
    }

    private static CustomAttributeValue? Attribute(Profile profile, string key) => profile.CustomAttributes!.Find(attribute => attribute.Key == key)?.Value;

    private static void AssertSubscription(SubscriptionTransaction transaction, Profile profile)
    {
        var subscription = Assert.Single(profile.Subscriptions!);
        Assert.Equal(
            (transaction.StoreProductId, transaction.StoreTransactionId, transaction.StoreOriginalTransactionId, transaction.ExpiresAt),
            (subscription.StoreProductId, subscription.StoreTransactionId, subscription.StoreOriginalTransactionId, subscription.ExpiresAt));
        Assert.True(profile.HasAccess(World.AccessLevel));
        Assert.True(profile.HasAccess(World.AccessLevel, transaction.ExpiresAt!.Value.AddSeconds(-1)));
        Assert.False(profile.HasAccess(World.AccessLevel, transaction.ExpiresAt.Value));
    }
}
