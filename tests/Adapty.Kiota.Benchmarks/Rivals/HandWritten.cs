using System.Net.Http.Json;
using System.Text.Json;

namespace Adapty.Kiota.Benchmarks.Rivals;

/// <summary>(a): what a careful developer writes without any SDK: HttpClient and source-generated DTOs. The lower limit.</summary>
internal sealed class HandWritten(HttpClient http, Uri address)
{
    private readonly Uri _profile = new(address, "api/v2/server-side-api/profile/");

    public async Task<HandWrittenProfile> GetAsync(string customerUserId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _profile);
        request.Headers.TryAddWithoutValidation("Authorization", "Api-Key secret_live_benchmark");
        request.Headers.TryAddWithoutValidation("adapty-customer-user-id", customerUserId);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(HandWrittenContext.Default.HandWrittenResponse, cancellationToken))!.Data!;
    }

    public static HandWrittenProfile Read(byte[] body) => JsonSerializer.Deserialize(body, HandWrittenContext.Default.HandWrittenResponse)!.Data!;
}
