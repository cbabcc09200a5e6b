#region README.md
using Adapty.Kiota;
using OpenTelemetry;
using OpenTelemetry.Trace;

var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration.GetSection("Adapty");
builder.Services.AddAdapty(settings);
builder.Services.AddAdaptyProfileCache(settings.GetSection("ProfileCache"));
builder.Services.AddAdaptyWebhooks(settings.GetSection("Webhooks"));
builder.Services.AddOpenTelemetry()
    // All of them, as the spans of ASP.NET Core that they stand in are not recorded: those hold the path, and so the user's id.
    .WithTracing(tracing => tracing.AddSource("Adapty.Kiota").SetSampler(new AlwaysOnSampler()))
    .WithMetrics(metrics => metrics.AddMeter("Adapty.Kiota"))
    .WithLogging()
    .UseOtlpExporter();

var app = builder.Build();
app.MapAdaptyWebhook("/webhooks/adapty");
app.MapGet("/premium/{user}", async (string user, ProfileCache profiles, CancellationToken stop) =>
    await profiles.HasAccessAsync(ProfileKey.ForCustomer(user), "premium", stop)
        ? Results.Ok("Welcome in.")
        : Results.StatusCode(402));
app.Run();
#endregion
