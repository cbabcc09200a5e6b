using System.Text;
using Adapty.Kiota.Models;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;

namespace Adapty.Kiota.Caching.Tests;

/// <summary>What stands in Redis, and how it is read.</summary>
public sealed class EntryTests
{
    private static readonly DateTimeOffset AsOf = new(2031, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ProfileCacheOptions Options = new();

    private readonly FakeTimeProvider _clock = new(AsOf);
    private readonly EntrySerializer _serializer;

    public EntryTests() => _serializer = new EntrySerializer(Options, _clock);

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void An_entry_is_read_back_the_same(bool isKnown, bool isUnsettled)
    {
        var profile = isKnown
            ? new Profile
            {
                ProfileId = "p-1",
                AccessLevels = [new AccessLevel { AccessLevelId = "premium", ExpiresAt = AsOf.AddDays(1) }],
                AdditionalData = { ["new_field"] = "é" },
            }
            : null;
        var stored = new FusionCacheDistributedEntry<ProfileEntry>(new ProfileEntry(profile, AsOf, ["A", "B"], Options, isUnsettled), 1, 2, ["A", "B"], metadata: null);

        var read = _serializer.Deserialize<FusionCacheDistributedEntry<ProfileEntry>>(_serializer.Serialize(stored))!;

        Assert.Equal((1, 2, AsOf), (read.Timestamp, read.LogicalExpirationTimestamp, read.Value.AsOf));
        Assert.Equal(["A", "B"], read.Tags!);
        Assert.Equal(["A", "B"], read.Value.Names);
        Assert.Equal(isKnown, read.Value.Profile is not null);
        Assert.Equal(stored.Value.FreshUntil, read.Value.FreshUntil);
        if (profile is null)
            return;
        Assert.Equal(AdaptyJson.Serialize(AdaptyJson.Deserialize<Profile>(AdaptyJson.Serialize(profile))), AdaptyJson.Serialize(read.Value.Profile));
        Assert.True(read.Value.Profile!.HasAccess("premium"));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.False(read.Value.Profile.HasAccess("premium"));
    }

    [Fact]
    public void A_marker_is_read_back_the_same()
    {
        var read = _serializer.Deserialize<FusionCacheDistributedEntry<long>>(
            _serializer.Serialize(new FusionCacheDistributedEntry<long>(3, 1, 2, tags: null, metadata: null)))!;

        Assert.Equal((3, 1, 2), (read.Value, read.Timestamp, read.LogicalExpirationTimestamp));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 2 3 0 A")]
    [InlineData("1 2 3 A\n")]
    [InlineData("1 2 3 0 \n")]
    [InlineData("x 2 3 0 A\n")]
    [InlineData("1 -2 3 0 A\n")]
    [InlineData("1 2 9223372036854775807 0 A\n")]
    [InlineData("1 2 3 0 A\n{\"profile_id\":\"p-1\"")]
    [InlineData("1 2 3 0 A\n{\"profile_id\":\"p-1\",\"access_levels\":[{\"access_level_id\":\"premium\"}]}")]
    public void A_damaged_entry_is_an_exception_and_never_another_decision(string text) =>
        Assert.ThrowsAny<Exception>(() => _serializer.Deserialize<FusionCacheDistributedEntry<ProfileEntry>>(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void An_invalidation_voids_what_was_looked_up_before_it_and_nothing_later()
    {
        var invalidations = new Invalidations(_clock);
        int[] stripes = [Invalidations.StripeOf("A")];
        var before = invalidations.Sequence;
        Assert.False(invalidations.AnySince(before, stripes));
        invalidations.Add("A");

        Assert.True(invalidations.AnySince(before, stripes));
        var after = invalidations.Sequence;
        Assert.False(invalidations.AnySince(after, stripes));
        invalidations.AddAll();
        Assert.True(invalidations.AnySince(after, stripes));
    }

    [Fact]
    public void A_name_is_unsettled_for_a_while_after_its_last_invalidation()
    {
        var invalidations = new Invalidations(_clock);
        invalidations.Add("A");
        invalidations.Add("B");
        _clock.Advance(Invalidations.RecentFor / 2);
        invalidations.Add("A");
        _clock.Advance(Invalidations.RecentFor / 2);
        invalidations.Add("C");

        Assert.True(invalidations.AnyRecent(["B", "A"]));
        Assert.False(invalidations.AnyRecent(["B", "D"]));
        _clock.Advance(Invalidations.RecentFor / 2);
        Assert.False(invalidations.AnyRecent(["A", "B"]));
    }
}
