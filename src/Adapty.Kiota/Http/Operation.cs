using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Http;

/// <summary>One operation of the API: its name, the one success status that it documents, and what may be sent again.</summary>
internal sealed record Operation(string Name, int SuccessStatus, RetryRule RetryRule)
{
    private const string Root = "{+baseurl}/api/v2/server-side-api";

    private static readonly Operation GetProfile = new("getProfile", 200, RetryRule.Repeatable);

    /// <summary>
    /// The operation of a generated request, by its method and URL template: the same for the facade and for the
    /// generated builders. A test holds this list to the generated builders.
    /// </summary>
    public static Operation Of(RequestInformation request) => (request.HttpMethod, request.UrlTemplate) switch
    {
        (Method.GET, Root + "/profile/") => GetProfile,
        var (method, _) => throw new NotSupportedException($"{method} of that path is no operation of Adapty's server-side API."),
    };
}
