using System.Net;
using Adapty.Kiota;
using Adapty.Kiota.Testing;
using Microsoft.Extensions.Options;

await AnswersOverHttp();
await TakesItsOptionsFromTheSettings();
await DoesNotStartWithoutAKey();

static WebApplication Build(FakeAdapty? fake, params string[] arguments)
{
    var builder = WebApplication.CreateBuilder(arguments);
    builder.Logging.ClearProviders();
    var adapty = builder.Services.AddAdapty(builder.Configuration.GetSection("Adapty"));
    if (fake is not null)
        adapty.UseFakeAdapty(fake);

    var app = builder.Build();
    app.MapGet("/premium/{user}", async (string user, AdaptyClient adapty, CancellationToken stop) =>
        (await adapty.Profiles.FindAsync(ProfileKey.ForCustomer(user), stop))?.HasAccess("premium") is true
            ? Results.Ok("Welcome in.")
            : Results.StatusCode(402));
    return app;
}

static async Task AnswersOverHttp()
{
    var fake = new FakeAdapty();
    fake.AddProfile("user-42").WithLifetimeAccess("premium");
    fake.AddProfile("user-43");
    await using var app = Build(fake);
    await app.StartAsync();
    using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

    using var premium = await http.GetAsync("/premium/user-42");
    Expect.True(premium.StatusCode == HttpStatusCode.OK);
    Expect.True(await premium.Content.ReadAsStringAsync() == "\"Welcome in.\"");
    using var nothing = await http.GetAsync("/premium/user-43");
    Expect.True(nothing.StatusCode == HttpStatusCode.PaymentRequired);
    using var unknown = await http.GetAsync("/premium/user-44");
    Expect.True(unknown.StatusCode == HttpStatusCode.PaymentRequired);
    Expect.True(fake.Requests.Count == 3);
    Console.WriteLine("200 and 402");
}

static async Task TakesItsOptionsFromTheSettings()
{
    await using var app = Build(fake: null);
    await app.StartAsync();
    var options = app.Services.GetRequiredService<IOptions<AdaptyClientOptions>>().Value;
    Expect.True(options is { ApiKey: "secret_live_of_the_settings", MaxRetries: 0 });
    Console.WriteLine("starts with the key of the settings");
}

static async Task DoesNotStartWithoutAKey()
{
    await using var app = Build(fake: null, "--Adapty:ApiKey=");
    var message = "";
    try
    {
        await app.StartAsync();
    }
    catch (OptionsValidationException refused)
    {
        message = refused.Message;
    }

    Expect.True(message.Contains("ApiKey"));
    Console.WriteLine($"without a key: {message}");
}
