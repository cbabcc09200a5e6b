using System.Net.Http.Headers;

namespace Adapty.Kiota.Errors;

/// <summary>Where the id of a request stands, which Adapty documents on one old page only: whichever header is there.</summary>
internal static class RequestIds
{
    private const int Longest = 100;

    private static readonly string[] Names = ["Request-Id", "x-request-id", "cf-ray"];

    public static string? Of(HttpResponseHeaders headers)
    {
        foreach (var name in Names)
        {
            if (headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 and <= Longest } id)
                return id;
        }

        return null;
    }
}
