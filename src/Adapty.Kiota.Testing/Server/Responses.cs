using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Adapty.Kiota.Testing.Server;

/// <summary>The kinds of responses.</summary>
internal static class Responses
{
    public const string JsonApi = "application/vnd.api+json";

    private const string PlainJson = "application/json";

    public static HttpResponseMessage Json<T>(T body, string contentType = PlainJson) => Create(200, FakeJson.Write(body), contentType);

    public static HttpResponseMessage Profile(FakeProfile profile) => Create(200, profile.Body());

    public static HttpResponseMessage Empty(int status) => Create(status, [], contentType: null);

    /// <summary>An error. The body leaves out an error code that is null; its source is a field, or a pointer of JSON:API.</summary>
    public static HttpResponseMessage Error(ErrorShape shape, int status, string? errorCode, string? source, string message)
    {
        JsonNode errors = shape switch
        {
            ErrorShape.Objects => new JsonArray(new JsonObject { ["source"] = source, ["errors"] = new JsonArray(message) }),
            ErrorShape.Strings => new JsonArray(message),
            ErrorShape.Map => new JsonObject { [source!] = new JsonArray(message) },
            _ => new JsonArray(new JsonObject
            {
                ["detail"] = message,
                ["source"] = new JsonObject { ["pointer"] = source },
                ["status"] = status.ToString(CultureInfo.InvariantCulture),
            }),
        };
        var body = new JsonObject { ["errors"] = errors };
        if (shape == ErrorShape.JsonApi)
            return Create(status, FakeJson.Write(body), JsonApi);
        if (errorCode is not null)
            body["error_code"] = errorCode;
        body["status_code"] = status;
        return Create(status, FakeJson.Write(body));
    }

    /// <summary>A page of a web server: a wrong address must not look like an unknown user.</summary>
    public static HttpResponseMessage NoSuchPage() =>
        Create(404, "<!doctype html><title>Not Found</title><h1>Not Found</h1>"u8.ToArray(), "text/html; charset=utf-8");

    public static HttpResponseMessage MethodNotAllowed(IEnumerable<HttpMethod> allowed)
    {
        var response = Empty(405);
        foreach (var method in allowed)
            response.Content.Headers.Allow.Add(method.Method);
        return response;
    }

    /// <summary>Exactly the response that a test asks for.</summary>
    /// <exception cref="ArgumentException">The status is out of its range, or a header is not one of HTTP's.</exception>
    public static HttpResponseMessage Custom(
        int status, string? body, string contentType, IEnumerable<KeyValuePair<string, string>> headers)
    {
        var response = Create(status, Encoding.UTF8.GetBytes(body ?? ""), body is null ? null : contentType);
        foreach (var (name, value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value) && !response.Content.Headers.TryAddWithoutValidation(name, value))
                throw new ArgumentException($"A response cannot have a header named \"{name}\".", nameof(headers));
        }

        return response;
    }

    private static HttpResponseMessage Create(int status, byte[] body, string? contentType = PlainJson)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 999);
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        if (contentType is not null)
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return response;
    }
}
