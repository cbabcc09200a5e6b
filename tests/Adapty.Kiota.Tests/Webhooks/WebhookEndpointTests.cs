using System.Net;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using Adapty.Kiota.Webhooks;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>The endpoint in apps of all kinds.</summary>
public sealed class WebhookEndpointTests
{
    private const string Path = "/webhooks/adapty";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly RecordingHandler _handler = new();

    [Fact]
    public async Task It_works_in_an_app_with_everything_on_that_could_reply_in_its_place()
    {
        var builder = Builder();
        AddEverything(builder);
        await using var app = builder.Build();
        UseEverything(app);
        app.MapAdaptyWebhook(Path);
        app.MapPost("/other", () => "fine");
        await app.StartAsync(Stop);

        // Each of them does stop another endpoint.
        Assert.Equal(HttpStatusCode.TemporaryRedirect, await StatusAsync(app, "http://localhost/other"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app, "https://localhost/other"));
        for (var id = 0; id < 5; id++)
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "http://localhost" + Path, id));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(app, "https://localhost/other"));

        Assert.Equal(5, _handler.Handled.Count);
    }

    [Fact]
    public async Task It_works_where_the_app_routes_before_it_redirects()
    {
        var builder = Builder();
        AddEverything(builder);
        await using var app = builder.Build();
        app.UseRouting();
        UseEverything(app);
        app.MapAdaptyWebhook(Path);
        await app.StartAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "http://localhost" + Path));
    }

    [Fact]
    public async Task Neither_authorization_nor_cors_nor_antiforgery_of_a_group_reaches_it()
    {
        var builder = Builder();
        AddEverything(builder);
        builder.Services.AddCors();
        await using var app = builder.Build();
        UseEverything(app);
        var group = app.MapGroup("/api").RequireAuthorization().RequireCors(policy => policy.WithOrigins("https://example.com"))
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
        group.MapAdaptyWebhook(Path).RequireAuthorization();
        group.MapPost("/other", () => "fine");
        await app.StartAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "http://localhost/api" + Path));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app, "https://localhost/api/other"));
    }

    [Theory]
    [InlineData("/base/webhooks/adapty", true)]
    [InlineData("/base/webhooks/adapty", false)]
    [InlineData("/webhooks/adapty", true)]
    public async Task It_works_behind_a_path_base(string path, bool routesItself)
    {
        var builder = Builder();
        AddEverything(builder);
        await using var app = builder.Build();
        app.UsePathBase("/base");
        if (routesItself)
            app.UseRouting();
        UseEverything(app);
        app.MapAdaptyWebhook(Path);
        await app.StartAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "http://localhost" + path));
    }

    [Fact]
    public async Task Several_apps_have_addresses_of_their_own()
    {
        var (eu, us) = (new RecordingHandler(), new RecordingHandler());
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddAdaptyWebhooks("eu-app", options => options.Secrets.Add("eu")).AddHandler(eu.HandleAsync);
        builder.Services.AddAdaptyWebhooks("us-app", options => options.Secrets.Add("us")).AddHandler(us.HandleAsync);
        await using var app = builder.Build();
        app.MapAdaptyWebhook("/eu", "eu-app");
        app.MapAdaptyWebhook("/us", "us-app");
        await app.StartAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "http://localhost/eu", secret: "eu"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(app, "http://localhost/us", secret: "eu"));

        Assert.Equal((1, 0), (eu.Handled.Count, us.Handled.Count));
    }

    [Fact]
    public async Task A_missing_secret_stops_the_start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddAdaptyWebhooks(_ => { });
        await using var app = builder.Build();
        app.MapAdaptyWebhook(Path);

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Stop));

        Assert.Contains(nameof(WebhookOptions.Secrets), exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "AddAdaptyWebhooks(…)")]
    [InlineData("eu-app", "AddAdaptyWebhooks(\"eu-app\", …)")]
    public async Task Webhooks_that_were_not_added_are_named(string? name, string call)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAdaptyWebhooks("other", options => options.Secrets.Add("s"));
        await using var app = builder.Build();

        var exception = Assert.Throws<InvalidOperationException>(() => app.MapAdaptyWebhook(Path, name));

        Assert.Contains(call, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_endpoint_can_have_conventions()
    {
        await using var app = Builder().Build();
        app.MapAdaptyWebhook(Path).WithName("adapty").WithMetadata("mine");

        var endpoint = Assert.Single(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));

        Assert.Equal("mine", endpoint.Metadata.GetMetadata<string>());
        Assert.Equal("adapty", endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName);
    }

    [Fact]
    public async Task A_handler_sees_the_request_that_it_is_called_for()
    {
        var builder = Builder();
        string? seen = null;
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddAdaptyWebhooks(_ => { }).AddHandler<PathHandler>();
        builder.Services.AddSingleton<Action<string?>>(path => seen = path);
        await using var app = builder.Build();
        app.MapAdaptyWebhook(Path);
        await app.StartAsync(Stop);

        await StatusAsync(app, "http://localhost" + Path);

        Assert.Equal(Path, seen);
    }

    private WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddAdaptyWebhooks(options => options.Secrets.Add("s")).AddHandler(_handler.HandleAsync);
        return builder;
    }

    private static void AddEverything(WebApplicationBuilder builder)
    {
        builder.Services.AddHttpsRedirection(options => options.HttpsPort = 443);
        builder.Services.AddAntiforgery();
        builder.Services.AddAuthentication("none").AddScheme<AuthenticationSchemeOptions, NobodyHandler>("none", null);
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddRequestTimeouts(options => options.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(1) });
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetFixedWindowLimiter(
                "all", _ => new() { PermitLimit = 1, Window = TimeSpan.FromHours(1) }));
        });
    }

    private static void UseEverything(WebApplication app)
    {
        app.UseHttpsRedirection();
        app.UseHsts();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static async Task<HttpStatusCode> StatusAsync(WebApplication app, string address, int id = 0, string secret = "s")
    {
        using var client = new HttpClient(app.GetTestServer().CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(WebhookExamples.Event($"e-{id}"));
        request.Headers.TryAddWithoutValidation("Authorization", secret);
        using var response = await client.SendAsync(request, Stop);
        return response.StatusCode;
    }

    private sealed class NobodyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }

    private sealed class PathHandler(IHttpContextAccessor accessor, Action<string?> tell) : IWebhookHandler
    {
        public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken)
        {
            tell(accessor.HttpContext?.Request.Path);
            return Task.CompletedTask;
        }
    }
}
