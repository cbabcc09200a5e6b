using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>
/// What the bytes of an event state, read after the documentation by other means than the SDK's: one line for each value. Two
/// bodies with the same lines say the same.
/// </summary>
internal static partial class Statement
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly Dictionary<string, char> Root = Fields(
        ("n", "profile_id event_type"),
        ("s", "customer_user_id idfv idfa advertising_id user_agent email profile_event_id"),
        ("d", "event_datetime profile_install_datetime"),
        ("i", "event_api_version"),
        ("P", "event_properties"), ("L", "profiles_sharing_access_level"), ("A", "attributions"), ("U", "user_attributes"),
        ("I", "integration_ids"), ("T", "play_store_purchase_token"));

    private static readonly Dictionary<string, char> Properties = Fields(
        ("s", "profile_event_id profile_id environment store vendor_product_id base_plan_id currency cancellation_reason trial_duration "
            + "store_offer_category store_offer_discount_type promotional_offer_id variation_id paywall_name developer_id cohort_name "
            + "ab_test_name store_country profile_country profile_ip_address access_level_id active_introductory_offer_type "
            + "active_promotional_offer_type active_promotional_offer_id"),
        ("t", "transaction_id original_transaction_id paywall_revision ab_test_revision"),
        ("d", "event_datetime purchase_date original_purchase_date subscription_expires_at starts_at expires_at activated_at renewed_at "
            + "billing_issue_detected_at"),
        ("m", "price_usd price_local original_price_usd original_price_local discount_amount_usd discount_amount_local proceeds_usd "
            + "proceeds_local tax_amount_usd tax_amount_local net_revenue_usd net_revenue_local profile_total_revenue_usd"),
        ("i", "consecutive_payments store_offer_number_of_periods"),
        ("b", "rate_after_first_year profile_has_access_level is_active is_lifetime is_refund is_in_grace_period will_renew"));

    private static readonly Dictionary<string, char> Sharing = Fields(("n", "profile_id"), ("s", "customer_user_id"));
    private static readonly Dictionary<string, char> Attribution = Fields(
        ("s", "ad_set channel ad_group campaign creative network_user_id status"), ("d", "created_at"));
    private static readonly Dictionary<string, char> Token = Fields(("s", "product_id purchase_token"), ("b", "is_subscription"));

    /// <summary>The lines; null when the bytes are no event.</summary>
    public static string? Of(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];
        var lines = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            Read(document.RootElement, Root, "", lines);
        }
        // InvalidOperationException: a string that is no Unicode.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    private static Dictionary<string, char> Fields(params (string Kind, string Names)[] fields) =>
        fields.SelectMany(field => field.Names.Split(' ').Select(name => (name, field.Kind[0]))).ToDictionary();

    private static void Read(JsonElement element, Dictionary<string, char> fields, string path, List<string> lines)
    {
        Require(element.ValueKind == JsonValueKind.Object);
        Require(fields.Where(field => field.Value == 'n').All(field => element.TryGetProperty(field.Key, out _)));
        foreach (var member in element.EnumerateObject())
        {
            var at = $"{path}.{member.Name}";
            if (!fields.TryGetValue(member.Name, out var kind))
                lines.Add($"{at}?={Canonical(member.Value)}");
            else if (member.Value.ValueKind == JsonValueKind.Null)
                Require(kind != 'n');
            else
                Read(member.Value, kind, at, lines);
        }
    }

    private static void Read(JsonElement value, char kind, string path, List<string> lines)
    {
        switch (kind)
        {
            case 'P':
                Read(value, Properties, path, lines);
                break;
            case 'T':
                Read(value, Token, path, lines);
                break;
            case 'L':
                Require(value.ValueKind == JsonValueKind.Array);
                foreach (var (index, item) in value.EnumerateArray().Index())
                    Read(item, Sharing, $"{path}[{index}]", lines);
                break;
            case 'A' or 'U' or 'I':
                Require(value.ValueKind == JsonValueKind.Object);
                foreach (var member in value.EnumerateObject())
                {
                    var at = $"{path}.{member.Name}";
                    if (member.Value.ValueKind == JsonValueKind.Null)
                        continue;
                    if (kind == 'A')
                        Read(member.Value, Attribution, at, lines);
                    else
                        lines.Add($"{at}={Value(member.Value, kind == 'U' ? 'v' : 's')}");
                }

                break;
            default:
                lines.Add($"{path}={Value(value, kind)}");
                break;
        }
    }

    private static string Value(JsonElement value, char kind)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var raw = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;
        var boolean = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean().ToString() : null;
        return (kind switch
        {
            'n' => text is { Length: > 0 } ? text : null,
            's' => text,
            't' => text ?? (raw is not null && raw.All(char.IsAsciiDigit) ? raw : null),
            'd' => text is null ? null : Date(text),
            'm' => raw is null ? null : Decimal(raw),
            'i' => int.TryParse(raw, NumberStyles.AllowLeadingSign, Invariant, out var number) ? number.ToString(Invariant) : null,
            'b' => boolean,
            _ => text ?? boolean ?? (raw is null ? null : Decimal(raw)),
        }) ?? throw new FormatException();
    }

    private static string? Decimal(string raw) =>
        decimal.TryParse(raw, NumberStyles.Float, Invariant, out var number)
            ? number.ToString("0.############################", Invariant)
            : null;

    /// <summary>In microseconds, which is what an event has.</summary>
    private static string? Date(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (text.Length > 64 || DateForm().Match(text) is not { Success: true } form
            || !DateTime.TryParseExact(form.Groups[1].Value, "s", Invariant, Utc, out var local))
        {
            return null;
        }

        var ticks = local.Ticks + long.Parse(form.Groups[2].Value.PadRight(7, '0').AsSpan(0, 7), Invariant);
        if (form.Groups[3].Value is { Length: > 1 } offset)
        {
            var (hours, minutes) = (int.Parse(offset.AsSpan(1, 2), Invariant), int.Parse(offset.AsSpan(offset.Length - 2), Invariant));
            if (hours > 23 || minutes > 59)
                return null;
            ticks -= (offset[0] == '-' ? -1 : 1) * ((hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute));
        }

        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : (ticks / 10).ToString(Invariant);
    }

    private static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object =>
            $"{{{string.Join(',', value.EnumerateObject().Select(member => $"{member.Name}:{Canonical(member.Value)}").Order())}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.String => $"\"{value.GetString()}\"",
        JsonValueKind.Number => Decimal(value.GetRawText()) ?? throw new FormatException(),
        _ => value.GetRawText(),
    };

    private static void Require(bool kept)
    {
        if (!kept)
            throw new FormatException();
    }

    [GeneratedRegex(@"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:?\d\d)?\z", RegexOptions.ECMAScript)]
    private static partial Regex DateForm();
}
