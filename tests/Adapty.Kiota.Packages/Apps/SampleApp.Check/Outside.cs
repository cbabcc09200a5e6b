using System.Collections.Concurrent;
using System.Text;
using Adapty.Kiota.Testing;
using Microsoft.AspNetCore.Http.Extensions;

/// <summary>What the sample app sees of the world, on one port: Adapty, which is the fake, and a collector of telemetry.</summary>
internal sealed class Outside(FakeAdapty adapty) : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _telemetry = new();
    private readonly HttpMessageInvoker _adapty = new(adapty);
    private WebApplication? _app;

    public string Address => _app!.Urls.Single();

    /// <summary>The status of Adapty's last response.</summary>
    public int LastStatus { get; private set; }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        _app = builder.Build();
        _app.MapPost("/v1/{signal}", KeepAsync);
        _app.MapFallback(AnswerAsync);
        await _app.StartAsync();
    }

    /// <summary>Whether telemetry of a kind holds a text. OTLP is protobuf, in which strings stand as they are.</summary>
    public bool HasTelemetry(string signal, string text) =>
        _telemetry.Any(sent => sent.Path == "/v1/" + signal && sent.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    public async ValueTask DisposeAsync()
    {
        _adapty.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _telemetry.Enqueue((context.Request.Path, body.ToArray()));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.GetEncodedUrl())
        {
            Content = new StreamContent(context.Request.Body),
        };
        foreach (var (name, value) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value.AsEnumerable()))
                request.Content.Headers.TryAddWithoutValidation(name, value.AsEnumerable());
        }

        using var response = await _adapty.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = LastStatus = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(context.Response.Body);
    }
}
