using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace Adapty.Kiota.Benchmarks.Rivals;

/// <summary>(b): the generated client as Kiota's own page shows it: Kiota's adapter, factories and handlers.</summary>
internal sealed class StockKiota
{
    private readonly AdaptyApiClient _client;

    public StockKiota(HttpMessageHandler handler, Uri address)
    {
        var http = KiotaClientFactory.Create(handler);
        http.BaseAddress = address;
        _client = new AdaptyApiClient(new HttpClientRequestAdapter(
            // Kiota's provider for keys refuses http, which the loopback server speaks.
            new AnonymousAuthenticationProvider(), new JsonParseNodeFactory(), new JsonSerializationWriterFactory(), http));
    }

    public async Task<Profile> GetAsync(string customerUserId, CancellationToken cancellationToken)
    {
        var response = await _client.Api.V2.ServerSideApi.Profile.EmptyPathSegment.GetAsync(
            request =>
            {
                request.Headers.Add("Authorization", "Api-Key secret_live_benchmark");
                request.Headers.Add("adapty-customer-user-id", customerUserId);
            },
            cancellationToken);
        return response!.Data!;
    }

    public static async Task<Profile> ReadAsync(byte[] body)
    {
        using var stream = new MemoryStream(body);
        var node = await new JsonParseNodeFactory().GetRootParseNodeAsync("application/json", stream);
        return node.GetObjectValue(ProfileResponse.CreateFromDiscriminatorValue)!.Data!;
    }
}
