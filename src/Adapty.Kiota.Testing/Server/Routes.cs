using Adapty.Kiota.Calls;
using Adapty.Kiota.Testing.Areas;
using Adapty.Kiota.Testing.State;

namespace Adapty.Kiota.Testing.Server;

/// <summary>One operation of the API. Each area lists its own, and <see cref="Routes"/> finds them.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, with the slash at its end. Its last segment may be <c>{id}</c>.</param>
/// <param name="Errors">How the operation writes its errors; the same for all operations of a path.</param>
/// <param name="Respond">Carries out a request.</param>
internal sealed record FakeOperation(HttpMethod Method, string Path, ErrorStyle Errors, Func<FakeRequest, HttpResponseMessage> Respond)
{
    /// <summary>The start of every path but Stripe's.</summary>
    public const string Root = "/api/v2/server-side-api/";
}

/// <summary>Finds the operation of a request, and checks what all operations require.</summary>
internal static class Routes
{
    private static readonly ILookup<string, FakeOperation> Operations = new[]
    {
        Profiles.Operations,
        AccessLevels.Operations,
        Purchases.Operations,
        RefundSaver.Operations,
        Integrations.Operations,
        Paywalls.Operations,
        VirtualCurrency.Operations,
    }.SelectMany(area => area).ToLookup(operation => operation.Path, StringComparer.Ordinal);

    public static HttpResponseMessage Respond(HttpRequestMessage request, string? body, string apiKey, FakeState state)
    {
        var (operations, id) = Find(request.RequestUri?.AbsolutePath ?? "");
        if (operations.FirstOrDefault() is not { Errors: var errors })
            return Responses.NoSuchPage();
        if (FakeRequest.HeaderOf(request, HeaderNames.Authorization) is var authorization && authorization != "Api-Key " + apiKey)
            return errors.NotAuthenticated(authorization);
        if (operations.FirstOrDefault(operation => operation.Method == request.Method) is not { } operation)
            return Responses.MethodNotAllowed(operations.Select(operation => operation.Method));

        lock (state.Gate)
        {
            try
            {
                return operation.Respond(new FakeRequest(state, errors, request, body, id));
            }
            catch (FakeErrorException error)
            {
                return errors.Response(error);
            }
        }
    }

    /// <summary>The operations of a path, and the id in its last segment.</summary>
    private static (IEnumerable<FakeOperation> Operations, string? Id) Find(string path)
    {
        var segments = path.Split('/');
        if (Operations.Contains(path) || segments is not [.., { Length: > 0 } id, ""])
            return (Operations[path], null);
        segments[^2] = "{id}";
        return (Operations[string.Join('/', segments)], Uri.UnescapeDataString(id));
    }
}
