using System.Net;

/// <summary>Sends what Adapty would: the verification, and every event of a folder. Then it says where the app listens.</summary>
internal static class Sender
{
    public static async Task SendAsync(string address, string events)
    {
        using var http = new HttpClient();
        Expect.True(await StatusAsync(http, address, "{}") == HttpStatusCode.OK);
        var paths = Directory.GetFiles(events, "*.json");
        Expect.True(paths.Length > 0);
        foreach (var path in paths)
        {
            Expect.True(await StatusAsync(http, address, await File.ReadAllTextAsync(path)) == HttpStatusCode.OK);
            Expect.True(await StatusAsync(http, address, await File.ReadAllTextAsync(path), "wrong") == HttpStatusCode.ServiceUnavailable);
        }

        Console.WriteLine(address);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string address, string body, string secret = "our-long-random-text")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation("Authorization", secret);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
