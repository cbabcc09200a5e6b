using Adapty.Kiota;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Serialization.Json;

// What was compiled against the lowest Kiota runs on the newest here: a member that is gone or acts in another way shows when
// the code that needs it runs.
foreach (var type in new[] { typeof(IRequestAdapter), typeof(UserAgentHandler), typeof(JsonSerializationWriter) })
    Expect.True(type.Assembly.GetName().Version == new Version(2, 1, 6, 0));

var fake = new FakeAdapty().AddCurrency("coins").AddAccessLevel("extra").AddProduct("lifetime");
fake.AddProfile("user-42").WithAccessLevel("premium", fake.TimeProvider.GetUtcNow().AddDays(7)).WithBalance("coins", 5);
for (var number = 1; number <= 5; number++)
    fake.AddPaywall($"Paywall {number}");
using AdaptyClient adapty = fake.CreateClient(options => options.MaxRetries = 1);
var user = ProfileKey.ForCustomer("user-42");

// Reading.
Expect.True((await adapty.Profiles.GetAsync(user)).HasAccess("premium"));
Expect.True(await adapty.Profiles.FindAsync(ProfileKey.ForCustomer("user-43")) is null);

// Writing: no body, a small one, nested ones, a date, a decimal, a string, additional data.
Expect.True((await adapty.AccessLevels.GrantAsync(user, "extra", fake.TimeProvider.GetUtcNow().AddDays(1))).HasAccess("extra"));
Expect.True((await adapty.AccessLevels.RevokeAsync(user, "extra")).HasAccess("premium"));
var created = await adapty.Profiles.CreateAsync(ProfileKey.ForCustomer("user-44"), new CreateProfileRequest
{
    FirstName = "Ada",
    CustomAttributes =
    [
        new() { Key = "colour", Value = new() { String = "green" } },
        new() { Key = "size", Value = new() { Decimal = 1.5m } },
    ],
    AdditionalData = new Dictionary<string, object> { ["referrer"] = "newsletter" },
});
Expect.True(fake.Requests[^1].Body!.Contains("\"referrer\":\"newsletter\""));
Expect.True(created.CustomAttributes!.Single(attribute => attribute.Key == "size").Value!.Decimal == 1.5m);
await adapty.Purchases.SetTransactionAsync(user, new OneTimePurchaseTransaction
{
    Store = "my-shop", StoreProductId = "lifetime", StoreTransactionId = "order-7", StoreOriginalTransactionId = "order-7",
    PurchasedAt = fake.TimeProvider.GetUtcNow(), Price = new Price { Country = "DE", Currency = "EUR", Value = 49.90m },
});
Expect.True(fake.Requests[^1].Body!.Contains("49.9"));
await adapty.Integrations.SetIdentifiersAsync(user, new IntegrationIdentifiers { AmplitudeDeviceId = "device-7" });
Expect.True((await adapty.Integrations.GetIdentifiersAsync(user)).AmplitudeDeviceId == "device-7");
await adapty.Profiles.DeleteAsync(ProfileKey.ForCustomer("user-44"));

// Lists, page by page.
var titles = new List<string>();
await foreach (var paywall in adapty.Paywalls.ListAsync(pageSize: 2))
    titles.Add(paywall.Title!);
Expect.True(titles.Count == 5 && titles.Distinct().Count() == 5);
Expect.True(fake.Requests.Count(request => request.Path.Contains("paywalls")) == 3);

// Errors, with Adapty's own code, and a retry.
fake.FailNext(503);
Expect.True((await adapty.Profiles.GetAsync(user)).HasAccess("premium"));
var code = "";
try
{
    await adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-44"));
}
catch (AdaptyProfileNotFoundException refused)
{
    code = refused.ErrorCode;
}

Expect.True(code is "profile_does_not_exist" or "profile_not_found");
fake.FailNext(200, "{ \"data\": 7 }");
var path = "";
try
{
    await adapty.Profiles.GetAsync(user);
}
catch (AdaptyResponseException unreadable)
{
    path = unreadable.JsonPath;
}

Expect.True(path == "$.data");

// The generated client.
var request = adapty.Api.Api.V2.ServerSideApi.Profile.EmptyPathSegment;
var raw = await request.GetAsync(configuration => configuration.Headers.Add("adapty-customer-user-id", "user-42"));
Expect.True(raw!.Data!.CustomerUserId == "user-42");

Console.WriteLine("on Kiota 2.1.6: read, wrote, paged, refused");
