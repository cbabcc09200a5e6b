using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>Null leaves a setting as it is.</summary>
internal static class SetRefundSaverSettings
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var profile = exchange.Profile();
        var body = exchange.Body();
        var (consent, preference) = (body.Boolean("consent"), body.Text("custom_preference"));
        if (consent is null && preference is null)
            throw new RefusalException(400, AdaptyErrorCodes.ValidationError, source: null, "Send consent, custom_preference, or both.");
        if (preference is not (null or RefundPreferences.Grant or RefundPreferences.NoPreference or RefundPreferences.Decline))
            throw body.Wrong("custom_preference", "Must be grant, no_preference or decline.");

        profile.RefundSaver.Consent = consent ?? profile.RefundSaver.Consent;
        profile.RefundSaver.CustomPreference = preference ?? profile.RefundSaver.CustomPreference;
        return Answers.Json(RefundSaverBody.Write(profile.ProfileId, profile.RefundSaver));
    }
}
