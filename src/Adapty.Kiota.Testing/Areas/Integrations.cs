using Adapty.Kiota.Testing.Server;
using static Adapty.Kiota.AdaptyErrorCodes;

namespace Adapty.Kiota.Testing.Areas;

/// <summary>The ids of a user in other services. The client's contract knows their names.</summary>
internal static class Integrations
{
    private const string Path = FakeOperation.Root + "integration/profile/set/integration-identifiers/";

    public static readonly FakeOperation[] Operations =
    [
        new(HttpMethod.Get, Path, ErrorStyle.Integrations, Get),
        new(HttpMethod.Post, Path, ErrorStyle.Integrations, Set),
    ];

    private static HttpResponseMessage Get(FakeRequest request) => Responses.Json(request.Profile().Identifiers);

    /// <summary>Adds to the ids that are there. A null changes nothing here; what it does in Adapty is not documented.</summary>
    private static HttpResponseMessage Set(FakeRequest request)
    {
        var profile = request.Profile();
        if (request.Body().ReadInto(profile.Identifiers) == 0)
            throw new FakeErrorException(ValidationError, source: null, "Send at least one identifier.");
        return Responses.Empty(200);
    }
}
