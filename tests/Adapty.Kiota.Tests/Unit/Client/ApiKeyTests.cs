using System.Collections.Concurrent;
using Adapty.Kiota.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Tests.Unit.Client;

/// <summary>API keys are rotated by making a new one and deleting the old: a client lives longer than its key.</summary>
public sealed class ApiKeyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string KeyOf(HttpRequestMessage request) => Assert.Single(request.Headers.NonValidated["Authorization"])["Api-Key ".Length..];

    [Fact]
    public async Task A_new_key_counts_from_the_next_attempt_on()
    {
        AdaptyClient? adapty = null;
        var handler = new StubHandler(request =>
        {
            if (KeyOf(request) == "old")
                adapty!.UpdateApiKey("new");
            return StubHandler.Response(KeyOf(request) == "new" ? TestData.ProfileBody : "", KeyOf(request) == "new" ? 200 : 503);
        });
        using (adapty = handler.Client(options => (options.ApiKey, options.MaxRetries, options.TimeProvider) = ("old", 1, new ImpatientClock())))
            await adapty.Profiles.GetAsync(TestData.Customer, Token);

        Assert.Equal(["old", "new"], handler.Requests.Select(KeyOf));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" s3cr3t")]
    [InlineData("s3cr3t\r\nX: y")]
    [InlineData("s3cr3tä")]
    public async Task A_key_that_cannot_be_a_header_leaves_the_old_one(string key)
    {
        var handler = StubHandler.Returning(TestData.ProfileBody);
        using var adapty = handler.Client();

        var exception = Assert.Throws<ArgumentException>(() => adapty.UpdateApiKey(key));

        Assert.DoesNotContain("s3cr3t", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => adapty.UpdateApiKey(null!));
        await adapty.Profiles.GetAsync(TestData.Customer, Token);
        Assert.Equal(TestData.Key, KeyOf(handler.Requests[0]));
    }

    /// <summary>
    /// 64 callers while the key changes 1,000 times: whatever is sent carries one whole key, and none that was replaced before the
    /// call began.
    /// </summary>
    [Fact]
    public async Task Under_load_no_call_carries_a_mixture_or_a_key_of_the_past()
    {
        var current = 0;
        var wrong = new ConcurrentQueue<string>();
        var sent = 0;
        using var adapty = new StubHandler(request =>
        {
            Interlocked.Increment(ref sent);
            var key = KeyOf(request);
            var oldest = request.Options.TryGetValue(new HttpRequestOptionsKey<Microsoft.Kiota.Abstractions.IRequestOption>(typeof(BeganAt).FullName!), out var began) ? ((BeganAt)began).Key : -1;
            if (!int.TryParse(key.AsSpan("key-".Length), out var number) || key != $"key-{number:000000}" || number < oldest || oldest < 0)
                wrong.Enqueue($"{key} by a call that began at {oldest}");
            return StubHandler.Response(TestData.ProfileBody);
        }).Client(options => options.ApiKey = "key-000000");
        using var stop = new CancellationTokenSource();

        var callers = Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var began = new BeganAt(Volatile.Read(ref current));
                await adapty.Api.Api.V2.ServerSideApi.Profile.EmptyPathSegment.GetAsync(
                    request =>
                    {
                        request.Headers.Add("adapty-customer-user-id", "user-42");
                        request.Options.Add(began);
                    },
                    Token);
                // Nothing here ever waits, and 64 loops that never give their thread back leave none to the rest of the process.
                await Task.Yield();
            }
        })).ToArray();
        for (var number = 1; number <= 1000; number++)
        {
            adapty.UpdateApiKey($"key-{number:000000}");
            Volatile.Write(ref current, number);
            while (Volatile.Read(ref sent) < number)
                await Task.Yield();
        }

        await stop.CancelAsync();
        await Task.WhenAll(callers);

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_registered_client_follows_its_section()
    {
        using var logs = new CollectingLoggerProvider();
        var source = new Reloadable { ["Adapty:ApiKey"] = "old" };
        var configuration = new ConfigurationBuilder().Add(source).Build();
        var handler = StubHandler.Returning(TestData.ProfileBody);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(logs));
        services.AddAdapty(configuration.GetSection("Adapty")).ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();
        var adapty = provider.GetRequiredService<AdaptyClient>();

        await adapty.Profiles.GetAsync(TestData.Customer, Token);
        source.Reload("Adapty:ApiKey", "new");
        await adapty.Profiles.GetAsync(TestData.Customer, Token);
        Assert.Empty(logs.Lines);
        source.Reload("Adapty:ApiKey", " s3cr3t");
        await adapty.Profiles.GetAsync(TestData.Customer, Token);
        source.Reload("Adapty:ApiKey", null);
        await adapty.Profiles.GetAsync(TestData.Customer, Token);

        Assert.Equal(["old", "new", "new", "new"], handler.Requests.Select(KeyOf));
        Assert.Equal(2, logs.Lines.Count);
        Assert.All(logs.Lines, line =>
        {
            Assert.StartsWith("Warning Adapty.Kiota", line, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cr3t", line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_client_that_is_disposed_follows_no_more()
    {
        var source = new Reloadable { ["ApiKey"] = "old" };
        var configuration = new ConfigurationBuilder().Add(source).Build();
        var handler = StubHandler.Returning(TestData.ProfileBody);
        var services = new ServiceCollection();
        services.AddAdapty(configuration).ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();
        var adapty = provider.GetRequiredService<AdaptyClient>();

        adapty.Dispose();
        source.Reload("ApiKey", "new");
        await adapty.Profiles.GetAsync(TestData.Customer, Token);

        Assert.Equal("old", KeyOf(handler.Requests[0]));
    }

    /// <summary>A handler of the application's sets the key: what was really sent must not come back in an excerpt.</summary>
    [Fact]
    public async Task A_key_that_a_handler_put_there_is_taken_out_of_what_is_shown()
    {
        const string key = "secret_live_from.a-handler";
        using var http = new HttpClient(new KeyHandler(key)
        {
            InnerHandler = StubHandler.Returning($$"""{"error_code":"x","errors":[{"source":"{{key}}","errors":["Api-Key {{key}} is unknown"]}],"seen":"{{key}}"}""", status: 401),
        });
        using var adapty = new AdaptyClient(new AdaptyClientOptions { ApiKey = TestData.Key }, http);

        var exception = await Assert.ThrowsAsync<AdaptyAuthenticationException>(() => adapty.Profiles.GetAsync(TestData.Customer, Token));

        Assert.NotNull(exception.BodyExcerpt);
        Assert.DoesNotContain(key, exception.ToString() + exception.BodyExcerpt + exception.Errors[0], StringComparison.Ordinal);
    }

    private sealed record BeganAt(int Key) : Microsoft.Kiota.Abstractions.IRequestOption;

    private sealed class KeyHandler(string key) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove("Authorization");
            request.Headers.TryAddWithoutValidation("Authorization", "Api-Key " + key);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Reloadable : ConfigurationProvider, IConfigurationSource
    {
        public string this[string name] { set => Data[name] = value; }

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public void Reload(string name, string? value)
        {
            Data[name] = value;
            OnReload();
        }
    }
}
