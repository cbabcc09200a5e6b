using System.Text.Json;

namespace Adapty.Kiota.Tests.Robustness.Fuzz;

/// <summary>One damage to one member of a JSON document.</summary>
/// <param name="Member">Which member, counted through the document.</param>
/// <param name="Kind">What happens to it.</param>
internal readonly record struct Mutation(int Member, MutationKind Kind)
{
    public static readonly MutationKind[] Kinds = Enum.GetValues<MutationKind>();

    /// <summary>How many members a document has.</summary>
    public static int Members(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Sum(member => 1 + Members(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Sum(Members),
        _ => 0,
    };

    /// <summary>The damaged document, and the name of the member that was hit.</summary>
    public (byte[] Body, string Name) Apply(JsonElement document)
    {
        using var body = new MemoryStream();
        using var writer = new Utf8JsonWriter(body, new JsonWriterOptions { SkipValidation = true });
        var count = 0;
        var name = "";
        Write(writer, document, ref count, ref name);
        writer.Flush();
        return (body.ToArray(), name);
    }

    private void Write(Utf8JsonWriter writer, JsonElement element, ref int count, ref string name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var member in element.EnumerateObject())
            {
                if (count++ == Member)
                {
                    name = member.Name;
                    WriteDamaged(writer, member);
                    count += Members(member.Value);
                }
                else
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, ref count, ref name);
                }
            }

            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray())
                Write(writer, item, ref count, ref name);
            writer.WriteEndArray();
        }
        else
        {
            element.WriteTo(writer);
        }
    }

    private void WriteDamaged(Utf8JsonWriter writer, JsonProperty member)
    {
        switch (Kind)
        {
            case MutationKind.Dropped:
                break;
            case MutationKind.Renamed:
                writer.WritePropertyName(member.Name + "_");
                member.Value.WriteTo(writer);
                break;
            case MutationKind.OtherCase:
                writer.WritePropertyName(member.Name.ToUpperInvariant());
                member.Value.WriteTo(writer);
                break;
            case MutationKind.Duplicated:
                member.WriteTo(writer);
                member.WriteTo(writer);
                break;
            case MutationKind.DuplicatedAsNull:
                member.WriteTo(writer);
                writer.WriteNull(member.Name);
                break;
            case MutationKind.Null:
                writer.WriteNull(member.Name);
                break;
            case MutationKind.InAnArray:
                writer.WriteStartArray(member.Name);
                member.Value.WriteTo(writer);
                writer.WriteEndArray();
                break;
            case MutationKind.InAnObject:
                writer.WriteStartObject(member.Name);
                member.WriteTo(writer);
                writer.WriteEndObject();
                break;
            case MutationKind.EmptyString:
                writer.WriteString(member.Name, "");
                break;
            case MutationKind.Garbage:
                writer.WriteString(member.Name, "soon");
                break;
            case MutationKind.Number:
                writer.WriteNumber(member.Name, 1931428800);
                break;
            case MutationKind.HugeNumber:
                writer.WritePropertyName(member.Name);
                writer.WriteRawValue("1e999", skipInputValidation: true);
                break;
            case MutationKind.Boolean:
                writer.WriteBoolean(member.Name, true);
                break;
            case MutationKind.EmptyArray:
                writer.WriteStartArray(member.Name);
                writer.WriteEndArray();
                break;
            case MutationKind.EmptyObject:
                writer.WriteStartObject(member.Name);
                writer.WriteEndObject();
                break;
            case MutationKind.Quoted:
                writer.WriteString(member.Name, member.Value.GetRawText());
                break;
            case MutationKind.Truncated:
                // Of a text its last character, of anything else the end of its JSON.
                if (member.Value.ValueKind == JsonValueKind.String)
                {
                    writer.WriteString(member.Name, member.Value.GetString() is { Length: > 0 } text ? text[..^1] : "");
                }
                else
                {
                    writer.WritePropertyName(member.Name);
                    writer.WriteRawValue(member.Value.GetRawText() is { Length: > 1 } raw ? raw[..^1] : "-", skipInputValidation: true);
                }

                break;
            default:
                throw new InvalidOperationException($"{Kind} is not applied.");
        }
    }
}
