using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server.Operations;

internal static class GetIntegrationIdentifiers
{
    public static HttpResponseMessage Answer(Exchange exchange) => Answers.Json(IdentifiersBody.Write(exchange.Profile().Identifiers));
}
