using System.Net;
using System.Text.Json;
using Adapty.Kiota.SmokeApp.ByHand;
#if DI
using Microsoft.Extensions.DependencyInjection;
#endif

// What one would write without the SDK: the same question with HttpClient and source-generated JSON. The measure for the other.
#if DI
var services = new ServiceCollection();
services.AddHttpClient("adapty").ConfigurePrimaryHttpMessageHandler(CreateHandler);
await using var provider = services.BuildServiceProvider();
using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("adapty");
#else
using var http = new HttpClient(CreateHandler());
#endif
using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(args[0]), "/api/v2/server-side-api/profile/"));
request.Headers.TryAddWithoutValidation("Authorization", "Api-Key secret_live_smoke");
request.Headers.Add("adapty-customer-user-id", "user-42");

using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
if (response.StatusCode != HttpStatusCode.OK)
    throw new HttpRequestException($"Adapty answered {(int)response.StatusCode}.");
await using var body = await response.Content.ReadAsStreamAsync();
var profile = (await JsonSerializer.DeserializeAsync(body, SmokeJson.Default.ProfileAnswer))?.Data ?? throw new JsonException("There is no profile.");
Console.WriteLine(profile.HasAccess("premium", DateTimeOffset.UtcNow) ? "premium" : "nothing");

// The peak of this process's memory in kB, as Linux counts it.
var status = await File.ReadAllLinesAsync("/proc/self/status");
Console.WriteLine(Array.Find(status, line => line.StartsWith("VmHWM:", StringComparison.Ordinal))?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].TrimStart('\t'));

static SocketsHttpHandler CreateHandler() => new() { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
