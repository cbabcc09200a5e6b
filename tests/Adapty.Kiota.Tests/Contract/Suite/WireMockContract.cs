using System.Globalization;
using System.Runtime.CompilerServices;
using Adapty.Kiota.Tests.Support;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Adapty.Kiota.Tests.Contract.Suite;

/// <summary>The suite against WireMock.Net: a scene is one of its scenarios, in which each request leads to the next state.</summary>
public sealed class WireMockContract : AdaptyContract, IAsyncDisposable
{
    private WireMockServer? _server;
    private int _expected;

    protected override Task<AdaptyUnderTest> StartAsync([CallerMemberName] string scene = "")
    {
        var server = WireMockServer.Start(new WireMock.Settings.WireMockServerSettings { Urls = ["http://127.0.0.1:0"] });
        var answers = CannedScenes.Of(scene);
        foreach (var (index, answer) in answers.Index())
            Expect(server, scene, index, answer);
        (_server, _expected) = (server, answers.Count);

        var clock = new FakeTimeProvider(World.Now);
        return Task.FromResult(new AdaptyUnderTest(
            key => new AdaptyClient(new AdaptyClientOptions { ApiKey = key, BaseAddress = new Uri(server.Urls[0]), MaxRetries = 0, TimeProvider = clock }),
            World.Key,
            () =>
            {
                server.Stop();
                return ValueTask.CompletedTask;
            }));
    }

    /// <summary>Every request of the scene came, matched, and in this order.</summary>
    public ValueTask DisposeAsync()
    {
        if (_server is null)
            return ValueTask.CompletedTask;
        using var server = _server;
        if (TestContext.Current.TestState?.Result == TestResult.Passed)
        {
            Assert.Equal(_expected, server.LogEntries.Count);
            Assert.All(server.LogEntries, entry => Assert.NotNull(entry.MappingGuid));
        }

        return ValueTask.CompletedTask;
    }

    private static void Expect(WireMockServer server, string scene, int index, CannedAnswer answer)
    {
        var (_, method, path) = Spec.Operations.Single(operation => operation.Operation == answer.Operation);
        var request = Request.Create()
            .UsingMethod(method)
            .WithPath(new WildcardMatcher(path.Replace("{paywall_id}", "*", StringComparison.Ordinal)))
            .WithHeader("Authorization", answer.Status == 401 ? "Api-Key secret_live_of_nobody" : "Api-Key " + World.Key);
        // What names the user; the imports and the paywalls have none.
        if (!path.Contains("/token/", StringComparison.Ordinal) && !path.Contains("/paywalls/", StringComparison.Ordinal))
            request = request.WithHeader(headers => headers.Keys.Any(name => name.ToUpperInvariant() is "ADAPTY-CUSTOMER-USER-ID" or "ADAPTY-PROFILE-ID"));

        var response = Response.Create().WithStatusCode(answer.Status);
        if (answer.Body.Length > 0)
            response = response.WithHeader("Content-Type", "application/json").WithBody(answer.Body);

        var mapping = server.Given(request).InScenario(scene);
        // A scenario has no state before its first request.
        if (index > 0)
            mapping = mapping.WhenStateIs(State(index));
        mapping.WillSetStateTo(State(index + 1)).RespondWith(response);
    }

    private static string State(int index) => index.ToString(CultureInfo.InvariantCulture);
}
