using System.Net;
using System.Text;
using System.Text.Json;
using Adapty.Kiota.Cli.Demo;

namespace Adapty.Kiota.Cli.Commands.Profiles.Export;

/// <summary>Counts how often Adapty limits the rate. In the demo, answers for every id what it knows of its one user.</summary>
internal sealed class ExportHandler(HttpMessageHandler network, bool isDemo) : DelegatingHandler(network)
{
    private static readonly string[] UserHeaders = ["adapty-customer-user-id", "adapty-profile-id"];

    private int _refusals;
    private volatile DemoProfile? _demo;

    public int Refusals => Volatile.Read(ref _refusals);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (isDemo)
            return await AnswerAsync(request, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            Interlocked.Increment(ref _refusals);
        return response;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var header = Array.Find(UserHeaders, request.Headers.Contains)!;
        var id = request.Headers.GetValues(header).Single();
        // The demo keeps all requests that it gets, so it gets one.
        if (_demo is not { } demo)
        {
            request.Headers.Remove(header);
            request.Headers.Add(UserHeaders[0], DemoAdapty.CustomerUserId);
            using var known = await base.SendAsync(request, cancellationToken);
            var body = await known.Content.ReadAsStringAsync(cancellationToken);
            using var json = JsonDocument.Parse(body);
            var profile = json.RootElement.GetProperty("data");
            _demo = demo = new DemoProfile(body, profile.GetProperty("customer_user_id").GetString()!, profile.GetProperty("profile_id").GetString()!);
        }

        var shown = header == UserHeaders[0] ? demo.CustomerUserId : demo.ProfileId;
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(demo.Body.Replace($"\"{shown}\"", $"\"{JsonEncodedText.Encode(id)}\"", StringComparison.Ordinal), Encoding.UTF8, "application/json"),
        };
    }

    private sealed record DemoProfile(string Body, string CustomerUserId, string ProfileId);
}
