using Adapty.Kiota.Tests.Repository.Readme;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>What the README shows of a whole subscription does not only compile.</summary>
public sealed class SubscriptionStoryTests
{
    [Fact]
    public async Task A_subscription_is_bought_gives_access_and_expires() => await ReadmeSnippets.Subscription();
}
