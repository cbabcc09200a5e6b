using System.Buffers;

namespace Adapty.Kiota.Json;

/// <summary>What is written into goes back to the pool: a JSON writer asks for 4 KB at once, whatever it has to say.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = [];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    public void Dispose() => Replace([]);

    private void Reserve(int more)
    {
        if (_bytes.Length - _length < Math.Max(more, 1))
        {
            var larger = ArrayPool<byte>.Shared.Rent(checked(_length + Math.Max(more, _length)));
            Written.CopyTo(larger);
            Replace(larger);
        }
    }

    private void Replace(byte[] bytes)
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = bytes;
    }
}
