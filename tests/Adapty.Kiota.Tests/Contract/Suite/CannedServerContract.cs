using System.Runtime.CompilerServices;
using Adapty.Kiota.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Adapty.Kiota.Tests.Contract.Suite;

/// <summary>The suite against the documented answers, over a real socket.</summary>
public sealed class CannedServerContract : AdaptyContract, IAsyncDisposable
{
    private int _unasked;

    protected override async Task<AdaptyUnderTest> StartAsync([CallerMemberName] string scene = "")
    {
        var answers = CannedScenes.Of(scene);
        var next = 0;
        var server = await RecordingServer.StartAsync(async context =>
        {
            var answer = next < answers.Count ? answers[next++] : null;
            if (answer is null || !IsOf(answer.Operation, context.Request.Method, context.Request.Path))
            {
                // A refusal that no test expects, with what happened in its words.
                context.Response.StatusCode = 418;
                await context.Response.WriteAsync($$"""{"errors":["request {{next}} of {{scene}} must be {{answer?.Operation ?? "none"}}"]}""");
                return;
            }

            context.Response.StatusCode = answer.Status;
            if (answer.Body.Length > 0)
            {
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(answer.Body);
            }
        });

        var clock = new FakeTimeProvider(World.Now);
        return new AdaptyUnderTest(
            key => new AdaptyClient(new AdaptyClientOptions { ApiKey = key, BaseAddress = server.Address, MaxRetries = 0, TimeProvider = clock }),
            World.Key,
            async () =>
            {
                await server.DisposeAsync();
                _unasked = answers.Count - server.Requests.Count;
            });
    }

    /// <summary>An answer that nobody asked for is a test that does less than it says.</summary>
    public ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Passed)
            Assert.Equal(0, _unasked);
        return ValueTask.CompletedTask;
    }

    private static bool IsOf(string operation, string method, string path)
    {
        var (_, expectedMethod, template) = Spec.Operations.Single(described => described.Operation == operation);
        var parts = template.Split("{paywall_id}");
        return method == expectedMethod && (parts.Length == 1
            ? path == template
            : path.StartsWith(parts[0], StringComparison.Ordinal) && path.EndsWith(parts[1], StringComparison.Ordinal) && path.Length > parts[0].Length + parts[1].Length);
    }
}
