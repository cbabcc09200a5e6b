using System.Net.Http.Headers;
using System.Text;
using Adapty.Kiota.Calls;

namespace Adapty.Kiota.Testing.Webhooks;

/// <summary>Where events go.</summary>
internal sealed class WebhookAddress(HttpClient client, Uri address, string secret)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OffAfter = TimeSpan.FromHours(24);

    public DateTimeOffset LastSuccess { get; set; }

    /// <summary>Without any success for so long it gets no retries.</summary>
    public bool IsOff(DateTimeOffset now) => now - LastSuccess >= OffAfter;

    /// <summary>Sends an event, and adds the response to its delivery.</summary>
    public async Task SendAsync(byte[] body, WebhookDelivery delivery, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation(HeaderNames.Authorization, secret);
        using var stop = new CancellationTokenSource(TimeLimit, clock);
        using var abort = cancellationToken.UnsafeRegister(static stop => ((CancellationTokenSource)stop!).Cancel(), stop);
        try
        {
            using var response = await client.SendAsync(request, stop.Token).ConfigureAwait(false);
            delivery.ResponseBody = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(stop.Token).ConfigureAwait(false));
            delivery.StatusCode = (int)response.StatusCode;
        }
        // A host in memory lets through whatever the app throws, where a real one closes the connection.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            delivery.Error = exception;
        }
    }
}
