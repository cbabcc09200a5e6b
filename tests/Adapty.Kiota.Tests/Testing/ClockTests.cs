using System.Diagnostics;
using Adapty.Kiota.Testing;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Testing;

public sealed class ClockTests
{
    [Fact]
    public void The_fakes_own_clock_is_the_systems_put_forward()
    {
        using var fake = new FakeAdapty();
        var before = DateTimeOffset.UtcNow;

        fake.Advance(TimeSpan.FromDays(30));
        fake.Advance(TimeSpan.Zero);
        fake.Advance(TimeSpan.FromDays(1));

        Assert.InRange(fake.TimeProvider.GetUtcNow(), before.AddDays(31), DateTimeOffset.UtcNow.AddDays(31));
    }

    [Fact]
    public void It_does_not_go_back_or_beyond_the_end_of_time()
    {
        using var fake = new FakeAdapty();

        Assert.Throws<ArgumentOutOfRangeException>(() => fake.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => fake.Advance(TimeSpan.MaxValue));
    }

    [Fact]
    public void A_clock_that_was_given_is_moved_by_its_own_means()
    {
        using var fake = new FakeAdapty(new FakeTimeProvider(TestData.Now));

        Assert.Throws<InvalidOperationException>(() => fake.Advance(TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task A_retry_under_the_fakes_own_clock_gets_on_and_a_call_under_way_does_not_time_out()
    {
        using var fake = new FakeAdapty();
        var user = fake.AddProfile("user-42");
        fake.FailNext(503, headers: [new("Retry-After", "0")]);
        using var adapty = fake.CreateClient();
        var watch = Stopwatch.StartNew();

        fake.Advance(TimeSpan.FromDays(400));
        await adapty.Profiles.GetAsync(user.Key, TestContext.Current.CancellationToken);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }
}
