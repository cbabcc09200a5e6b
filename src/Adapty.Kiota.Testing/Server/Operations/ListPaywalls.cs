using Adapty.Kiota.Limits;
using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>In the order in which they were added. A page behind the last one is empty.</summary>
internal static class ListPaywalls
{
    private const int DefaultSize = 20;

    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var query = exchange.Query();
        var number = query.Number("page[number]", 1, int.MaxValue, "page_number");
        var size = query.Number("page[size]", DefaultSize, ApiLimits.PageSize, "page_size");
        var paywalls = exchange.State.App.Paywalls;
        var page = paywalls.Where((_, index) => index / size == number - 1);

        return Answers.Json(ApiJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteArray("data", page, PaywallBody.WriteItem);
            writer.WriteStartObject("meta");
            writer.WriteStartObject("pagination");
            writer.WriteNumber("count", paywalls.Count);
            writer.WriteNumber("page", number);
            writer.WriteNumber("pages", Math.Max(1, (paywalls.Count + size - 1) / size));
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));
    }
}
