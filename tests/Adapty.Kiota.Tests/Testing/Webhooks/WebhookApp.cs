using System.Net;
using System.Text;
using Adapty.Kiota.Tests.Webhooks;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Tests.Testing.Webhooks;

/// <summary>An app that receives webhooks with the SDK's own receiver. Its requests can be made to fail.</summary>
internal sealed class WebhookApp : HttpMessageHandler
{
    public const string Secret = "our-long-random-text";
    public const string Path = "/webhooks/adapty";

    private readonly WebhookReceiver _receiver;

    public WebhookApp(Func<WebhookEvent, CancellationToken, Task>? then = null)
    {
        Handler = new RecordingHandler();
        var options = new WebhookOptions { Secrets = { Secret } };
        _receiver = new WebhookReceiver(options, then is null ? [Handler] : [Handler, new ThenHandler(then)]);
        Client = new HttpClient(this) { BaseAddress = new Uri("https://app.example") };
    }

    public RecordingHandler Handler { get; }

    public HttpClient Client { get; }

    /// <summary>Every request: method, address, headers and body.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What it does in place of receiving; null to receive.</summary>
    public Func<CancellationToken, Task<HttpResponseMessage>>? Instead { get; set; }

    /// <summary>The types of the events that were handled since the last call.</summary>
    public List<string> TakeTypes()
    {
        List<string> types = [.. Handler.Handled.Select(handled => handled.EventType)];
        Handler.Handled.Clear();
        return types;
    }

    public void Respond(int status) => Instead = _ => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var authorization = request.Headers.NonValidated.TryGetValues("Authorization", out var values) ? Assert.Single(values) : null;
        lock (Requests)
            Requests.Add($"{request.Method} {request.RequestUri} {authorization} {request.Content.Headers.ContentType} {Encoding.UTF8.GetString(body)}");
        if (Instead is not null)
            return await Instead(cancellationToken);
        var reply = await _receiver.ReceiveAsync(body, authorization, cancellationToken);
        return new HttpResponseMessage((HttpStatusCode)reply.StatusCode) { Content = new StringContent(reply.Body) };
    }

    private sealed class ThenHandler(Func<WebhookEvent, CancellationToken, Task> then) : IWebhookHandler
    {
        public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken) => then(webhookEvent, cancellationToken);
    }
}
