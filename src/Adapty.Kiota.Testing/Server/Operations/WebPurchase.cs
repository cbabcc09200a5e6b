namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>What Stripe's and Paddle's operation have in common: the user, created when missing, gets what the token brings.</summary>
internal static class WebPurchase
{
    public static FakeProfile Import(Exchange exchange, string customerUserId, string token)
    {
        var profile = exchange.State.FindCustomer(customerUserId) ?? exchange.State.Create(customerUserId);
        if (exchange.State.App.WebPurchases.TryGetValue(token, out var import))
            import(profile);
        return profile;
    }
}
