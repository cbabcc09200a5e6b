using System.Net.Http.Headers;
using Adapty.Kiota.Errors;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Calls;

/// <summary>One call: what is sent, as often as needed, and how often that was.</summary>
internal sealed class ApiCall(Operation operation, RequestInformation request, Uri address, byte[]? body) : IDisposable
{
    private HttpRequestMessage? _message;

    public Operation Operation => operation;

    public HttpMethod Method { get; } = MethodOf(request);

    /// <summary>The headers of the answer that ended the call.</summary>
    public HttpResponseHeaders? AnswerHeaders { get; set; }

    /// <summary>How many messages were made to be sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>The message for the next attempt. One message is never sent twice: handlers may have changed it.</summary>
    public HttpRequestMessage NextMessage(HttpClient http, KeyHeader key)
    {
        Attempts++;
        _message?.Dispose();
        _message = CreateMessage(http, key);
        return _message;
    }

    public HttpRequestMessage CreateMessage(HttpClient http, KeyHeader key)
    {
        var message = new HttpRequestMessage(Method, address)
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
            Content = body is null ? null : new ByteArrayContent(body),
        };
        key.AddTo(message);
        foreach (var (name, values) in request.Headers)
        {
            // One client, one key: another that a caller of the generated builders put there is not sent.
            if (!name.Equals(HeaderNames.Authorization, StringComparison.OrdinalIgnoreCase) && !message.Headers.TryAddWithoutValidation(name, values))
                message.Content?.Headers.TryAddWithoutValidation(name, values);
        }

        // As Kiota does it: for handlers of the caller's.
        foreach (var option in request.RequestOptions)
            message.Options.Set(new HttpRequestOptionsKey<IRequestOption>(option.GetType().FullName!), option);
        return message;
    }

    /// <summary>Knows what of this call must not be shown.</summary>
    public Redactor CreateRedactor(string apiKey)
    {
        List<string> secrets = [apiKey];
        foreach (var (name, values) in request.Headers)
        {
            if (HeaderNames.IsPersonal(name))
                secrets.AddRange(values);
        }

        return new Redactor(body is null ? secrets : secrets.Concat(PersonalData.In(body)));
    }

    public void Dispose() => _message?.Dispose();

    private static HttpMethod MethodOf(RequestInformation request) => request.HttpMethod switch
    {
        Microsoft.Kiota.Abstractions.Method.GET => HttpMethod.Get,
        Microsoft.Kiota.Abstractions.Method.POST => HttpMethod.Post,
        Microsoft.Kiota.Abstractions.Method.PUT => HttpMethod.Put,
        Microsoft.Kiota.Abstractions.Method.PATCH => HttpMethod.Patch,
        Microsoft.Kiota.Abstractions.Method.DELETE => HttpMethod.Delete,
        var method => throw new NotSupportedException($"{method} is no method of Adapty's server-side API."),
    };
}
