using System.Net;
using System.Text;
using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server;

/// <summary>The forms in which the fake answers.</summary>
internal static class Answers
{
    public const string JsonApi = "application/vnd.api+json";

    public static HttpResponseMessage Json(byte[] body) => Create(200, body, "application/json");

    public static HttpResponseMessage JsonApiNull() => Create(200, """{"data":null}"""u8.ToArray(), JsonApi);

    /// <summary>A success that says nothing: without a body, or (200) with a blank one.</summary>
    public static HttpResponseMessage Nothing(int status) => Create(status, [], null);

    public static HttpResponseMessage Refusal(ErrorShape shape, int status, string? errorCode, string? source, string message) =>
        Create(status, ErrorBody.Write(shape, status, errorCode, source, message), shape == ErrorShape.JsonApi ? JsonApi : "application/json");

    /// <summary>A web server's page, not Adapty's word: a wrong address must never look like an unknown user.</summary>
    public static HttpResponseMessage NoSuchPage() =>
        Create(404, "<!doctype html><title>Not Found</title><h1>Not Found</h1>"u8.ToArray(), "text/html; charset=utf-8");

    public static HttpResponseMessage MethodNotAllowed(IEnumerable<HttpMethod> allowed)
    {
        var answer = Create(405, [], null);
        foreach (var method in allowed)
            answer.Content.Headers.Allow.Add(method.Method);
        return answer;
    }

    /// <summary>An answer that a test asks for, to the letter.</summary>
    /// <exception cref="ArgumentException">A header is not one of HTTP's.</exception>
    public static HttpResponseMessage Custom(int status, string? body, string contentType, IEnumerable<KeyValuePair<string, string>> headers)
    {
        var answer = Create(status, Encoding.UTF8.GetBytes(body ?? ""), body is null ? null : contentType);
        foreach (var (name, value) in headers)
        {
            if (!answer.Headers.TryAddWithoutValidation(name, value) && !answer.Content.Headers.TryAddWithoutValidation(name, value))
                throw new ArgumentException($"An answer cannot have a header named \"{name}\".", nameof(headers));
        }

        return answer;
    }

    private static HttpResponseMessage Create(int status, byte[] body, string? contentType)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        if (contentType is not null)
            answer.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return answer;
    }
}
