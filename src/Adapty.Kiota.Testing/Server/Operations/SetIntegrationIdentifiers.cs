using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>Adds to what is there. What a null does is not documented: here, nothing.</summary>
internal static class SetIntegrationIdentifiers
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        var profile = exchange.Profile();
        var body = exchange.Body();
        var given = IdentifiersBody.Names.Select(name => (Name: name, Id: body.Text(name))).Where(identifier => identifier.Id is not null).ToList();
        if (given.Count == 0)
            throw new RefusalException(400, AdaptyErrorCodes.ValidationError, source: null, "Send at least one identifier.");
        foreach (var (name, id) in given)
            profile.Identifiers[name] = id!;
        return Answers.Nothing(200);
    }
}
