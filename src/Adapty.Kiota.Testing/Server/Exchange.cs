using System.Text.Json;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Testing.Bodies;
using Adapty.Kiota.Testing.State;

namespace Adapty.Kiota.Testing.Server;

/// <summary>One request, as the operations look at it. They run one at a time, under the state's gate.</summary>
/// <param name="state">What the fake knows.</param>
/// <param name="dialect">How the operation refuses.</param>
/// <param name="request">The request.</param>
/// <param name="body">Its body; null or empty for none.</param>
/// <param name="id">The id in the path, where there is one.</param>
internal sealed class Exchange(FakeState state, Dialect dialect, HttpRequestMessage request, string? body, string? id)
{
    public FakeState State => state;

    /// <summary>The id in the path.</summary>
    public string Id => id ?? throw new InvalidOperationException("This operation has no id in its path.");

    public bool HasBody => !string.IsNullOrWhiteSpace(body);

    /// <summary>By the fake's clock; the same for the whole request.</summary>
    public DateTimeOffset Now { get; } = state.Clock.GetUtcNow();

    public string? MediaType => request.Content?.Headers.ContentType?.MediaType;

    public string? Header(string name) => HeaderOf(request, name);

    public Query Query() => new(request.RequestUri!.Query);

    /// <summary>Whom the request is about: exactly one of the two ids.</summary>
    public FakeProfile Profile()
    {
        var customerUserId = Header(HeaderNames.CustomerUserId);
        var profileId = Header(HeaderNames.ProfileId);
        if (customerUserId is null == profileId is null)
        {
            throw new RefusalException(
                400, AdaptyErrorCodes.BaseError, ErrorBody.NoField, $"Send exactly one of {HeaderNames.CustomerUserId} and {HeaderNames.ProfileId}.");
        }

        return (customerUserId is null ? state.FindProfile(profileId!) : state.FindCustomer(customerUserId)) ?? throw dialect.NoProfile();
    }

    /// <summary>The body, a JSON object.</summary>
    public Fields Body()
    {
        try
        {
            using var document = JsonDocument.Parse(body ?? "");
            var root = document.RootElement.Clone();
            RequireText(root);
            return root.ValueKind == JsonValueKind.Object ? new Fields(root) : throw RefusalException.OfField(ErrorBody.NoField, "Invalid data. Expected an object.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RefusalException(400, AdaptyErrorCodes.ParseError, source: null, "The body is not JSON.");
        }
    }

    public static string? HeaderOf(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 } value ? value : null;

    /// <summary>Escapes that are no Unicode come to light only when they are read: all are, here, so that none is a surprise later.</summary>
    /// <exception cref="InvalidOperationException">A text is not Unicode.</exception>
    private static void RequireText(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            _ = element.GetString();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                RequireText(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                _ = property.Name;
                RequireText(property.Value);
            }
        }
    }
}
