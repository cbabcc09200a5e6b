using Adapty.Kiota.Models;
using FsCheck;
using FsCheck.Fluent;

namespace Adapty.Kiota.Tests.Robustness.Fuzz;

/// <summary>Profiles as Adapty documents them: every field with every kind of value that it may have. A test sees that none is left out.</summary>
internal static class ProfileGenerator
{
    private static readonly DateTimeOffset Epoch = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string?> Text = Gen.OneOf(
        Gen.Constant<string?>(null),
        Gen.Elements<string?>("", "premium", "app_store", "a b", "\u00e9\u4e16\ud83d\ude00", "\"quoted\\", "<>&'+\u2028", "0", "null"));

    private static readonly Gen<string> Name = Gen.Elements("premium", "gold", "Premium", "\u00fc", "a.b-c_d");

    // Whole microseconds: what Adapty sends has no more.
    private static readonly Gen<DateTimeOffset> Instant =
        Gen.Choose(-2_000_000_000, 2_000_000_000).Select(microseconds => Epoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond * 1000L));

    private static readonly Gen<DateTimeOffset?> MaybeInstant = Gen.OneOf(Gen.Constant<DateTimeOffset?>(null), Instant.Select(instant => (DateTimeOffset?)instant));

    private static readonly Gen<bool?> MaybeBoolean = Gen.Elements<bool?>(null, true, false);

    private static readonly Gen<decimal> Money = Gen.Choose(-1_000_000_000, 1_000_000_000).Select(units => units / 10_000m);

    private static readonly Gen<Offer?> MaybeOffer = Gen.OneOf(
        Gen.Constant<Offer?>(null),
        Three(Text, Text, Text).Select(texts => (Offer?)new Offer { Category = texts.Item1, Type = texts.Item2, Id = texts.Item3 }));

    private static readonly Gen<AccessLevel> Level =
        from id in Name
        from texts in Gen.ListOf(Text, 7)
        from instants in Gen.ListOf(MaybeInstant, 6)
        from offer in MaybeOffer
        from grace in MaybeBoolean
        select new AccessLevel
        {
            AccessLevelId = id,
            Store = texts[0],
            StoreProductId = texts[1],
            StoreBasePlanId = texts[2],
            StoreTransactionId = texts[3],
            StoreOriginalTransactionId = texts[4],
            Environment = texts[6],
            CancellationReason = texts[5],
            StartsAt = instants[0],
            ExpiresAt = instants[1],
            PurchasedAt = instants[2],
            OriginallyPurchasedAt = instants[3],
            RenewalCancelledAt = instants[4],
            BillingIssueDetectedAt = instants[5],
            Offer = offer,
            IsInGracePeriod = grace,
        };

    private static readonly Gen<Subscription> Subscription =
        from texts in Gen.ListOf(Text, 7)
        from instants in Gen.ListOf(MaybeInstant, 5)
        from offer in MaybeOffer
        from grace in MaybeBoolean
        select new Subscription
        {
            Store = texts[0],
            StoreProductId = texts[1],
            StoreBasePlanId = texts[2],
            StoreTransactionId = texts[3],
            StoreOriginalTransactionId = texts[4],
            Environment = texts[5],
            CancellationReason = texts[6],
            PurchasedAt = instants[0],
            OriginallyPurchasedAt = instants[1],
            ExpiresAt = instants[2],
            RenewalCancelledAt = instants[3],
            BillingIssueDetectedAt = instants[4],
            Offer = offer,
            IsInGracePeriod = grace,
        };

    private static readonly Gen<NonSubscription> Purchase =
        from texts in Gen.ListOf(Text, 7)
        from at in MaybeInstant
        from flags in Gen.ListOf(MaybeBoolean, 2)
        select new NonSubscription
        {
            PurchaseId = texts[0],
            Store = texts[1],
            StoreProductId = texts[2],
            StoreBasePlanId = texts[3],
            StoreTransactionId = texts[4],
            StoreOriginalTransactionId = texts[5],
            Environment = texts[6],
            PurchasedAt = at,
            IsRefund = flags[0],
            IsConsumable = flags[1],
        };

    private static readonly Gen<CustomAttribute> Attribute =
        from name in Name
        from value in Gen.OneOf(
            Text.Select(text => text is null ? null : new CustomAttributeValue { String = text }),
            Money.Select(number => (CustomAttributeValue?)new CustomAttributeValue { Decimal = number }),
            Gen.Elements(true, false).Select(boolean => (CustomAttributeValue?)new CustomAttributeValue { Boolean = boolean }))
        select new CustomAttribute { Key = name, Value = value };

    public static readonly Arbitrary<Profile> Profiles = Arb.From(
        from id in Name
        from customer in Text
        from revenue in Money
        from timestamp in Gen.Choose(0, int.MaxValue)
        from levels in Gen.Choose(0, 4).SelectMany(count => Gen.ListOf(Level, count))
        from subscriptions in Gen.Choose(0, 3).SelectMany(count => Gen.ListOf(Subscription, count))
        from purchases in Gen.Choose(0, 3).SelectMany(count => Gen.ListOf(Purchase, count))
        from attributes in Gen.Choose(0, 3).SelectMany(count => Gen.ListOf(Attribute, count))
        select new Profile
        {
            ProfileId = id,
            AppId = "app",
            CustomerUserId = customer,
            SegmentHash = "0000000000000000",
            TotalRevenueUsd = revenue,
            Timestamp = timestamp * 1000L,
            AccessLevels = [.. levels],
            Subscriptions = [.. subscriptions],
            NonSubscriptions = [.. purchases],
            CustomAttributes = [.. attributes],
        });

    private static Gen<(T, T, T)> Three<T>(Gen<T> one, Gen<T> two, Gen<T> three) =>
        from a in one
        from b in two
        from c in three
        select (a, b, c);
}
