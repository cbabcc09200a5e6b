using System.Net;
using System.Net.Http.Headers;

namespace Adapty.Kiota.Benchmarks.Bodies;

/// <summary>Answers every request with the same bytes, without a network.</summary>
internal sealed class MemoryHandler(byte[] body) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) { Headers = { ContentType = Json } }, RequestMessage = request });
}
