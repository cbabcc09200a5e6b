using System.Net;

namespace Adapty.Kiota.Cli.Output;

/// <summary>Keeps the bytes of the responses, for --json, until they are printed.</summary>
internal sealed class BodyRecorder(HttpMessageHandler network, int maxResponseBytes) : DelegatingHandler(network)
{
    private readonly List<ReadOnlyMemory<byte>> _bodies = [];

    /// <summary>The bodies since the last call, in their order.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> TakeBodies()
    {
        ReadOnlyMemory<byte>[] bodies = [.. _bodies];
        _bodies.Clear();
        return bodies;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        // A redirect or a refusal is never printed.
        if (response.StatusCode != HttpStatusCode.OK)
            return response;

        try
        {
            var body = await ReadAsync(response.Content, cancellationToken);
            _bodies.Add(body);
            response.Content.Dispose();
            response.Content = new ByteArrayContent(body);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>Reads up to the first byte too many, so that it is the client that refuses a body that is too large.</summary>
    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (body.Length <= maxResponseBytes && await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            body.Write(buffer, 0, read);
        return body.ToArray();
    }
}
