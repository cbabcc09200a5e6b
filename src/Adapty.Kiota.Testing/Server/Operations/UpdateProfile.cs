namespace Adapty.Kiota.Testing.Server.Operations;

internal static class UpdateProfile
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var profile = exchange.Profile();
        var fields = ProfileFields.Read(exchange.Body());
        fields.CheckAgainst(profile);
        fields.ApplyTo(profile);
        return Answers.Json(profile.Body());
    }
}
