using System.Net.Http.Headers;
using Adapty.Kiota.Errors;

namespace Adapty.Kiota.Http;

/// <summary>One call: what is sent, as often as needed, and how often that was.</summary>
internal sealed class Call(Operation operation, HttpRequestMessage first, byte[]? body) : IDisposable
{
    private HttpRequestMessage _message = first;

    public Operation Operation => operation;

    public HttpMethod Method => _message.Method;

    /// <summary>The headers of the answer that ended the call.</summary>
    public HttpResponseHeaders? AnswerHeaders { get; set; }

    /// <summary>How many messages were made to be sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>The message for the next attempt. One message is never sent twice: handlers may have changed it.</summary>
    public HttpRequestMessage NextMessage()
    {
        if (Attempts++ > 0)
        {
            var previous = _message;
            _message = Copy(previous);
            previous.Dispose();
        }

        return _message;
    }

    /// <summary>Knows what of this call must not be shown.</summary>
    public Redactor CreateRedactor(string apiKey)
    {
        List<string> secrets = [apiKey];
        foreach (var (name, values) in _message.Headers.NonValidated)
        {
            if (HeaderNames.IsPersonal(name))
                secrets.AddRange(values);
        }

        return new Redactor(body is null ? secrets : secrets.Concat(PersonalData.In(body)));
    }

    public void Dispose() => _message.Dispose();

    private HttpRequestMessage Copy(HttpRequestMessage message)
    {
        var copy = new HttpRequestMessage(message.Method, message.RequestUri) { Version = message.Version, VersionPolicy = message.VersionPolicy };
        foreach (var (name, values) in message.Headers.NonValidated)
            copy.Headers.TryAddWithoutValidation(name, values);

        if (body is not null)
        {
            copy.Content = new ByteArrayContent(body);
            foreach (var (name, values) in message.Content!.Headers.NonValidated)
                copy.Content.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
    }
}
