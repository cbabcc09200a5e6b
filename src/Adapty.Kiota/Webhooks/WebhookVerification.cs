using System.Text.Json;

namespace Adapty.Kiota.Webhooks;

/// <summary>
/// The request that Adapty sends when the webhook's address is saved in the dashboard. It must get JSON, or no event
/// ever comes.
/// </summary>
internal static class WebhookVerification
{
    /// <summary>
    /// The reply to <c>{}</c>, or to the older <c>{"adapty_check":"…"}</c>, which wants its string back; null when it
    /// is neither.
    /// </summary>
    public static WebhookReply? Reply(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            if (!document.RootElement.EnumerateObject().MoveNext())
                return WebhookReply.Verification();
            return document.RootElement.TryGetProperty("adapty_check", out var check) && check.ValueKind == JsonValueKind.String
                && !document.RootElement.TryGetProperty("event_type", out _)
                ? WebhookReply.Verification($$"""{"adapty_check_response":"{{JsonEncodedText.Encode(check.GetString()!)}}"}""")
                : null;
        }
        // InvalidOperationException: a string of bytes that are no Unicode.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
