using Adapty.Kiota.Http;
using Adapty.Kiota.Testing.Bodies;
using Adapty.Kiota.Testing.State;

namespace Adapty.Kiota.Testing.Server;

/// <summary>Finds the operation of a request, after what all operations ask for.</summary>
internal static class Routes
{
    private const string Root = "/api/v2/server-side-api";

    public static HttpResponseMessage Answer(HttpRequestMessage request, string apiKey, FakeState state)
    {
        // The slash at the end belongs to the path.
        if (request.RequestUri?.AbsolutePath != Root + "/profile/")
            return Answers.NoSuchPage();
        if (Header(request, HeaderNames.Authorization) is var given && given != "Api-Key " + apiKey)
            return NotAuthenticated(given);
        if (request.Method != HttpMethod.Get)
            return Answers.MethodNotAllowed(HttpMethod.Get);

        return WithProfile(request, state, profile => Answers.Json(profile.Body()));
    }

    /// <summary>The operations about one user: exactly one of the two ids.</summary>
    private static HttpResponseMessage WithProfile(HttpRequestMessage request, FakeState state, Func<FakeProfile, HttpResponseMessage> answer)
    {
        var customerUserId = Header(request, HeaderNames.CustomerUserId);
        var profileId = Header(request, HeaderNames.ProfileId);
        if (customerUserId is null == profileId is null)
        {
            return Answers.Refusal(
                400, AdaptyErrorCodes.BaseError, ErrorBody.NoField, $"Send exactly one of {HeaderNames.CustomerUserId} and {HeaderNames.ProfileId}.");
        }

        var profile = customerUserId is null ? state.FindProfile(profileId!) : state.FindCustomer(customerUserId);
        return profile is null
            ? Answers.Refusal(404, AdaptyErrorCodes.ProfileDoesNotExist, source: null, "Profile not found")
            : answer(profile);
    }

    private static HttpResponseMessage NotAuthenticated(string? given) => Answers.Refusal(
        401,
        AdaptyErrorCodes.NotAuthenticated,
        ErrorBody.NoField,
        // A wrong key is not the test's missing header: the message tells which of the two it is.
        given?.StartsWith("Api-Key ", StringComparison.Ordinal) == true ? "Invalid API key" : "Authentication credentials were not provided.");

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 } value ? value : null;
}
