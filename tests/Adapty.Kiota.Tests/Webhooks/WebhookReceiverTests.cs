using System.Text;
using Adapty.Kiota.Tests.Support;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>A receiver by itself, as a function would use it.</summary>
public sealed class WebhookReceiverTests
{
    private const string Secret = "our-long-random-text";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Examples => [.. WebhookExamples.Names];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_is_handled(string name)
    {
        var handler = new RecordingHandler();

        var reply = await Receiver(handler).ReceiveAsync(WebhookExamples.Bytes(name), Secret, Stop);

        Assert.Equal((200, "{}", "handled"), (reply.StatusCode, reply.Body, reply.Reason));
        Assert.Equal(name, Assert.Single(handler.Handled).EventType);
    }

    [Fact]
    public async Task Every_event_type_is_handled_known_or_not()
    {
        var handler = new RecordingHandler();
        var receiver = Receiver(handler);
        string[] types = [.. WebhookEventTypes.All, WebhookEventTypes.SubscriptionCancelled, "renamed to this"];
        foreach (var type in types)
        {
            var body = Encoding.UTF8.GetBytes($$"""{"profile_id":"p","event_type":"{{type}}"}""");
            Assert.Equal("handled", (await receiver.ReceiveAsync(body, Secret, Stop)).Reason);
        }

        Assert.Equal(types, handler.Handled.Select(handled => handled.EventType));
    }

    [Fact]
    public async Task A_body_may_be_a_stream()
    {
        var handler = new RecordingHandler();
        using var body = new MemoryStream(WebhookExamples.Bytes(WebhookEventTypes.TrialStarted));

        var reply = await Receiver(handler).ReceiveAsync(body, Secret, Stop);

        Assert.Equal("handled", reply.Reason);
        Assert.Single(handler.Handled);
    }

    [Fact]
    public async Task A_stream_is_not_read_for_a_stranger()
    {
        using var body = new MemoryStream(WebhookExamples.Bytes(WebhookEventTypes.TrialStarted));

        Assert.Equal("unauthorized", (await Receiver().ReceiveAsync(body, "wrong", Stop)).Reason);

        Assert.Equal(0, body.Position);
    }

    [Fact]
    public async Task Handlers_are_called_one_after_the_other_until_one_throws()
    {
        var (first, third) = (new RecordingHandler(), new RecordingHandler());
        var second = new RecordingHandler(_ => throw new InvalidOperationException());

        var reply = await Receiver(first, second, third).ReceiveAsync(WebhookExamples.Event("1"), Secret, Stop);

        Assert.Equal((503, "handler_failed"), (reply.StatusCode, reply.Reason));
        Assert.Equal((1, 1, 0), (first.Handled.Count, second.Handled.Count, third.Handled.Count));
    }

    [Fact]
    public async Task The_next_handler_is_not_called_after_the_deadline()
    {
        var clock = new SignallingClock();
        var (entered, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (slow, next) = (new RecordingHandler(async _ =>
        {
            entered.SetResult();
            await release.Task;
        }), new RecordingHandler());
        var store = new TestDeliveryStore();
        var options = new WebhookOptions { Secrets = { Secret }, TimeProvider = clock, DeliveryStore = store };
        var receiver = new WebhookReceiver(options, [slow, next]);

        var receiving = receiver.ReceiveAsync(WebhookExamples.Event("1"), Secret, Stop);
        await entered.Task;
        clock.Advance(TimeSpan.FromSeconds(8));
        var reply = await receiving;
        release.SetResult();
        await store.SettledAsync();

        Assert.Equal("time_limit", reply.Reason);
        Assert.Empty(next.Handled);
    }

    [Fact]
    public async Task A_cancelled_caller_gets_a_reply_that_makes_the_event_come_again()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var handler = new RecordingHandler();

        var reply = await Receiver(handler).ReceiveAsync(WebhookExamples.Event("1"), Secret, cancelled.Token);

        Assert.Equal((503, "cancelled"), (reply.StatusCode, reply.Reason));
        Assert.Empty(handler.Handled);
    }

