using System.Globalization;
using System.Text.RegularExpressions;
using Adapty.Kiota.Api.V2.ServerSideApi;
using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Tests.Contract;

/// <summary>
/// Every operation refuses the same, by the same rule, whether the facade or a generated builder is called; and nothing is sent.
/// </summary>
public sealed partial class RefusedRequestTests
{
    private const string Required = "is required and must not be empty or whitespace";

    private static readonly DateTimeOffset Now = new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private static readonly List<Row> Rows = [.. Users(), .. Profiles(), .. Transactions(), .. AccessLevels(), .. Settings(), .. Imports(), .. Paywalls(), .. Currencies()];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Both_ways_refuse_by_the_same_rule(string name)
    {
        var row = Rows.Single(row => row.ToString() == name);

        var facade = await RefusedAsync(row.Facade);
        var generated = await RefusedAsync(row.Generated);

        Assert.Contains(row.Rule, facade.Message, StringComparison.Ordinal);
        Assert.Contains(row.GeneratedRule ?? row.Rule, generated.Message, StringComparison.Ordinal);
        Assert.Equal(row.Path is null ? null : PathOf(facade), row.Path);
        Assert.Equal(row.Path is null ? null : PathOf(generated), row.Path);
    }

    [Fact]
    public void Every_operation_refuses_something() =>
        Assert.Equal(
            Spec.Operations.Select(operation => operation.Operation).Order(StringComparer.Ordinal),
            Rows.Select(row => row.Operation).Distinct().Order(StringComparer.Ordinal));

