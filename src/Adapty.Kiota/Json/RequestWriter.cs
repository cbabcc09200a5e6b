using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Adapty.Kiota.Json;

/// <summary>Kiota's JSON writers, with Adapty's date-times. Also for the one operation whose content type is JSON:API's.</summary>
internal sealed class RequestWriterFactory : JsonSerializationWriterFactory, ISerializationWriterFactory
{
    private static readonly KiotaJsonSerializationContext Context = new(
        new JsonSerializerOptions(KiotaJsonSerializationContext.Default.Options) { Converters = { new DateTimeConverter() } });

    ISerializationWriter ISerializationWriterFactory.GetSerializationWriter(string contentType) => new RequestWriter(Context);
}

/// <summary>
/// Kiota's JSON writer, without its surprises: it looks into objects of unknown types by reflection (in Native AOT they become
/// <c>{}</c>), writes the name of a wrapper that has no value, writes dates in the calendar of the machine, and sends empty lists.
/// </summary>
internal sealed class RequestWriter(KiotaJsonSerializationContext context) : JsonSerializationWriter(context), ISerializationWriter
{
    private IParsable? _model;

    private long Written => writer.BytesCommitted + writer.BytesPending;

    void ISerializationWriter.WriteObjectValue<T>(string? key, T? value, params IParsable?[] additionalValuesToMerge)
        where T : default
    {
        if (value is null)
            return;

        _model ??= value;
        if (!string.IsNullOrEmpty(key))
            writer.WritePropertyName(key);
        var before = Written;
        WriteObjectValue(null, value, additionalValuesToMerge);
        if (Written == before)
            throw new ArgumentException($"A {value.GetType().Name} must have a value in one of its properties.");
    }

    /// <summary>Adapty refuses an empty list wherever it takes one; leaving it out says the same.</summary>
    void ISerializationWriter.WriteCollectionOfObjectValues<T>(string? key, IEnumerable<T>? values)
    {
        if (values?.Any() is true)
            WriteCollectionOfObjectValues(key, values);
    }

    void ISerializationWriter.WriteDateValue(string? key, Date? value)
    {
        if (value is not { } date)
            return;
        writer.WritePropertyName(key!);
        DateConverter.WriteValue(writer, date);
    }

    /// <summary>What a caller adds of fields that the models do not have; null is sent as null.</summary>
    void ISerializationWriter.WriteAdditionalData(IDictionary<string, object> value)
    {
        foreach (var (name, entry) in value)
        {
            writer.WritePropertyName(name);
            AdditionalDataConverter.WriteValue(writer, entry, model => WriteObjectValue(null, model));
        }
    }

    Stream ISerializationWriter.GetSerializedContent() => new RequestBody((MemoryStream)GetSerializedContent(), _model);
}

/// <summary>A serialized body in Kiota's pooled memory, and the model that it was made of.</summary>
internal sealed class RequestBody(MemoryStream pooled, IParsable? model) : Stream
{
    public IParsable? Model => model;

    /// <summary>Whether the body says nothing: the writers leave out what has no value.</summary>
    public bool IsEmptyObject => pooled.Length == 2 && pooled.GetBuffer().AsSpan(0, 2).SequenceEqual("{}"u8);

    public override bool CanRead => pooled.CanRead;

    public override bool CanSeek => pooled.CanSeek;

    public override bool CanWrite => false;

    public override long Length => pooled.Length;

    public override long Position { get => pooled.Position; set => pooled.Position = value; }

    /// <summary>A copy of its own: an attempt that was given up may still be sending it when the pool has its memory back.</summary>
    public byte[] ToArray() => pooled.ToArray();

    public override int Read(byte[] buffer, int offset, int count) => pooled.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => pooled.Seek(offset, origin);

    public override void Flush() => pooled.Flush();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            pooled.Dispose();
        base.Dispose(disposing);
    }
}
