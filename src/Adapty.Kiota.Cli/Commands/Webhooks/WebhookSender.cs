using System.Net.Http.Headers;
using System.Text;
using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Commands.Webhooks;

/// <summary>Sends to an app's webhook as Adapty does.</summary>
internal sealed class WebhookSender : IDisposable
{
    /// <summary>How long Adapty waits.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>More of a body is not read. What the app replies is <c>{}</c> in most cases.</summary>
    private const int LargestBody = 64 * 1024;

    private const int ShownBody = 200;

    private readonly ToolHost _host;
    private readonly Uri _address;
    private readonly string? _secret;
    private readonly HttpClient _http;

    public WebhookSender(ToolHost host, Uri address, string? secret)
    {
        (_host, _address, _secret) = (host, address, secret);
        // A redirect would carry the secret to another host.
        _http = new HttpClient(
            host.Network ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, disposeHandler: host.Network is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public async Task<WebhookResponse> SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (_secret is not null)
            request.Headers.TryAddWithoutValidation("Authorization", _secret);
        using var limit = new CancellationTokenSource(TimeLimit, _host.TimeProvider);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var start = _host.TimeProvider.GetTimestamp();
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(stop.Token);
            var bytes = new byte[LargestBody];
            var length = await stream.ReadAtLeastAsync(bytes, LargestBody, throwOnEndOfStream: false, stop.Token);
            var text = Encoding.UTF8.GetString(bytes, 0, length);
            return new((int)response.StatusCode, text, _host.TimeProvider.GetElapsedTime(start));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return new(null, "", _host.TimeProvider.GetElapsedTime(start));
        }
    }

    /// <summary>The response for people. An app in development may show the request, and with it the secret.</summary>
    public string Describe(WebhookResponse response)
    {
        if (response.StatusCode is not { } status)
            return $"none, after {response.Milliseconds} ms";
        var body = _secret is null ? response.Body : response.Body.Replace(_secret, "***", StringComparison.OrdinalIgnoreCase);
        var shown = body.Length > ShownBody ? $"{body[..ShownBody]}…" : body;
        return Text.Safe($"{status} in {response.Milliseconds} ms{(shown.Length == 0 ? ", without a body" : $": {shown}")}");
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>What the app replied.</summary>
/// <param name="StatusCode">The status; null for no response in time.</param>
/// <param name="Body">The body.</param>
/// <param name="Time">How long it took.</param>
internal sealed record WebhookResponse(int? StatusCode, string Body, TimeSpan Time)
{
    public long Milliseconds => (long)Time.TotalMilliseconds;

    /// <summary>What Adapty does after it ("Set up webhook integration"). From 400 to 404 a failure is not sent again.</summary>
    public string Consequence => StatusCode switch
    {
        >= 200 and <= 399 => "delivered; not sent again",
        >= 400 and <= 404 => "counted as delivered and dropped: never sent again",
        _ => "retried in 1 min, then after 2 min, 4 min, … at most 9 times within 24 hours",
    };

    public bool IsDelivered => StatusCode is >= 200 and <= 399;
}