    [Fact]
    public async Task What_is_thrown_as_the_time_limit_ends_is_a_reply()
    {
        var clock = new SignallingClock();
        var options = new WebhookOptions { Secrets = { Secret }, TimeProvider = clock };
        options.DeadLetter = (_, _) =>
        {
            clock.Advance(TimeSpan.FromSeconds(8));
            throw new IOException();
        };

        var reply = await new WebhookReceiver(options, []).ReceiveAsync("no JSON"u8.ToArray(), Secret, Stop);

        Assert.Equal((503, "time_limit"), (reply.StatusCode, reply.Reason));
    }

    [Fact]
    public async Task A_renamed_type_is_mapped_back_before_handlers_see_it()
    {
        var handler = new RecordingHandler();
        var options = new WebhookOptions { Secrets = { Secret } };
        options.EventTypes["Abo verlängert"] = WebhookEventTypes.SubscriptionRenewed;
        var receiver = new WebhookReceiver(options, [handler]);

        await receiver.ReceiveAsync("""{"profile_id":"p","event_type":"Abo verlängert"}"""u8.ToArray(), Secret, Stop);
        await receiver.ReceiveAsync("""{"profile_id":"p","event_type":"abo verlängert"}"""u8.ToArray(), Secret, Stop);

        Assert.Equal([WebhookEventTypes.SubscriptionRenewed, "abo verlängert"], handler.Handled.Select(handled => handled.EventType));
    }

    [Theory]
    [InlineData(
        """event_properties":{"profile_event_id":"1","price_usd":1}""",
        """event_properties":{"profile_event_id":"1","price_usd":2}""",
        true)]
    [InlineData("""event_properties":{"profile_event_id":"1"}""", """event_properties":{"profile_event_id":"2"}""", false)]
    [InlineData("""profile_event_id":"1" """, """event_properties":{"profile_event_id":"1"}""", true)]
    [InlineData(
        """event_properties":{"profile_event_id":"1","environment":"Sandbox"}""",
        """event_properties":{"profile_event_id":"1","environment":"Production"}""",
        false)]
    [InlineData(
        """event_datetime":"2031-01-01T00:00:00Z","event_properties":{"transaction_id":"1"}""",
        """event_properties":{"transaction_id":1},"event_datetime":"2031-01-01T00:00:00+0000" """,
        true)]
    [InlineData(
        """event_datetime":"2031-01-01T00:00:00Z","event_properties":{"transaction_id":"1"}""",
        """event_datetime":"2031-01-01T00:00:01Z","event_properties":{"transaction_id":"1"}""",
        false)]
    [InlineData("""event_properties":{"transaction_id":"1"}""", """event_properties":{"transaction_id":"1"}""", true)]
    [InlineData("""event_properties":{"transaction_id":"1"}""", """event_properties":{"transaction_id":"1"},"x":1""", false)]
    public async Task A_delivery_is_known_by_its_event_id_else_by_its_transaction_else_by_its_bytes(string first, string second, bool same)
    {
        var handler = new RecordingHandler();
        var receiver = Receiver(handler);

        await receiver.ReceiveAsync(Body(first), Secret, Stop);
        var reply = await receiver.ReceiveAsync(Body(second), Secret, Stop);

        Assert.Equal(same ? "duplicate" : "handled", reply.Reason);
        Assert.Equal(same ? 1 : 2, handler.Handled.Count);

        // The members come without their first quote.
        static byte[] Body(string members) => Encoding.UTF8.GetBytes($$"""{"profile_id":"p","event_type":"t","{{members}}}""");
    }

