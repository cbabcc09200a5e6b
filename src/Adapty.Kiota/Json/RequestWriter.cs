using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Json;

/// <summary>
/// The JSON of a request's body: the generated models write themselves into it, value by value. Kiota's own writer is not
/// used: it looks into values of unknown types by reflection, of which trimming and Native AOT warn, and its dates are not
/// Adapty's.
/// </summary>
internal sealed class RequestWriter : ISerializationWriter
{
    private readonly PooledBuffer _body = new();
    private readonly Utf8JsonWriter _json;

    public RequestWriter() => _json = new Utf8JsonWriter(_body);

    public Action<IParsable>? OnBeforeObjectSerialization { get; set; }

    public Action<IParsable>? OnAfterObjectSerialization { get; set; }

    public Action<IParsable, ISerializationWriter>? OnStartObjectSerialization { get; set; }

    private long Written => _json.BytesCommitted + _json.BytesPending;

    public Stream GetSerializedContent()
    {
        _json.Flush();
        return new MemoryStream(_body.Written.ToArray(), writable: false);
    }

    public void Dispose()
    {
        _json.Dispose();
        _body.Dispose();
    }

    // A null is left out. Empty texts, false and 0 say something, and are sent.

    public void WriteStringValue(string? key, string? value)
    {
        if (value is null)
            return;
        Name(key);
        _json.WriteStringValue(value);
    }

    public void WriteBoolValue(string? key, bool? value)
    {
        if (value is not { } boolean)
            return;
        Name(key);
        _json.WriteBooleanValue(boolean);
    }

    public void WriteByteValue(string? key, byte? value) => WriteLongValue(key, value);

    public void WriteSbyteValue(string? key, sbyte? value) => WriteLongValue(key, value);

    public void WriteIntValue(string? key, int? value) => WriteLongValue(key, value);

    public void WriteLongValue(string? key, long? value)
    {
        if (value is not { } number)
            return;
        Name(key);
        _json.WriteNumberValue(number);
    }

    public void WriteFloatValue(string? key, float? value)
    {
        if (value is not { } number)
            return;
        Name(key);
        _json.WriteNumberValue(number);
    }

    public void WriteDoubleValue(string? key, double? value)
    {
        if (value is not { } number)
            return;
        Name(key);
        _json.WriteNumberValue(number);
    }

    /// <summary>Money: all its digits, never an exponent.</summary>
    public void WriteDecimalValue(string? key, decimal? value)
    {
        if (value is not { } number)
            return;
        Name(key);
        _json.WriteNumberValue(number);
    }

    public void WriteGuidValue(string? key, Guid? value) => WriteStringValue(key, value?.ToString("D"));

    public void WriteDateTimeOffsetValue(string? key, DateTimeOffset? value)
    {
        if (value is not { } instant)
            return;
        Name(key);
        Span<byte> text = stackalloc byte[DateTimeText.MaxLength];
        _json.WriteStringValue(text[..DateTimeText.Format(instant, text)]);
    }

    /// <summary>In the Gregorian calendar, whatever the machine's culture.</summary>
    public void WriteDateValue(string? key, Date? value) =>
        WriteStringValue(key, value?.DateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void WriteNullValue(string? key)
    {
        Name(key);
        _json.WriteNullValue();
    }

    public void WriteObjectValue<T>(string? key, T? value, params IParsable?[] additionalValuesToMerge)
        where T : IParsable
    {
        if (additionalValuesToMerge.Length > 0)
            throw NotInTheApi();
        if (value is null)
            return;

        Name(key);
        OnBeforeObjectSerialization?.Invoke(value);
        OnStartObjectSerialization?.Invoke(value, this);
        if (value is UntypedNode node)
            Write(node);
        else if (value is IComposedTypeWrapper)
            WriteWrapped(value);
        else
            WriteMembers(value);
        OnAfterObjectSerialization?.Invoke(value);
    }

    public void WriteCollectionOfObjectValues<T>(string? key, IEnumerable<T>? values)
        where T : IParsable
    {
        // Adapty refuses an empty list of attributes; leaving it out says the same.
        if (values is null || (key == "custom_attributes" && !values.Any()))
            return;

        Name(key);
        _json.WriteStartArray();
        foreach (var value in values)
            WriteObjectValue(null, value);
        _json.WriteEndArray();
    }

    public void WriteCollectionOfPrimitiveValues<T>(string? key, IEnumerable<T>? values)
    {
        if (values is null)
            return;
        Name(key);
        WriteItems(values);
    }

    /// <summary>What a caller adds of fields that the models do not have; null is sent as null.</summary>
    public void WriteAdditionalData(IDictionary<string, object> value)
    {
        foreach (var (name, entry) in value)
            WriteAny(name, entry);
    }

    public void WriteTimeSpanValue(string? key, TimeSpan? value) => throw NotInTheApi();

    public void WriteTimeValue(string? key, Time? value) => throw NotInTheApi();

    public void WriteByteArrayValue(string? key, byte[]? value) => throw NotInTheApi();

    public void WriteEnumValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string? key, T? value)
        where T : struct, Enum => throw NotInTheApi();

    public void WriteCollectionOfEnumValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string? key, IEnumerable<T?>? values)
        where T : struct, Enum => throw NotInTheApi();

    private static NotSupportedException NotInTheApi() => new("No request of Adapty's server-side API has a value of this kind.");

    private void Name(string? key)
    {
        if (!string.IsNullOrEmpty(key))
            _json.WritePropertyName(key);
    }

    private void WriteMembers(IParsable value)
    {
        _json.WriteStartObject();
        value.Serialize(this);
        _json.WriteEndObject();
    }

    /// <summary>A value of one of several kinds: the wrapper is not in the JSON, what is in it is.</summary>
    private void WriteWrapped(IParsable value)
    {
        var before = Written;
        value.Serialize(this);
        if (Written == before)
            throw new ArgumentException($"A {value.GetType().Name} must have a value in one of its properties.");
    }

    private void WriteAny(string? key, object? value)
    {
        switch (value)
        {
            case null:
                WriteNullValue(key);
                break;
            case string text:
                WriteStringValue(key, text);
                break;
            case bool boolean:
                WriteBoolValue(key, boolean);
                break;
            case byte or sbyte or short or ushort or int or uint or long:
                WriteLongValue(key, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case float number:
                WriteFloatValue(key, number);
                break;
            case double number:
                WriteDoubleValue(key, number);
                break;
            case decimal number:
                WriteDecimalValue(key, number);
                break;
            case Guid id:
                WriteGuidValue(key, id);
                break;
            case DateTimeOffset instant:
                WriteDateTimeOffsetValue(key, instant);
                break;
            case Date date:
                WriteDateValue(key, date);
                break;
            case JsonElement element:
                Name(key);
                element.WriteTo(_json);
                break;
            case IParsable model:
                WriteObjectValue(key, model);
                break;
            case IDictionary members:
                Name(key);
                WriteMembers(members);
                break;
            case IEnumerable items:
                Name(key);
                WriteItems(items);
                break;
            default:
                throw Unwritable(key, value);
        }
    }

    private static ArgumentException Unwritable(string? key, object value) => new(
        $"AdditionalData holds a {value.GetType().Name}{(key is null ? "" : $" as \"{key}\"")}: "
        + "it takes texts, numbers, booleans, DateTimeOffset, Date, Guid, JsonElement, models, and lists and dictionaries (of text keys) of these.");

    private void WriteMembers(IDictionary members)
    {
        _json.WriteStartObject();
        foreach (DictionaryEntry member in members)
            WriteAny(member.Key as string ?? throw Unwritable(null, members), member.Value);
        _json.WriteEndObject();
    }

    private void WriteItems(IEnumerable items)
    {
        _json.WriteStartArray();
        foreach (var item in items)
            WriteAny(null, item);
        _json.WriteEndArray();
    }

    private void Write(UntypedNode node)
    {
        switch (node)
        {
            case UntypedObject members:
                _json.WriteStartObject();
                foreach (var (name, member) in members.GetValue())
                    WriteObjectValue(name, member);
                _json.WriteEndObject();
                break;
            case UntypedArray items:
                WriteItems(items.GetValue());
                break;
            case UntypedString text:
                WriteAny(null, text.GetValue());
                break;
            case UntypedBoolean boolean:
                WriteBoolValue(null, boolean.GetValue());
                break;
            case UntypedInteger number:
                WriteIntValue(null, number.GetValue());
                break;
            case UntypedLong number:
                WriteLongValue(null, number.GetValue());
                break;
            case UntypedFloat number:
                WriteFloatValue(null, number.GetValue());
                break;
            case UntypedDouble number:
                WriteDoubleValue(null, number.GetValue());
                break;
            case UntypedDecimal number:
                WriteDecimalValue(null, number.GetValue());
                break;
            default:
                _json.WriteNullValue();
                break;
        }
    }
}
