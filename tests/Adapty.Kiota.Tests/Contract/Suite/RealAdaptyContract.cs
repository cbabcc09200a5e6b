using System.Runtime.CompilerServices;

namespace Adapty.Kiota.Tests.Contract.Suite;

/// <summary>
/// The suite against Adapty itself. It runs when the environment names a secret key and a test user, makes profiles of its
/// own that it deletes again, and leaves out what would show up in the app's analytics or change what its users see.
/// </summary>
[Trait("Category", "Real")]
public sealed class RealAdaptyContract : AdaptyContract
{
    private const string KeyName = "ADAPTY_API_KEY";
    private const string CustomerName = "ADAPTY_TEST_CUSTOMER_USER_ID";

    private const string Recorded = "a purchase would count in the app's analytics";
    private const string OwnWorld = "it is about a user of the examples";
    private const string Visible = "it would change what the app's users see";
    private const string OwnCurrencies = "the app's currencies and the test user's balances are not known";

    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        [nameof(A_profile_shows_what_the_user_has)] = OwnWorld,
        [nameof(An_anonymous_profile_gets_its_user)] = OwnWorld,
        [nameof(A_subscription_is_recorded_and_renewed)] = Recorded,
        [nameof(A_one_time_purchase_is_recorded)] = Recorded,
        [nameof(Purchases_that_do_not_fit_together_are_refused_by_name)] = Recorded,
        [nameof(Web_purchases_are_imported_into_the_users_profile)] = Recorded,
        [nameof(A_paywalls_configs_are_replaced_as_a_whole)] = Visible,
        [nameof(A_currency_transaction_counts_once_under_its_key)] = OwnCurrencies,
        [nameof(A_history_of_currencies_comes_newest_first_page_by_page)] = OwnCurrencies,
        [nameof(What_a_balance_does_not_allow_is_refused_by_name)] = OwnCurrencies,
    };

    protected override Task<AdaptyUnderTest> StartAsync([CallerMemberName] string scene = "")
    {
        var key = Environment.GetEnvironmentVariable(KeyName);
        var customer = Environment.GetEnvironmentVariable(CustomerName);
        Assert.SkipWhen(string.IsNullOrEmpty(key) || string.IsNullOrEmpty(customer), $"{KeyName} and {CustomerName} do not name an app and a test user of Adapty");
        if (LeftOut.TryGetValue(scene, out var reason))
            Assert.Skip($"not against the real Adapty: {reason}");

        var own = $"contract-suite-{Guid.NewGuid():N}";
        var now = DateTimeOffset.UtcNow;
        var adapty = new AdaptyUnderTest(
            other => new AdaptyClient(other),
            key!,
            async () =>
            {
                using var client = new AdaptyClient(key!);
                try
                {
                    await client.Profiles.DeleteAsync(ProfileKey.ForCustomer(own), CancellationToken.None);
                }
                catch (AdaptyProfileNotFoundException)
                {
                    // The test made none, or has deleted it.
                }
            })
        {
            Now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
            Customer = ProfileKey.ForCustomer(customer!),
            NewCustomerId = own,
            Nobody = ProfileKey.ForCustomer($"contract-suite-nobody-{Guid.NewGuid():N}"),
        };
        return Task.FromResult(adapty);
    }
}
