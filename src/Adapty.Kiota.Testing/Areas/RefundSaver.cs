using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.Server;
using static Adapty.Kiota.AdaptyErrorCodes;

namespace Adapty.Kiota.Testing.Areas;

/// <summary>A setting that was never set is null: the API's default is not documented.</summary>
internal static class RefundSaver
{
    private const string Path = FakeOperation.Root + "purchase/profile/refund-saver/settings/";

    public static readonly FakeOperation[] Operations =
    [
        new(HttpMethod.Get, Path, ErrorStyle.RefundSaver, Get),
        new(HttpMethod.Post, Path, ErrorStyle.RefundSaver, Set),
    ];

    private static HttpResponseMessage Get(FakeRequest request) => Settings(request.Profile());

    /// <summary>Null leaves a setting as it is.</summary>
    private static HttpResponseMessage Set(FakeRequest request)
    {
        var profile = request.Profile();
        var body = request.Body();
        var preference = body.Read<RefundSaverSettings>().CustomPreference;
        body.Check(
            preference is null or RefundPreferences.Grant or RefundPreferences.NoPreference or RefundPreferences.Decline,
            "custom_preference",
            "Must be grant, no_preference or decline.");
        if (body.ReadInto(profile.RefundSaver) == 0)
            throw new FakeErrorException(ValidationError, source: null, "Send consent, custom_preference, or both.");
        return Settings(profile);
    }

    private static HttpResponseMessage Settings(FakeProfile profile) =>
        Responses.Json(new ProfileRefundSaverSettings { ProfileId = profile.ProfileId, Settings = profile.RefundSaver });
}
