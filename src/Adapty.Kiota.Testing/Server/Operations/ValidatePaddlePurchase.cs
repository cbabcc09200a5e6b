namespace Adapty.Kiota.Testing.Server.Operations;

internal static class ValidatePaddlePurchase
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var body = exchange.Body();
        return Answers.Json(WebPurchase.Import(exchange, body.RequiredText("customer_user_id"), body.RequiredText("paddle_token")).Body());
    }
}