    private static async Task<ArgumentException> RefusedAsync(Func<AdaptyClient, CancellationToken, Task> call)
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var adapty = handler.Client();

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => call(adapty, TestContext.Current.CancellationToken));

        Assert.Empty(handler.Requests);
        return exception;
    }

    /// <summary>The path below the argument: the facade's argument has a name of its own, the generated builder's is the body.</summary>
    private static string PathOf(ArgumentException exception)
    {
        var path = Assert.IsType<string>(exception.Data["Adapty.Path"]);
        return path.IndexOfAny(['.', '[']) is >= 0 and var end ? path[end..] : "";
    }

    private static IEnumerable<Row> Users()
    {
        foreach (var facade in FacadeCalls.All.DistinctBy(call => call.Operation).Where(call => call.Headers.Keys.Any(header => header.StartsWith("adapty-", StringComparison.Ordinal) && header != "adapty-platform")))
        {
            var both = facade.Operation == "createProfile";
            yield return new(
                facade.Operation,
                "no user",
                "the default value",
                (adapty, token) => WithoutUserAsync(adapty, facade.Operation, token),
                (adapty, token) => GeneratedAsync(adapty, facade.Operation, [], token))
            {
                GeneratedRule = $"{facade.Operation} takes {(both ? "one or both of" : "exactly one of")} the headers adapty-customer-user-id and adapty-profile-id, and 0 would be sent",
            };
            yield return new(
                facade.Operation,
                "a user with a line break",
                "must not contain control characters",
                (_, _) => Task.FromResult(ProfileKey.ForCustomer("a\nb")),
                (adapty, token) => GeneratedAsync(adapty, facade.Operation, ["a\nb"], token));
        }
    }

    private static IEnumerable<Row> Profiles()
    {
        foreach (var (what, path, rule, change) in ((string, string, string, Action<ProfileFields>)[])[
            ("a country of three letters", ".IpCountry", "must be a two-letter", fields => fields.IpCountry = "BEL"),
            ("another country of three letters", ".StoreCountry", "must be a two-letter", fields => fields.StoreCountry = "BEL"),
            ("a platform with a line break", ".Platform", "must not contain control characters", fields => fields.Platform = "web\r\n"),
            ("no device", ".InstallationMeta.DeviceId", Required, fields => fields.InstallationMeta = new()),
            ("31 attributes", ".CustomAttributes", "must have at most 30 entries", fields => fields.CustomAttributes = [.. Enumerable.Range(0, 31).Select(index => CustomAttribute.Of("k" + index.ToString(CultureInfo.InvariantCulture), index))]),
            ("an attribute's key with a space", ".CustomAttributes[0].Key", "must have 1 to 30 characters", fields => fields.CustomAttributes = [CustomAttribute.Of("a b", 1)]),
            ("an attribute's value of 51 characters", ".CustomAttributes[1].Value", "must have at most 50 characters", fields => fields.CustomAttributes = [CustomAttribute.Of("a", 1), CustomAttribute.Of("b", new string('x', 51))])])
        {
            var create = new CreateProfileRequest();
            change(create);
            yield return new(
                "createProfile",
                what,
                rule,
                (adapty, token) => adapty.Profiles.CreateAsync(TestData.Customer, create, token),
                (adapty, token) => Root(adapty).Profile.EmptyPathSegment.PostAsync(create, For(TestData.CustomerId), token))
            { Path = path };
            var update = new UpdateProfileRequest();
            change(update);
            yield return new(
                "updateProfile",
                what,
                rule,
                (adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, update, token),
                (adapty, token) => Root(adapty).Profile.EmptyPathSegment.PatchAsync(update, For(TestData.CustomerId), token))
            { Path = path };
        }

        yield return new(
            "updateProfile",
            "nothing",
            "must have at least one property with a value",
            (adapty, token) => adapty.Profiles.UpdateAsync(TestData.Customer, new(), token),
            (adapty, token) => Root(adapty).Profile.EmptyPathSegment.PatchAsync(new(), For(TestData.CustomerId), token))
        { Path = "" };
    }

    private static IEnumerable<Row> Transactions()
    {
        foreach (var (what, path, rule, change) in ((string, string, string, Action<SubscriptionTransaction>)[])[
            ("no expiry", ".ExpiresAt", "is required", subscription => subscription.ExpiresAt = null),
            ("no original purchase", ".OriginallyPurchasedAt", "is required", subscription => subscription.OriginallyPurchasedAt = null),
            ("no renewal status", ".RenewStatus", "is required", subscription => subscription.RenewStatus = null),
            ("no store", ".Store", Required, subscription => subscription.Store = " "),
            ("no product", ".StoreProductId", Required, subscription => subscription.StoreProductId = null),
            ("no transaction", ".StoreTransactionId", Required, subscription => subscription.StoreTransactionId = ""),
            ("no purchase date", ".PurchasedAt", "is required", subscription => subscription.PurchasedAt = null),
            ("no price", ".Price", "is required", subscription => subscription.Price = null),
            ("no currency", ".Price.Currency", Required, subscription => subscription.Price!.Currency = null),
            ("an offer without a type", ".Offer.Type", Required, subscription => subscription.Offer = new() { Category = "promotional" }),
            ("an offer in the spelling of responses", ".Offer", "must be given by Category", subscription => subscription.Offer = new() { Category = "promotional", Type = "free_trial", OfferId = "x" }),
            ("another kind", ".PurchaseType", "must be subscription, or left to the client", subscription => subscription.PurchaseType = "one_time_purchase")])
        {
            yield return Transaction("a subscription: " + what, path, rule, () =>
            {
                var subscription = FacadeCalls.MinimalSubscription();
                subscription.PurchaseType = "subscription";
                change(subscription);
                return new SetTransactionRequest { SubscriptionTransaction = subscription };
            });
        }

        yield return Transaction("a one-time purchase: another original transaction", ".StoreOriginalTransactionId", "must equal its StoreTransactionId", () =>
        {
            var purchase = FacadeCalls.MinimalPurchase();
            purchase.PurchaseType = "one_time_purchase";
            purchase.StoreOriginalTransactionId = "another";
            return new SetTransactionRequest { OneTimePurchaseTransaction = purchase };
        });
        yield return Transaction("a one-time purchase: a transaction of 256 characters", ".StoreTransactionId", "must have at most", () =>
        {
            var purchase = FacadeCalls.MinimalPurchase();
            purchase.PurchaseType = "one_time_purchase";
            purchase.StoreTransactionId = purchase.StoreOriginalTransactionId = new string('x', 256);
            return new SetTransactionRequest { OneTimePurchaseTransaction = purchase };
        });
    }

    private static Row Transaction(string what, string path, string rule, Func<SetTransactionRequest> make) => new(
        "setTransaction",
        what,
        rule,
        (adapty, token) => make() is { SubscriptionTransaction: { } subscription }
            ? adapty.Purchases.SetTransactionAsync(TestData.Customer, subscription, token)
            : adapty.Purchases.SetTransactionAsync(TestData.Customer, make().OneTimePurchaseTransaction!, token),
        (adapty, token) => Root(adapty).Purchase.Set.Transaction.EmptyPathSegment.PostAsync(make(), For(TestData.CustomerId), token))
    { Path = path };

    private static IEnumerable<Row> AccessLevels()
    {
        yield return new(
            "grantAccessLevel",
            "no access level",
            Required,
            (adapty, token) => adapty.AccessLevels.GrantAsync(TestData.Customer, " ", Now, token),
            (adapty, token) => Root(adapty).Purchase.Profile.Grant.AccessLevel.EmptyPathSegment.PostAsync(new() { AccessLevelId = " ", ExpiresAt = Now }, For(TestData.CustomerId), token));
        yield return new(
            "grantAccessLevel",
            "an end before the start",
            "the access could never be active",
            (adapty, token) => adapty.AccessLevels.GrantAsync(TestData.Customer, "premium", Now, Now, token),
            (adapty, token) => Root(adapty).Purchase.Profile.Grant.AccessLevel.EmptyPathSegment.PostAsync(
                new() { AccessLevelId = "premium", StartsAt = Now, ExpiresAt = Now }, For(TestData.CustomerId), token));
        yield return new(
            "revokeAccessLevel",
            "no access level",
            Required,
            (adapty, token) => adapty.AccessLevels.RevokeAsync(TestData.Customer, "", token),
            (adapty, token) => Root(adapty).Purchase.Profile.Revoke.AccessLevel.EmptyPathSegment.PostAsync(new(), For(TestData.CustomerId), token));
    }

    private static IEnumerable<Row> Settings()
    {
        yield return new(
            "setRefundSaverSettings",
            "nothing",
            "must have Consent or CustomPreference",
            (adapty, token) => adapty.RefundSaver.SetSettingsAsync(TestData.Customer, new(), token),
            (adapty, token) => Root(adapty).Purchase.Profile.RefundSaver.Settings.EmptyPathSegment.PostAsync(new(), For(TestData.CustomerId), token))
        { Path = "" };
        yield return new(
            "setIntegrationIdentifiers",
            "nothing",
            "must have at least one id",
            (adapty, token) => adapty.Integrations.SetIdentifiersAsync(TestData.Customer, new(), token),
            (adapty, token) => Root(adapty).Integration.Profile.Set.IntegrationIdentifiers.EmptyPathSegment.PostAsync(new(), For(TestData.CustomerId), token))
        { Path = "" };
    }

    private static IEnumerable<Row> Imports()
    {
        foreach (var (what, user, bought) in ((string, string, string)[])[("no user", " ", "sub_1"), ("no purchase", "user-42", "")])
        {
            yield return new(
                "validateStripePurchase",
                what,
                Required,
                (adapty, token) => adapty.Purchases.ValidateStripeAsync(user, bought, token),
                (adapty, token) => adapty.Api.Api.V1.Sdk.Purchase.Stripe.Token.Validate.EmptyPathSegment.PostAsync(
                    new() { Data = new() { Type = "stripe_receipt_validation_result", Attributes = new() { CustomerUserId = user, StripeToken = bought } } }, cancellationToken: token));
            yield return new(
                "validatePaddlePurchase",
                what,
                Required,
                (adapty, token) => adapty.Purchases.ValidatePaddleAsync(user, bought, token),
                (adapty, token) => Root(adapty).Purchase.Paddle.Token.Validate.EmptyPathSegment.PostAsync(new() { CustomerUserId = user, PaddleToken = bought }, cancellationToken: token));
        }
    }

    private static IEnumerable<Row> Paywalls()
    {
        foreach (var size in (int[])[0, -1, 101])
        {
            yield return new(
                "listPaywalls",
                $"pages of {size}",
                "must be",
                (adapty, token) => adapty.Paywalls.ListAsync(size, token).ToListAsync(token).AsTask(),
                (adapty, token) => Root(adapty).Paywalls.EmptyPathSegment.GetAsync(request => request.QueryParameters.Pagesize = size, token));
        }

        foreach (var id in (string[])["..", " ", "a\tb"])
        {
            yield return new(
                "getPaywall",
                $"the id \"{id}\"",
                id == " " ? Required : "must be the id of a paywall",
                (adapty, token) => adapty.Paywalls.GetAsync(id, token),
                (adapty, token) => Root(adapty).Paywalls[id].EmptyPathSegment.GetAsync(cancellationToken: token));
        }

        foreach (var (what, rule, configs) in ((string, string, List<RemoteConfig>)[])[
            ("no config", "must have at least one entry", []),
            ("a config without a locale", Required, [new() { Locale = "en", Data = "{}" }, new() { Data = "{}" }]),
            ("a config without data", "is required", [new() { Locale = "en" }])])
        {
            yield return new(
                "updatePaywall",
                what,
                rule,
                (adapty, token) => adapty.Paywalls.UpdateAsync(FacadeCalls.PaywallId, configs, token),
                (adapty, token) => Root(adapty).Paywalls[FacadeCalls.PaywallId].EmptyPathSegment.PutAsync(new() { RemoteConfigs = configs }, cancellationToken: token));
        }
    }

    private static IEnumerable<Row> Currencies()
    {
        foreach (var (what, path, rule, request) in ((string, string, string, VirtualCurrencyTransactionRequest)[])[
            ("no items", ".Items", "must have 1 to", new()),
            ("an amount of 0", ".Items[0].Amount", "must not be 0", new() { Items = [new() { CurrencyCode = "GEM", Amount = 0 }] }),
            ("a currency twice", ".Items[1].CurrencyCode", "already in the list", new() { Items = [new() { CurrencyCode = "GEM", Amount = 1 }, new() { CurrencyCode = "GEM", Amount = 2 }] }),
            ("a key of the metadata in capitals", ".Metadata", "must have keys of 1 to 30 characters", new() { Items = [new() { CurrencyCode = "GEM", Amount = 1 }], Metadata = new() { ["Reason"] = "x" } })])
        {
            yield return new(
                "createVirtualCurrencyTransaction",
                what,
                rule,
                (adapty, token) => adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, request, token),
                (adapty, token) => Root(adapty).Vc.Transactions.EmptyPathSegment.PostAsync(request, For(TestData.CustomerId), token))
            { Path = path };
        }

        yield return new(
            "createVirtualCurrencyTransaction",
            "an idempotency key of version 1",
            "must be a UUID of version 4",
            (adapty, token) => adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, FacadeCalls.Exchange(), "9d2c6f4e-1b7a-1c3d-8e5f-a0b1c2d3e4f5", token),
            (adapty, token) => Root(adapty).Vc.Transactions.EmptyPathSegment.PostAsync(
                FacadeCalls.Exchange(),
                request =>
                {
                    For(TestData.CustomerId)(request);
                    request.Headers.Add("Idempotency-Key", "9d2c6f4e-1b7a-1c3d-8e5f-a0b1c2d3e4f5");
                },
                token));
        foreach (var size in (int[])[0, 101])
        {
            yield return new(
                "listVirtualCurrencyTransactions",
                $"pages of {size}",
                "must be",
                (adapty, token) => adapty.VirtualCurrency.ListTransactionsAsync(TestData.Customer, null, size, token).ToListAsync(token).AsTask(),
                (adapty, token) => Root(adapty).Vc.Transactions.EmptyPathSegment.GetAsync(
                    request =>
                    {
                        request.Headers.Add("adapty-customer-user-id", TestData.CustomerId);
                        request.QueryParameters.Limit = size;
                    },
                    token));
        }
    }

    private static Task WithoutUserAsync(AdaptyClient adapty, string operation, CancellationToken token)
    {
        ProfileKey nobody = default;
        return operation switch
        {
            "getProfile" => adapty.Profiles.GetAsync(nobody, token),
            "createProfile" => adapty.Profiles.CreateAsync(nobody, cancellationToken: token),
            "updateProfile" => adapty.Profiles.UpdateAsync(nobody, new() { FirstName = "Ines" }, token),
            "deleteProfile" => adapty.Profiles.DeleteAsync(nobody, token),
            "setTransaction" => adapty.Purchases.SetTransactionAsync(nobody, FacadeCalls.MinimalSubscription(), token),
            "grantAccessLevel" => adapty.AccessLevels.GrantLifetimeAsync(nobody, "premium", token),
            "revokeAccessLevel" => adapty.AccessLevels.RevokeAsync(nobody, "premium", token),
            "getRefundSaverSettings" => adapty.RefundSaver.GetSettingsAsync(nobody, token),
            "setRefundSaverSettings" => adapty.RefundSaver.SetSettingsAsync(nobody, new() { Consent = true }, token),
            "getIntegrationIdentifiers" => adapty.Integrations.GetIdentifiersAsync(nobody, token),
            "setIntegrationIdentifiers" => adapty.Integrations.SetIdentifiersAsync(nobody, new() { BranchId = "b" }, token),
            "createVirtualCurrencyTransaction" => adapty.VirtualCurrency.CreateTransactionAsync(nobody, FacadeCalls.Exchange(), token),
            "listVirtualCurrencyTransactions" => adapty.VirtualCurrency.ListTransactionsAsync(nobody, token).ToListAsync(token).AsTask(),
            "listVirtualCurrencyBalances" => adapty.VirtualCurrency.GetBalancesAsync(nobody, token),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "The operation is missing here."),
        };
    }

    /// <summary>Calls the generated builder of an operation with other users than the one that it names.</summary>
    private static Task GeneratedAsync(AdaptyClient adapty, string operation, string[] users, CancellationToken token)
    {
        Action<RequestConfiguration<DefaultQueryParameters>> request = For(users);
        var root = Root(adapty);
        return operation switch
        {
            "getProfile" => root.Profile.EmptyPathSegment.GetAsync(request, token),
            "createProfile" => root.Profile.EmptyPathSegment.PostAsync(new(), request, token),
            "updateProfile" => root.Profile.EmptyPathSegment.PatchAsync(new() { FirstName = "Ines" }, request, token),
            "deleteProfile" => root.Profile.EmptyPathSegment.DeleteAsync(request, token),
            "setTransaction" => root.Purchase.Set.Transaction.EmptyPathSegment.PostAsync(new() { SubscriptionTransaction = Subscription() }, request, token),
            "grantAccessLevel" => root.Purchase.Profile.Grant.AccessLevel.EmptyPathSegment.PostAsync(new() { AccessLevelId = "premium" }, request, token),
            "revokeAccessLevel" => root.Purchase.Profile.Revoke.AccessLevel.EmptyPathSegment.PostAsync(new() { AccessLevelId = "premium" }, request, token),
            "getRefundSaverSettings" => root.Purchase.Profile.RefundSaver.Settings.EmptyPathSegment.GetAsync(request, token),
            "setRefundSaverSettings" => root.Purchase.Profile.RefundSaver.Settings.EmptyPathSegment.PostAsync(new() { Consent = true }, request, token),
            "getIntegrationIdentifiers" => root.Integration.Profile.Set.IntegrationIdentifiers.EmptyPathSegment.GetAsync(request, token),
            "setIntegrationIdentifiers" => root.Integration.Profile.Set.IntegrationIdentifiers.EmptyPathSegment.PostAsync(new() { BranchId = "b" }, request, token),
            "createVirtualCurrencyTransaction" => root.Vc.Transactions.EmptyPathSegment.PostAsync(FacadeCalls.Exchange(), request, token),
            "listVirtualCurrencyTransactions" => root.Vc.Transactions.EmptyPathSegment.GetAsync(list => AddTo(list.Headers, users), token),
            "listVirtualCurrencyBalances" => root.Vc.Balances.EmptyPathSegment.GetAsync(request, token),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "The operation is missing here."),
        };
    }

    private static SubscriptionTransaction Subscription()
    {
        var subscription = FacadeCalls.MinimalSubscription();
        subscription.PurchaseType = "subscription";
        return subscription;
    }

    private static ServerSideApiRequestBuilder Root(AdaptyClient adapty) => adapty.Api.Api.V2.ServerSideApi;

    private static Action<RequestConfiguration<DefaultQueryParameters>> For(params string[] users) => request => AddTo(request.Headers, users);

    private static void AddTo(RequestHeaders headers, string[] users)
    {
        foreach (var user in users)
            headers.Add("adapty-customer-user-id", user);
    }

    /// <summary>One thing that breaks one rule.</summary>
    /// <param name="Operation">The operation's id in the spec.</param>
    /// <param name="What">What is wrong.</param>
    /// <param name="Rule">What the message says.</param>
    /// <param name="Facade">The call of an area.</param>
    /// <param name="Generated">The same by <c>adapty.Api</c>.</param>
    private sealed record Row(string Operation, string What, string Rule, Func<AdaptyClient, CancellationToken, Task> Facade, Func<AdaptyClient, CancellationToken, Task> Generated)
    {
        /// <summary>What the generated builder's message says where it is not the same: there the user is a header, not a key.</summary>
        public string? GeneratedRule { get; init; }

        /// <summary>The path below the argument, the same in both ways; null where the facade has an argument for it.</summary>
        public string? Path { get; init; }

        public override string ToString() => Unprintable().Replace($"{Operation}, {What}", "?");
    }

    [GeneratedRegex(@"\p{C}")]
    private static partial Regex Unprintable();
}
