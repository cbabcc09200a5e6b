using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Cli.Commands.Webhooks;

/// <summary><c>adapty webhook trigger</c>.</summary>
internal sealed class WebhookTriggerCommand : WebhookCommand
{
    private readonly Argument<string> _type = ValueOption.Id("type", "The type of the event: one of 'adapty webhook list'.");
    private readonly Option<string?> _customerUserId = ValueOption.String(
        "--customer-user-id", "id", $"Your own id of the user; {SampleEvent.CustomerUserId} if not given.");

    private readonly Option<IReadOnlyList<KeyValuePair<string, string>>> _set = ValueOption.Many(
        "--set",
        "path=value",
        "Sets a field, such as event_properties.price_usd=4.99. A value that is JSON (a number, true, null) is sent as such.",
        text => Parsers.Pair(text),
        "must be a path and a value such as event_properties.price_usd=4.99");

    private readonly Option<bool> _twice = ValueOption.Flag("--twice", "Send the same event again, as Adapty may do.");

    public WebhookTriggerCommand(ToolHost host)
        : base(host, "trigger", "Sends an event to your app, and shows the response and what Adapty would do after it.")
    {
        Arguments.Add(_type);
        _type.CompletionSources.Add([.. WebhookEventTypes.All]);
        Options.Add(_customerUserId);
        Options.Add(_set);
        Options.Add(_twice);
        Validators.Add(result =>
        {
            if (result.GetResult(_type)?.Tokens is [var type] && !WebhookEventTypes.All.Contains(type.Value, StringComparer.Ordinal))
                result.AddError("There is no such type of event: see 'adapty webhook list'. A renamed one is --set event_type=NAME.");
        });
    }

    public override string HelpNotes => """
        Every run is a new event, with an id of its own. The receiver must handle what is sent --twice only once.

        Examples:
          adapty webhook trigger subscription_renewed --to http://localhost:5000/webhooks/adapty --secret-from WEBHOOK_SECRET
          adapty webhook trigger access_level_updated --to http://localhost:5000/webhooks/adapty --customer-user-id user-7 --twice
          adapty webhook trigger subscription_started --to https://app.example/webhooks/adapty --set event_properties.price_usd=4.99
        """;

    protected override async Task RunAsync(
        ToolHost host, WebhookSender sender, ParseResult arguments, CancellationToken cancellationToken)
    {
        var type = arguments.GetRequiredValue(_type);
        var sample = SampleEvent.Create(type, arguments.GetValue(_customerUserId), host.TimeProvider.GetUtcNow());
        var body = Write(sample, arguments.GetValues(_set));
        var response = await SendAsync("Sent:", host, sender, type, body, cancellationToken);
        if (arguments.GetValue(_twice))
            response = await SendAsync("Sent again:", host, sender, type, body, cancellationToken);
        if (response.StatusCode is null)
            throw new ToolException(ExitCode.NoResponse, "The app did not respond within 10 seconds, or could not be reached.");
        if (!response.IsDelivered)
            throw new ToolException(ExitCode.Refused, $"The app did not take the event: status {response.StatusCode}.");
    }

    private static async Task<WebhookResponse> SendAsync(
        string title, ToolHost host, WebhookSender sender, string type, byte[] body, CancellationToken cancellationToken)
    {
        var response = await sender.SendAsync(body, cancellationToken);
        host.Output.WriteLine($"{title,-13}{type}, {body.Length} bytes");
        host.Output.WriteLine($"{"Response:",-13}{sender.Describe(response)}");
        host.Output.WriteLine($"{"In Adapty:",-13}{response.Consequence}");
        return response;
    }

    private static byte[] Write(WebhookEvent webhookEvent, IEnumerable<KeyValuePair<string, string>> changes)
    {
        var root = JsonNode.Parse(webhookEvent.ToJson())!.AsObject();
        foreach (var (path, value) in changes)
            Set(root, path.Split('.'), ParseValue(value));
        using var body = new MemoryStream();
        // As Adapty writes: +0000, not \u002B0000.
        using (var writer = new Utf8JsonWriter(body, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            root.WriteTo(writer);
        return body.ToArray();
    }

    private static void Set(JsonObject root, string[] path, JsonNode? value)
    {
        var parent = root;
        foreach (var name in path.SkipLast(1))
        {
            parent[name] ??= new JsonObject();
            parent = parent[name] as JsonObject
                ?? throw new ToolException(ExitCode.Usage, "--set goes through a field that is no object.");
        }

        parent[path[^1]] = value;
    }

    private static JsonNode? ParseValue(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
