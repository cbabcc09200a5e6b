using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json.Nodes;
using Adapty.Kiota.Tests.Support;
using Adapty.Kiota.Tests.Unit.Telemetry;
using Adapty.Kiota.Webhooks;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>What is told of webhook requests, and what never is.</summary>
[Collection(ListenersRunAlone.Name)]
public sealed class WebhookTelemetryTests : IDisposable
{
    private const string Canary = "canary-7f3a";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ConcurrentQueue<(string Instrument, double Value, Dictionary<string, object?> Tags)> _points = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;
    private readonly CollectingLoggerProvider _logs = new();
    private readonly LoggerFactory _loggers;

    public WebhookTelemetryTests()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Adapty.Kiota",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener { InstrumentPublished = (instrument, listener) => Enable(instrument, listener) };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.Start();
        _loggers = new LoggerFactory([_logs], new LoggerFilterOptions { MinLevel = LogLevel.Trace });
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        _loggers.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task An_event_has_a_span_a_duration_and_a_reply()
    {
        var clock = new FakeTimeProvider(TestData.Now);
        var inHandler = "";
        var receiver = Receiver(
            _ =>
            {
                inHandler = Activity.Current?.OperationName ?? "";
                clock.Advance(TimeSpan.FromSeconds(2));
                return Task.CompletedTask;
            },
            options => options.TimeProvider = clock);

        await receiver.ReceiveAsync(WebhookExamples.Event("1"), "s", Stop);

        var span = Assert.Single(_spans);
        Assert.Equal(("adapty.webhook receive", ActivityKind.Consumer), (span.OperationName, span.Kind));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal("adapty.webhook receive", inHandler);
        Assert.Equal(
            ["adapty.webhook.event_type=subscription_renewed", "adapty.webhook.reason=handled", "http.response.status_code=200"],
            Tags(span.TagObjects));
        var points = _points.ToDictionary(point => point.Instrument);
        Assert.Equal(2, points["adapty.webhook.duration"].Value);
        Assert.Equal(["adapty.webhook.event_type=subscription_renewed"], Tags(points["adapty.webhook.duration"].Tags));
        Assert.Equal(["adapty.webhook.reason=handled", "http.response.status_code=200"], Tags(points["adapty.webhook.replies"].Tags));
        Assert.StartsWith("Debug Adapty.Kiota A webhook event got 200 (handled) in 2000", Line(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_one_warning_with_the_reason_and_an_error_in_the_span()
    {
        await Receiver(_ => throw new InvalidOperationException(Canary)).ReceiveAsync(WebhookExamples.Event("1"), "s", Stop);

        const string Expected =
            "Warning Adapty.Kiota A webhook request got 503 (handler_failed): System.InvalidOperationException was thrown";
        Assert.StartsWith(Expected, Line(), StringComparison.Ordinal);
        // Where it was thrown, so that it can be found.
        Assert.Contains(nameof(A_failure_is_one_warning_with_the_reason_and_an_error_in_the_span), Line(), StringComparison.Ordinal);
        Assert.Equal(("handler_failed", ActivityStatusCode.Error), (_spans.Single().GetTagItem("error.type"), _spans.Single().Status));
        Assert.Equal("handler_failed", _points.Single(point => point.Instrument == "adapty.webhook.duration").Tags["error.type"]);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_by_its_rule_and_path()
    {
        var body = """{"profile_id":"p","event_type":"t","event_properties":{"expires_at":"canary-7f3a"}}"""u8.ToArray();

        await Receiver().ReceiveAsync(body, "s", Stop);

        const string Expected = "500 (unreadable): The JSON cannot be read: not a date-time (at $.event_properties.expires_at)";
        Assert.Contains(Expected, Line(), StringComparison.Ordinal);
        Assert.DoesNotContain(_points, point => point.Instrument == "adapty.webhook.duration");
    }

    [Fact]
    public async Task A_verification_is_told_at_information()
    {
        await Receiver().ReceiveAsync("{}"u8.ToArray(), "s", Stop);

        Assert.StartsWith("Information Adapty.Kiota A webhook verification was answered.", Line(), StringComparison.Ordinal);
        Assert.Equal("verification", _points.Single().Tags["adapty.webhook.reason"]);
    }

    [Fact]
    public async Task Made_up_event_types_do_not_become_more_than_thirty_series()
    {
        var receiver = Receiver();
        string[] sent = [.. Enumerable.Range(0, 50).Select(number => $"made up {number}"), .. WebhookEventTypes.All, new string('x', 65)];
        foreach (var type in sent)
            await receiver.ReceiveAsync(Encoding.UTF8.GetBytes($$"""{"profile_id":"p","event_type":"{{type}}"}"""), "s", Stop);

        var types = _points.Where(point => point.Instrument == "adapty.webhook.duration")
            .Select(point => (string)point.Tags["adapty.webhook.event_type"]!).ToList();
        Assert.Equal(71, types.Count);
        Assert.Equal(31, types.Distinct().Count());
        Assert.Subset(types.ToHashSet(), WebhookEventTypes.All.ToHashSet());
        Assert.Contains("made up 9", types);
        Assert.DoesNotContain("made up 10", types);
        Assert.Equal(41, types.Count(type => type == "other"));
    }

    /// <summary>The event type is told on purpose, and stands for nobody.</summary>
    [Theory]
    [InlineData("handled")]
    [InlineData("duplicate")]
    [InlineData("handler_failed")]
    [InlineData("store_failed")]
    [InlineData("unreadable")]
    [InlineData("dead_lettered")]
    [InlineData("unauthorized")]
    [InlineData("ignored")]
    [InlineData("verification")]
    public async Task Nothing_of_a_body_is_told_to_anybody(string reason)
    {
        var node = WebhookExamples.Node(WebhookEventTypes.TrialActive);
        Poison(node);
        node["event_properties"]!["environment"] = $"{Canary} env";
        var body = Encoding.UTF8.GetBytes(reason switch
        {
            "unreadable" or "dead_lettered" => node.ToJsonString().Replace(
                "\"is_subscription\":true", $"\"is_subscription\":\"{Canary}\"", StringComparison.Ordinal),
            "verification" => $$"""{"adapty_check":"{{Canary}}"}""",
            _ => node.ToJsonString(),
        });
        var receiver = Receiver(
            _ => reason == "handler_failed" ? throw new InvalidOperationException(Canary, new IOException(Canary)) : Task.CompletedTask,
            options =>
            {
                options.DeliveryStore = new TestDeliveryStore { FailsToReserve = reason == "store_failed" };
                (options.Environment, options.IgnoreOtherEnvironments) = (Environments.Production, reason == "ignored");
                options.DeadLetter = (_, _) => reason == "dead_lettered" ? Task.FromResult(true) : throw new IOException(Canary);
            });
        if (reason == "duplicate")
            await receiver.ReceiveAsync(body, "s", Stop);

        var reply = await receiver.ReceiveAsync(body, reason == "unauthorized" ? $"{Canary} s" : "s", Stop);

        Assert.Equal(reason, reply.Reason);
        Assert.NotEmpty(_logs.Lines);
        Assert.NotEmpty(_points);
        string[] told =
        [
            .. _logs.Lines,
            .. _spans.SelectMany(span => Tags(span.TagObjects).Append(span.DisplayName).Append(span.StatusDescription ?? "")),
            .. _points.SelectMany(point => Tags(point.Tags)),
        ];
        Assert.DoesNotContain(told, text => text.Contains(Canary, StringComparison.OrdinalIgnoreCase));
    }

    private WebhookReceiver Receiver(Func<CancellationToken, Task>? handle = null, Action<WebhookOptions>? configure = null)
    {
        var options = new WebhookOptions { Secrets = { "s" }, LoggerFactory = _loggers };
        configure?.Invoke(options);
        return new WebhookReceiver(options, [new RecordingHandler(handle)]);
    }

    private string Line() => Assert.Single(_logs.Lines);

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _points.Enqueue((instrument.Name, value, new(tags.ToArray())));

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == "Adapty.Kiota")
            listener.EnableMeasurementEvents(instrument);
    }

    private static IEnumerable<string> Tags(IEnumerable<KeyValuePair<string, object?>> tags) =>
        tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal);

    /// <summary>Puts the canary into every text, but into dates, which would be unreadable, and the type.</summary>
    private static void Poison(JsonNode node)
    {
        foreach (var (name, member) in node.AsObject().ToList())
        {
            if (member is JsonObject)
                Poison(member);
            else if (name != "event_type" && member is JsonValue value && value.TryGetValue(out string? text)
                && !text.EndsWith("+0000", StringComparison.Ordinal))
                node[name] = $"{Canary} {text}";
        }

        // A source of attributions is an object.
        if (node.AsObject().ContainsKey("profile_id") || node.AsObject().Any(member => member.Value is JsonValue))
            node[$"{Canary} name"] = Canary;
    }
}
