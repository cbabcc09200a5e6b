namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>Of the first version of the API: JSON:API, in both directions.</summary>
internal static class ValidateStripePurchase
{
    private const string ResultType = "stripe_receipt_validation_result";

    public static HttpResponseMessage Answer(Exchange exchange)
    {
        try
        {
            if (exchange.MediaType != Answers.JsonApi)
                throw RefusalException.OfField("", $"The Content-Type must be {Answers.JsonApi}");
            var data = exchange.Body().RequiredObject("data");
            if (data.RequiredText("type") != ResultType)
                throw data.Wrong("type", $"Must be {ResultType}");
            var attributes = data.RequiredObject("attributes");
            WebPurchase.Import(exchange, attributes.RequiredText("customer_user_id"), attributes.RequiredText("stripe_token"));
            return Answers.JsonApiNull();
        }
        catch (RefusalException refusal) when (refusal.Status is null)
        {
            throw RefusalException.OfField(Pointer(refusal.Source), refusal.Message);
        }
    }

    private static string Pointer(string? field) => "/" + field?.Replace('.', '/');
}
