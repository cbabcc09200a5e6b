using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Limits;

/// <summary>Calls that must be refused, or accepted, before anything is sent.</summary>
internal static class Refused
{
    /// <summary>A text that stands in a refused value, to see that no message repeats it.</summary>
    public const string Secret = "s3cr3t";

    public static async Task AsArgumentAsync(Func<AdaptyClient, CancellationToken, Task> call, string place, string rule)
    {
        var handler = StubHandler.Returning("");
        using var client = handler.Client();

        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => call(client, TestContext.Current.CancellationToken));

        Assert.Contains(place, exception.Message, StringComparison.Ordinal);
        Assert.Contains(rule, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(place.Split('.', '[')[0], exception.ParamName);
        Assert.Empty(handler.Requests);
    }

    /// <summary>Accepts a call, and returns the body that it sent.</summary>
    public static async Task<string> NotAsync(Func<AdaptyClient, CancellationToken, Task> call, string answer)
    {
        var body = "";
        using var client = new StubHandler(async (request, token) =>
        {
            body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(token);
            return StubHandler.Response(answer);
        }).Client();

        await call(client, TestContext.Current.CancellationToken);

        return body;
    }
}
