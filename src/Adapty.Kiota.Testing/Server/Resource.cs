namespace Adapty.Kiota.Testing.Server;

/// <summary>A path of the API: how it refuses, and its operations by method.</summary>
internal sealed record Resource(Dialect Dialect, params (HttpMethod Method, Func<Exchange, HttpResponseMessage> Answer)[] Operations)
{
    public Func<Exchange, HttpResponseMessage>? Find(HttpMethod method)
    {
        foreach (var operation in Operations)
        {
            if (operation.Method == method)
                return operation.Answer;
        }

        return null;
    }
}
