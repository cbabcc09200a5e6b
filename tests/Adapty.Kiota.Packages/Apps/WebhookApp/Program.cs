using Adapty.Kiota;

var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddAdaptyWebhooks(options => options.Secrets.Add("our-long-random-text"))
    .AddHandler((webhookEvent, _) => Console.Out.WriteLineAsync($"{webhookEvent.EventType} {webhookEvent.Properties.PriceLocal}"));
await using var app = builder.Build();
app.MapAdaptyWebhook("/webhooks/adapty");
await app.StartAsync();
await Sender.SendAsync(app.Urls.Single() + "/webhooks/adapty", events: args[0]);
await app.WaitForShutdownAsync();
