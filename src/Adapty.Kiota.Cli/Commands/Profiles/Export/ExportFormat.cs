using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using nietras.SeparatedValues;

namespace Adapty.Kiota.Cli.Commands.Profiles.Export;

/// <summary>What one line of the output is, and which id a line is about.</summary>
/// <param name="levels">The access levels that are the columns of a CSV; none for JSON, one object a line.</param>
/// <param name="clock">Says which access levels are active.</param>
internal sealed class ExportFormat(IReadOnlyList<string> levels, TimeProvider clock)
{
    private readonly ArrayBufferWriter<byte> _json = new();

    private bool IsCsv => levels.Count > 0;

    /// <summary>The first line of a CSV; null for JSON.</summary>
    public string? Header(string kind) =>
        IsCsv ? string.Join(',', [kind, .. levels.SelectMany(level => (string[])[Cell(level), Cell($"{level}_expires_at")]), "error"]) : null;

    public byte[] Line(ExportId id, ProfileResult result)
    {
        if (IsCsv)
            return Encoding.UTF8.GetBytes(string.Join(',', [Cell(id.Text), .. levels.SelectMany(level => Cells(result, level)), result.Error is null ? "" : CodeOf(result.Error)]) + "\n");

        _json.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_json))
        {
            writer.WriteStartObject();
            writer.WriteString(id.Kind, id.Text);
            if (result.Error is { } error)
            {
                writer.WriteStartObject("error");
                writer.WriteString("code", CodeOf(error));
                writer.WriteString("message", error.Message);
                writer.WriteEndObject();
            }
            else if (result.Profile is null)
            {
                writer.WriteNull("profile");
            }
            else
            {
                writer.WritePropertyName("profile");
                writer.WriteRawValue(AdaptyJson.SerializeToUtf8Bytes(result.Profile), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        _json.Write("\n"u8);
        return _json.WrittenSpan.ToArray();
    }

    /// <summary>The id that a line of the output is about.</summary>
    /// <param name="line">A line, without its line break.</param>
    /// <param name="kind">Of the ids of a CSV, as its header says.</param>
    /// <exception cref="FormatException">It is no line of such an output.</exception>
    public ExportId IdOf(ReadOnlySpan<byte> line, string kind)
    {
        if (IsCsv)
        {
            using var rows = Sep.New(',').Reader(options => options with { HasHeader = false, Unescape = true }).FromText(Encoding.UTF8.GetString(line));
            return rows.MoveNext() && rows.Current.ColCount == (2 * levels.Count) + 2 ? new ExportId(kind, rows.Current[0].ToString()) : throw new FormatException();
        }

        try
        {
            var reader = new Utf8JsonReader(line);
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName
                && reader.GetString() is ExportId.Customer or ExportId.Profile)
            {
                var given = reader.GetString()!;
                if (reader.Read() && reader.TokenType == JsonTokenType.String)
                    return new ExportId(given, reader.GetString()!);
            }
        }
        catch (JsonException)
        {
            // As below.
        }

        throw new FormatException();
    }

    /// <summary>A word for programs: Adapty's own code where there is one.</summary>
    private static string CodeOf(AdaptyException error) => error switch
    {
        AdaptyApiException { ErrorCode: { Length: > 0 } code } => code,
        AdaptyApiException refused => string.Create(CultureInfo.InvariantCulture, $"http_{refused.StatusCode}"),
        AdaptyTimeoutException => "timeout",
        AdaptyConnectionException => "connection",
        _ => "unreadable_response",
    };

    /// <summary>Whether the level is active, and until when: "never" is access for life, empty is no such level.</summary>
    private string[] Cells(ProfileResult result, string level)
    {
        if (result.Error is not null)
            return ["", ""];
        var found = result.Profile?.AccessLevels?.Find(one => one.AccessLevelId == level);
        return
        [
            result.Profile?.HasAccess(level, clock.GetUtcNow()) is true ? "true" : "false",
            found is null ? "" : found.ExpiresAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "never",
        ];
    }

    /// <remarks>No id, level or code holds a line break: a line of the output is always one record.</remarks>
    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