    [Fact]
    public async Task A_dead_letter_gets_the_bytes_as_they_came()
    {
        byte[]? stored = null;
        var options = new WebhookOptions { Secrets = { Secret } };
        options.DeadLetter = (body, _) =>
        {
            stored = body.ToArray();
            return Task.FromResult(true);
        };
        var receiver = new WebhookReceiver(options, []);

        var reply = await receiver.ReceiveAsync("no JSON"u8.ToArray(), Secret, Stop);

        Assert.Equal((200, "dead_lettered"), (reply.StatusCode, reply.Reason));
        Assert.Equal("no JSON"u8.ToArray(), stored);
    }

    [Fact]
    public async Task Options_are_copied()
    {
        var options = new WebhookOptions { Secrets = { Secret } };
        var receiver = new WebhookReceiver(options, []);
        options.Secrets.Clear();
        options.Secrets.Add("other");
        options.MaxBodyBytes = 1;
        options.EventTypes["t"] = "u";

        Assert.Equal("handled", (await receiver.ReceiveAsync(WebhookExamples.Event("1"), Secret, Stop)).Reason);
    }

    public static TheoryData<string, Action<WebhookOptions>> Problems => new()
    {
        { nameof(WebhookOptions.Secrets), options => options.Secrets.Clear() },
        { nameof(WebhookOptions.Secrets), options => options.Secrets[0] = "" },
        { nameof(WebhookOptions.Secrets), options => options.Secrets.Add("with a line break\n") },
        { nameof(WebhookOptions.Secrets), options => options.Secrets.Add(" outer whitespace") },
        { nameof(WebhookOptions.AllowAnonymous), options => options.AllowAnonymous = true },
        { nameof(WebhookOptions.UnauthorizedStatusCode), options => options.UnauthorizedStatusCode = 403 },
        { nameof(WebhookOptions.TimeLimit), options => options.TimeLimit = TimeSpan.Zero },
        { nameof(WebhookOptions.TimeLimit), options => options.TimeLimit = TimeSpan.FromSeconds(10.1) },
        { nameof(WebhookOptions.MaxBodyBytes), options => options.MaxBodyBytes = 0 },
        { nameof(WebhookOptions.Retention), options => options.Retention = TimeSpan.FromHours(23) },
        { nameof(WebhookOptions.EventTypes), options => options.EventTypes["x"] = "" },
        { nameof(WebhookOptions.IgnoreOtherEnvironments), options => options.IgnoreOtherEnvironments = true },
        { nameof(WebhookOptions.TimeProvider), options => options.TimeProvider = null! },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public void A_wrong_option_is_named(string option, Action<WebhookOptions> configure)
    {
        var options = new WebhookOptions { Secrets = { Secret } };
        configure(options);

        var exception = Assert.Throws<ArgumentException>(() => new WebhookReceiver(options, []));

        Assert.StartsWith(option, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_secret_beside_another_lets_nobody_in()
    {
        var receiver = new WebhookReceiver(new WebhookOptions { Secrets = { "", Secret } }, []);

        Assert.Equal("unauthorized", (await receiver.ReceiveAsync(WebhookExamples.Event("1"), "", Stop)).Reason);
        Assert.Equal("unauthorized", (await receiver.ReceiveAsync(WebhookExamples.Event("1"), null, Stop)).Reason);
        Assert.Equal("handled", (await receiver.ReceiveAsync(WebhookExamples.Event("1"), Secret, Stop)).Reason);
    }

    [Fact]
    public void A_receiver_without_a_handler_warns()
    {
        using var logs = new CollectingLoggerProvider();
        using var factory = new Microsoft.Extensions.Logging.LoggerFactory([logs]);

        _ = new WebhookReceiver(new WebhookOptions { Secrets = { Secret }, LoggerFactory = factory }, []);

        Assert.Contains("There is no webhook handler", Assert.Single(logs.Lines), StringComparison.Ordinal);
    }

    private static WebhookReceiver Receiver(params IWebhookHandler[] handlers) =>
        new(new WebhookOptions { Secrets = { Secret } }, handlers);
}
