namespace Adapty.Kiota.Testing.Server.Operations;

internal static class DeleteProfile
{
    public static HttpResponseMessage Answer(Exchange exchange)
    {
        exchange.State.Remove(exchange.Profile());
        return Answers.Nothing(204);
    }
}
