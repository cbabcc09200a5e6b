using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Web;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Testing.State;

namespace Adapty.Kiota.Testing.Server;

/// <summary>One request, as an operation sees it. Operations run one at a time, under the state's gate.</summary>
internal sealed class FakeRequest(FakeState state, ErrorStyle errors, HttpRequestMessage request, string? body, string? id)
{
    public FakeState State => state;

    public string Id => id ?? throw new InvalidOperationException("This operation has no id in its path.");

    public bool HasBody => !string.IsNullOrWhiteSpace(body);

    /// <summary>The time by the fake's clock; the same for the whole request.</summary>
    public DateTimeOffset Now { get; } = state.Clock.GetUtcNow();

    public string? MediaType => request.Content?.Headers.ContentType?.MediaType;

    public string? Header(string name) => HeaderOf(request, name);

    /// <summary>A parameter of the query; null if it is absent.</summary>
    public string? Parameter(string name) => HttpUtility.ParseQueryString(request.RequestUri!.Query)[name];

    /// <summary>A parameter of the query that is a number from 1 on.</summary>
    /// <param name="name">The parameter, such as <c>page[size]</c>; an error says <c>page_size</c>.</param>
    /// <param name="absent">The value if the parameter is absent.</param>
    /// <param name="max">The largest.</param>
    public int Number(string name, int absent, int max)
    {
        if (Parameter(name) is not { } value)
            return absent;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max)
            return number;
        var source = name.Replace('[', '_').TrimEnd(']');
        throw new FakeErrorException(AdaptyErrorCodes.ValidationError, source, $"{source} must be a number from 1 to {max}.");
    }

    /// <summary>The profile that the headers name, by exactly one of the two ids.</summary>
    public FakeProfile Profile()
    {
        var (customerUserId, profileId) = (Header(HeaderNames.CustomerUserId), Header(HeaderNames.ProfileId));
        if (customerUserId is null == profileId is null)
            throw FakeErrorException.OfRequest($"Send exactly one of {HeaderNames.CustomerUserId} and {HeaderNames.ProfileId}.");
        var profile = customerUserId is null ? state.FindProfile(profileId!) : state.FindCustomer(customerUserId);
        return profile ?? throw errors.ProfileNotFound();
    }

    /// <summary>The body, a JSON object.</summary>
    public Fields Body()
    {
        var json = Encoding.UTF8.GetBytes(body ?? "");
        try
        {
            // An escape that is not Unicode, such as "\ud800", is found only when its string is read, so all are read here.
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    _ = reader.GetString();
            }

            var root = JsonElement.Parse(json);
            return root.ValueKind == JsonValueKind.Object
                ? new Fields(root)
                : throw FakeErrorException.OfField(FakeErrorException.NoField, "Invalid data. Expected an object.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FakeErrorException(AdaptyErrorCodes.ParseError, source: null, "The body is not JSON.");
        }
    }

    public static string? HeaderOf(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 } value ? value : null;
}
