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
        var names = GeneratedRequests().Select(request => Operations.Of(new RequestInformation(request.Method, request.Template, new Dictionary<string, object>())).Name).ToList();

        Assert.Equal(19, names.Count);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void The_names_are_the_specs()
    {
        var spec = File.ReadLines(Path.Combine(Checkout.Root, "openapi", "adapty-server-side.yaml"))
            .Where(line => line.TrimStart().StartsWith("operationId:", StringComparison.Ordinal))
            .Select(line => line.Split(':')[1].Trim());

        var names = GeneratedRequests().Select(request => Operations.Of(new RequestInformation(request.Method, request.Template, new Dictionary<string, object>())).Name);

        Assert.Equal(spec.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    /// <summary>What may be sent again, by the method, as the fact sheet says; one POST carries an idempotency key.</summary>
    [Fact]
    public void What_may_be_sent_again_follows_from_the_method()
    {
        foreach (var (method, template) in GeneratedRequests())
        {
            var operation = Operations.Of(new RequestInformation(method, template, new Dictionary<string, object>()));
            var expected = operation.Name == "createVirtualCurrencyTransaction" ? RetryRule.IdempotencyKey
                : method is Method.GET or Method.DELETE ? RetryRule.Repeatable
                : RetryRule.OnlyIfNotProcessed;

            Assert.True(expected == operation.RetryRule, operation.Name);
            Assert.True(operation.SuccessStatus == (method == Method.DELETE ? 204 : 200), operation.Name);
        }
    }

    /// <summary>A user is named once, never by an operation that takes no user; what is documented says which is which.</summary>
    [Fact]
    public void Which_operations_name_a_user_is_what_the_description_says()
    {
        Assert.Equal(
            Spec.OfUsers.Order(StringComparer.Ordinal),
            Operations.All.Where(operation => operation.UserHeaders is not UserHeaders.None).Select(operation => operation.Name).Order(StringComparer.Ordinal));
        Assert.Equal("createProfile", Assert.Single(Operations.All, operation => operation.UserHeaders == UserHeaders.OneOrBoth).Name);
    }

    [Theory]
    [InlineData(Method.GET, RetryRule.Repeatable)]
    [InlineData(Method.HEAD, RetryRule.Repeatable)]
    [InlineData(Method.POST, RetryRule.OnlyIfNotProcessed)]
    [InlineData(Method.DELETE, RetryRule.OnlyIfNotProcessed)]
    public void Of_an_operation_that_is_not_known_only_a_read_is_repeatable(Method method, object rule)
    {
        var operation = Operations.Of(new RequestInformation(method, "{+baseurl}/api/v2/server-side-api/other/", new Dictionary<string, object>()));

        Assert.Equal((RetryRule)rule, operation.RetryRule);
        Assert.Equal("other", operation.Name);
        Assert.Null(operation.SuccessStatus);
    }
}
