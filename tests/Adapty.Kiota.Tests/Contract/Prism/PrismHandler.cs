using System.Text.Json;

namespace Adapty.Kiota.Tests.Contract.Prism;

/// <summary>On the way to Prism: asks for a certain example, and keeps what Prism answered and what it complained of.</summary>
internal sealed class PrismHandler(string? preference) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    public List<int> Statuses { get; } = [];

    /// <summary>What Prism found wrong with the requests, and with its own answers.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>The last body; null when there was none.</summary>
    public JsonElement? Body { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (preference is not null)
            request.Headers.TryAddWithoutValidation("Prefer", preference);
        var response = await base.SendAsync(request, cancellationToken);
        Statuses.Add((int)response.StatusCode);
        if (response.Headers.TryGetValues("sl-violations", out var violations))
            Violations.AddRange(violations);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        Body = body.Length == 0 ? null : JsonSerializer.Deserialize<JsonElement>(body);
        return response;
    }
}
