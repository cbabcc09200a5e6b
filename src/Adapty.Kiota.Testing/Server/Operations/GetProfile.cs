namespace Adapty.Kiota.Testing.Server.Operations;

internal static class GetProfile
{
    public static HttpResponseMessage Answer(Exchange exchange) => Answers.Json(exchange.Profile().Body());
}
