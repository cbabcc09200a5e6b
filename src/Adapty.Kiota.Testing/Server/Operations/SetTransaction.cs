namespace Adapty.Kiota.Testing.Server.Operations;

internal static class SetTransaction
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var profile = exchange.Profile();
        var body = exchange.Body();
        var isSubscription = body.RequiredText("purchase_type") switch
        {
            "subscription" => true,
            "one_time_purchase" => false,
            _ => throw body.Wrong("purchase_type", "Must be one_time_purchase or subscription."),
        };
        var purchase = isSubscription ? TransactionFields.ReadSubscription(body, exchange.Now) : TransactionFields.ReadOneTimePurchase(body);
        var product = exchange.State.App.Product(purchase.StoreProductId, purchase.Product.Id);
        profile.Change((model, purchases) =>
        {
            if (isSubscription)
                purchases.SetSubscription(model, purchase, product);
            else
                purchases.SetOneTimePurchase(model, purchase, product, exchange.State.Ids);
        });
        return Answers.Json(profile.Body());
    }
}
