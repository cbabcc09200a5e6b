using System.Text;
using System.Text.Json;

namespace Adapty.Kiota.Cli.Commands.Webhooks;

/// <summary><c>adapty webhook verify</c>.</summary>
internal sealed class WebhookVerifyCommand(ToolHost host) : WebhookCommand(
    host, "verify", "Sends the requests with which Adapty checks your app's address when it is saved, in both forms.")
{
    /// <summary>With quotes, which an app must not paste into its reply as they are.</summary>
    private const string Check = "q7-\"x\"";

    public override string HelpNotes => """
        Adapty sends no events before the check of today's form has passed.

        Examples:
          adapty webhook verify --to http://localhost:5000/webhooks/adapty --secret-from WEBHOOK_SECRET
          adapty webhook verify --to https://app.example/webhooks/adapty
        """;

    protected override async Task RunAsync(
        ToolHost host, WebhookSender sender, ParseResult arguments, CancellationToken cancellationToken)
    {
        var today = await CheckAsync(
            "Today's form",
            "{}",
            response => response.StatusCode is >= 200 and <= 299 && Parse(response.Body),
            "must be 2xx with a JSON body");
        var older = await CheckAsync(
            "Older form",
            $$"""{"adapty_check":"{{JsonEncodedText.Encode(Check)}}"}""",
            response => response.StatusCode is 200 or 201 && Parse(response.Body, Check),
            "must be 200 or 201 with {\"adapty_check_response\":…}, the text of the request");
        if (today is null || older is null)
            throw new ToolException(ExitCode.NoResponse, "The app did not respond within 10 seconds, or could not be reached.");
        if (today is false || older is false)
            throw new ToolException(ExitCode.Refused, "The app does not pass the verification.");

        async Task<bool?> CheckAsync(string form, string body, Func<WebhookResponse, bool> passes, string rule)
        {
            var response = await sender.SendAsync(Encoding.UTF8.GetBytes(body), cancellationToken);
            bool? passed = response.StatusCode is null ? null : passes(response);
            host.Output.WriteLine($"{form + ":",-15}{(passed is true ? "passed" : $"failed, {rule}")}");
            host.Output.WriteLine($"{"Response:",-15}{sender.Describe(response)}");
            return passed;
        }
    }

    private static bool Parse(string body, string? check = null)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return check is null
                || (document.RootElement.ValueKind == JsonValueKind.Object
                    && document.RootElement.TryGetProperty("adapty_check_response", out var response)
                    && response.ValueKind == JsonValueKind.String
                    && response.GetString() == check);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
