using Adapty.Kiota.Testing;

namespace Adapty.Kiota.Tests.Testing;

/// <summary>Asks a fake without the SDK.</summary>
internal static class RawClient
{
    public const string ProfilePath = "/api/v2/server-side-api/profile/";

    public static HttpClient CreateHttpClient(this FakeAdapty fake) => new(fake, disposeHandler: false) { BaseAddress = new Uri("https://api.adapty.io") };

    public static HttpRequestMessage Request(string path = ProfilePath, HttpMethod? method = null, string? key = "secret_live_fake", params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Api-Key " + key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static async Task<HttpResponseMessage> AskAsync(this FakeAdapty fake, HttpRequestMessage request)
    {
        using var client = fake.CreateHttpClient();
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a body about a user, and returns what came back.</summary>
    public static async Task<(int Status, string Body)> SendAsync(
        this FakeAdapty fake, HttpMethod method, string path, string? body = null, string? customerUserId = "user-42", string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = Request(path.StartsWith('/') ? path : "/api/v2/server-side-api/" + path, method, headers: headers);
        if (customerUserId is not null)
            request.Headers.Add("adapty-customer-user-id", customerUserId);
        if (body is not null)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, contentType);
        using var response = await fake.AskAsync(request);
        return ((int)response.StatusCode, await response.TextAsync());
    }

    public static async Task<string> ProfileTextAsync(this FakeAdapty fake, string customerUserId)
    {
        using var response = await fake.AskAsync(Request(headers: ("adapty-customer-user-id", customerUserId)));
        Assert.Equal(200, (int)response.StatusCode);
        return await response.TextAsync();
    }

    public static Task<string> TextAsync(this HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
