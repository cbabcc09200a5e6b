using System.Text;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>Gives half of a string, and breaks.</summary>
internal sealed class BrokenStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text[..(text.Length / 2)]))
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("Connection reset by peer");

    // Not seekable: a length that is known would be announced.
    public override bool CanSeek => false;
}
