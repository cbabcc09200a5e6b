using Adapty.Kiota.Tests.Repository.Readme;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>What the README shows of a whole subscription does not only compile.</summary>
public sealed class SubscriptionStoryTests
{
    [Fact]
    public async Task A_subscription_is_bought_gives_access_and_expires() => await ReadmeSnippets.Subscription();

    [Fact]
    public async Task A_purchase_reaches_the_apps_own_state_by_webhook_and_so_does_its_end() => await ReadmeSnippets.WebhookTest();
}
