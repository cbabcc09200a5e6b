using Adapty.Kiota;

// The smallest app that receives webhooks. Its size is measured.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddAdaptyWebhooks(options => options.Secrets.Add("our-long-random-text"))
    .AddHandler((webhookEvent, _) => Console.Out.WriteLineAsync(webhookEvent.EventType));
await using var app = builder.Build();
app.MapAdaptyWebhook("/webhooks/adapty");
await app.RunAsync();
