using System.Text.Json;
using Adapty.Kiota.Benchmarks.Rivals;

// What one would write without the SDK: the same endpoint with source-generated JSON. The measure for the other.
var builder = WebApplication.CreateSlimBuilder(args);
await using var app = builder.Build();
app.Map("/webhooks/adapty", async context =>
{
    if (context.Request.Headers.Authorization == "our-long-random-text")
    {
        var webhookEvent = await JsonSerializer.DeserializeAsync(
            context.Request.Body, HandWrittenEventContext.Default.HandWrittenEvent, context.RequestAborted);
        await Console.Out.WriteLineAsync(webhookEvent?.EventType);
    }

    context.Response.ContentType = "application/json";
    await context.Response.WriteAsync("{}");
});
await app.RunAsync();
