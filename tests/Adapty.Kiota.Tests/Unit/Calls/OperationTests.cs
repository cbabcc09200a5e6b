using Adapty.Kiota.Calls;
using Adapty.Kiota.Tests.Support;
using Microsoft.Kiota.Abstractions;
using NSubstitute;

namespace Adapty.Kiota.Tests.Unit.Calls;

/// <summary>The list of operations is the generated builders' own.</summary>
public sealed class OperationTests
{
    /// <summary>Every request that a generated builder can make: its method and its template.</summary>
    private static IEnumerable<(Method Method, string Template)> GeneratedRequests()
    {
        var adapter = Substitute.For<IRequestAdapter>();
        adapter.BaseUrl.Returns("https://api.adapty.io");
        var builders = typeof(AdaptyApiClient).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(BaseRequestBuilder)) && type != typeof(AdaptyApiClient));
        foreach (var builder in builders)
        {
            var instance = Activator.CreateInstance(builder, new Dictionary<string, object>(), adapter)!;
            var template = (string)builder.GetProperty("UrlTemplate", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.GetValue(instance)!;
            foreach (var method in builder.GetMethods().Where(method => method.Name.EndsWith("RequestInformation", StringComparison.Ordinal)))
                yield return (Enum.Parse<Method>(method.Name["To".Length..^"RequestInformation".Length].ToUpperInvariant()), template);
        }
    }

    [Fact]
    public void Every_generated_request_is_a_known_operation_of_its_own()
    {
        var names = GeneratedRequests().Select(request => Operation.Of(new RequestInformation(request.Method, request.Template, new Dictionary<string, object>())).Name).ToList();

        Assert.Equal(19, names.Count);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void The_names_are_the_specs()
    {
        var spec = File.ReadLines(Path.Combine(Checkout.Root, "openapi", "adapty-server-side.yaml"))
            .Where(line => line.TrimStart().StartsWith("operationId:", StringComparison.Ordinal))
            .Select(line => line.Split(':')[1].Trim());

        var names = GeneratedRequests().Select(request => Operation.Of(new RequestInformation(request.Method, request.Template, new Dictionary<string, object>())).Name);

        Assert.Equal(spec.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    /// <summary>What may be sent again, by the method, as the fact sheet says; one POST carries an idempotency key.</summary>
    [Fact]
    public void What_may_be_sent_again_follows_from_the_method()
    {
        foreach (var (method, template) in GeneratedRequests())
        {
            var operation = Operation.Of(new RequestInformation(method, template, new Dictionary<string, object>()));
            var expected = operation.Name == "createVirtualCurrencyTransaction" ? RetryRule.IdempotencyKey
                : method is Method.GET or Method.DELETE ? RetryRule.Repeatable
                : RetryRule.OnlyIfNotProcessed;

            Assert.True(expected == operation.RetryRule, operation.Name);
            Assert.True(operation.SuccessStatus == (method == Method.DELETE ? 204 : 200), operation.Name);
        }
    }

    [Fact]
    public void Another_request_is_refused() => Assert.Throws<NotSupportedException>(() =>
        Operation.Of(new RequestInformation(Method.GET, "{+baseurl}/api/v2/server-side-api/other/", new Dictionary<string, object>())));
}
