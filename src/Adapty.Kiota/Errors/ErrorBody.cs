using System.Text.Json;

namespace Adapty.Kiota.Errors;

/// <summary>
/// The body of a refusal, in any of Adapty's shapes: a list of objects or of strings, a map of properties, JSON:API, or
/// none of them. Nothing in it makes the reading fail; what does not fit is left to the excerpt.
/// </summary>
internal sealed record ErrorBody(string? Code, IReadOnlyList<AdaptyError> Errors)
{
    private static readonly ErrorBody Nothing = new(null, []);

    public static ErrorBody Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];

        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, no object, or text that is not Unicode.
            return Nothing;
        }
    }

    private static ErrorBody Read(JsonElement root)
    {
        var errors = new List<AdaptyError>();
        if (root.TryGetProperty("errors", out var list))
        {
            if (list.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in list.EnumerateArray())
                    AddItem(errors, item);
            }
            else if (list.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in list.EnumerateObject())
                    Add(errors, property.Name, property.Value);
            }
            else
            {
                Add(errors, null, list);
            }
        }

        return new ErrorBody(Text(root, "error_code"), errors);
    }

    private static void AddItem(List<AdaptyError> errors, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            Add(errors, null, item);
        else if (item.TryGetProperty("errors", out var messages))
            Add(errors, Source(item), messages);
        else if (item.TryGetProperty("detail", out var detail))
            Add(errors, Source(item), detail);
    }

    private static void Add(List<AdaptyError> errors, string? source, JsonElement messages)
    {
        var texts = new List<string>();
        if (messages.ValueKind == JsonValueKind.String)
        {
            texts.Add(messages.GetString()!);
        }
        else if (messages.ValueKind == JsonValueKind.Array)
        {
            foreach (var message in messages.EnumerateArray())
            {
                if (message.ValueKind == JsonValueKind.String)
                    texts.Add(message.GetString()!);
            }
        }

        if (texts.Count > 0)
            errors.Add(new AdaptyError(source, texts));
    }

    /// <summary>A field's name, or a JSON pointer in the shape of JSON:API.</summary>
    private static string? Source(JsonElement item) =>
        item.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.Object ? Text(source, "pointer") : Text(item, "source");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
