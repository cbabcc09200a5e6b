using System.Buffers;
using Adapty.Kiota.Json;

namespace Adapty.Kiota.Calls;

/// <summary>A response is larger than <see cref="AdaptyClientOptions.MaxResponseBytes"/>.</summary>
internal sealed class BodyTooLargeException : Exception;

/// <summary>Makes of a response's body what the caller gets.</summary>
/// <exception cref="Json.UnreadableBodyException">The body is not what the API documents.</exception>
internal delegate T BodyReader<out T>(ReadOnlySpan<byte> body, ApiResponse response);

/// <summary>The body of one response, in a pooled buffer.</summary>
internal readonly struct ResponseBody : IDisposable
{
    /// <summary>What a response announces need not come, and is not paid for in advance.</summary>
    private const int LargestFirstBuffer = 1024 * 1024;

    private readonly byte[] _buffer;
    private readonly int _length;

    private ResponseBody(byte[] buffer, int length)
    {
        _buffer = buffer;
        _length = length;
    }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Reads a body to its end, or until it is too large.</summary>
    /// <exception cref="BodyTooLargeException">There are more than <paramref name="limit"/> bytes; decompressed ones count.</exception>
    /// <exception cref="UnreadableBodyException">It is compressed in a way that is not known, or not as it says.</exception>
    public static async ValueTask<ResponseBody> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var body = await ReadAsSentAsync(content, limit, cancellationToken).ConfigureAwait(false);
        if (!content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encodings))
            return body;

        using (body)
            return body.Decode(string.Join(',', encodings).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), limit);
    }

    private static async ValueTask<ResponseBody> ReadAsSentAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > limit)
            throw new BodyTooLargeException();

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);

        // One byte more than announced, so that the end is seen without growing.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min((announced ?? 4095) + 1, LargestFirstBuffer));
        var length = 0;
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return new ResponseBody(buffer, length);

                length += read;
                if (length > limit || length == Array.MaxLength)
                    throw new BodyTooLargeException();
                if (length == buffer.Length)
                    buffer = Grow(buffer, length);
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private ResponseBody Decode(string[] encodings, int limit)
    {
        using var stream = Decompression.Decode(_buffer, _length, encodings);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(4 * Math.Max(_length, 1024), LargestFirstBuffer));
        var length = 0;
        try
        {
            while (stream.Read(buffer, length, buffer.Length - length) is > 0 and var read)
            {
                length += read;
                if (length > limit || length == Array.MaxLength)
                    throw new BodyTooLargeException();
                if (length == buffer.Length)
                    buffer = Grow(buffer, length);
            }

            return new ResponseBody(buffer, length);
        }
        catch (Exception exception)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            // What the decoders throw for damaged data.
            if (exception is InvalidDataException or InvalidOperationException or IOException)
                throw new UnreadableBodyException("it is not compressed as its encoding says", null);
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer is not null)
            ArrayPool<byte>.Shared.Return(_buffer);
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * length, Array.MaxLength));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
