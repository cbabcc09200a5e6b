// Runs the sample app, as it was built from the packages (args[0]), between the fake and a collector of telemetry.
using System.Net;
using Adapty.Kiota.Testing;

const string Key = "secret_live_of_the_sample", Secret = "our-long-random-text", User = "user-42-of-the-sample";
var adapty = new FakeAdapty { ApiKey = Key };
await using var outside = new Outside(adapty);
await outside.StartAsync();
using var sample = new Sample(args[0], new Dictionary<string, string>
{
    ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
    ["Adapty__ApiKey"] = Key,
    ["Adapty__BaseAddress"] = outside.Address,
    ["Adapty__Webhooks__Secrets__0"] = Secret,
    ["OTEL_EXPORTER_OTLP_ENDPOINT"] = outside.Address,
    ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
});
using var http = new HttpClient { BaseAddress = await sample.AddressAsync() };
adapty.SendWebhooksTo(http, "/webhooks/adapty", Secret);
var user = adapty.AddProfile(User);

// Nothing paid; the second question is answered from memory.
await RespondsAsync(HttpStatusCode.PaymentRequired);
await RespondsAsync(HttpStatusCode.PaymentRequired);
Expect.True(adapty.Requests.Count == 1);

// A purchase: its webhook has the profile asked for anew, long before it would be.
var end = adapty.TimeProvider.GetUtcNow().AddDays(30);
user.WithSubscription("monthly.premium", end).WithAccessLevel("premium", end);
await adapty.Webhooks.DeliverAsync();
await RespondsAsync(HttpStatusCode.OK);
await RespondsAsync(HttpStatusCode.OK);
Expect.True(adapty.Requests.Count == 2);

// A refund: access ends now.
user.WithAccessLevel("premium", adapty.TimeProvider.GetUtcNow());
await adapty.Webhooks.DeliverAsync();
await RespondsAsync(HttpStatusCode.PaymentRequired);
Expect.True(adapty.Requests.Count == 3);
Expect.True(adapty.Webhooks.Deliveries.Count > 1);
Expect.True(adapty.Webhooks.Deliveries.All(delivery => delivery.Result is WebhookDeliveryResult.Delivered));

Expect.True(await sample.StopAsync() == 0);
foreach (var (signal, text) in new[]
{
    ("traces", "getProfile"), ("traces", "adapty.webhook receive"),
    ("metrics", "adapty.cache.hits"), ("metrics", "adapty.cache.invalidations"), ("metrics", "adapty.webhook.duration"),
    ("logs", "Now listening on"),
})
{
    Expect.True(outside.HasTelemetry(signal, text), $"{text} in {signal}");
}

foreach (var secret in new[] { Key, Secret, User, user.ProfileId })
{
    Expect.True(!sample.Output.Contains(secret));
    foreach (var signal in new[] { "traces", "metrics", "logs" })
        Expect.True(!outside.HasTelemetry(signal, secret), $"no secret or id in {signal}");
}

Console.WriteLine("402, 200 after a purchase, 402 after a refund; spans, metrics and log without a secret or an id");

async Task RespondsAsync(HttpStatusCode expected)
{
    using var response = await http.GetAsync("/premium/" + User);
    Expect.True(response.StatusCode == expected, $"{(int)expected}: it is {(int)response.StatusCode}, and Adapty has said {outside.LastStatus}");
}
