using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Adapty.Kiota.Tests.Support;
using Adapty.Kiota.Tests.Unit.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Tests.Unit.Errors;

/// <summary>A key, a customer's id and an e-mail address go into requests and answers; nothing that anybody can listen to shows them.</summary>
[Collection(ListenersRunAlone.Name)]
public sealed class CanaryTests
{
    private const string Email = "canary.kim@example.com";

    private static readonly string[] Canaries = [TestData.Key, TestData.CustomerId, Email, "canary.kim"];

    [Theory]
    [InlineData(200, false)]
    [InlineData(200, true)]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(503, false)]
    public async Task Logs_spans_and_metrics_of_everybody(int status, bool defaultLogger)
    {
        var heard = new ConcurrentQueue<string>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => heard.Enqueue(Describe(activity)),
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => heard.Enqueue(Describe(instrument.Name, tags)));
        meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => heard.Enqueue(Describe(instrument.Name, tags)));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => heard.Enqueue(Describe(instrument.Name, tags)));
        meters.Start();
        using var logs = new CollectingLoggerProvider();

        var words = $"{TestData.Key} {TestData.CustomerId} {Email}";
        await using var server = await RecordingServer.StartAsync(
            status == 200
                ? $$$"""{"data":{"profile_id":"p","customer_user_id":"{{{TestData.CustomerId}}}","access_levels":[],"email":"{{{Email}}}"}}"""
                : $$"""{"errors":["{{words}}"],"error_code":"{{(status == 404 ? "profile_does_not_exist" : "odd")}}"}""",
            status);
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        var builder = services.AddAdapty(options => (options.ApiKey, options.BaseAddress, options.MaxRetries, options.TimeProvider) = (TestData.Key, server.Address, 1, new ImpatientClock()));
        if (defaultLogger)
            builder.AddDefaultLogger();
        await using var provider = services.BuildServiceProvider();
        var adapty = provider.GetRequiredService<AdaptyClient>();

        var exception = await Record.ExceptionAsync(() => adapty.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken));

        Assert.Equal(status == 200, exception is null);
        Assert.NotEmpty(logs.Lines);
        Assert.Contains(heard, text => text.Contains("getProfile", StringComparison.Ordinal));
        foreach (var canary in Canaries)
        {
            Assert.DoesNotContain(logs.Lines, line => line.Contains(canary, StringComparison.Ordinal));
            Assert.DoesNotContain(heard, text => text.Contains(canary, StringComparison.Ordinal));
            Assert.DoesNotContain(canary, exception?.ToString() ?? "", StringComparison.Ordinal);
        }
    }

    private static string Describe(Activity activity) => string.Join(
        ' ',
        new[] { activity.DisplayName, activity.StatusDescription }
            .Concat(activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))
            .Concat(activity.Events.SelectMany(happened => happened.Tags.Select(tag => $"{tag.Key}={tag.Value}"))));

    private static string Describe(string instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = instrument;
        foreach (var (name, value) in tags)
            text += $" {name}={value}";
        return text;
    }
}
