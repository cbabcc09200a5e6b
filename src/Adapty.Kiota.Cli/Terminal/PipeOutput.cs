using Microsoft.Win32.SafeHandles;

namespace Adapty.Kiota.Cli.Terminal;

/// <summary>
/// Standard output when it is a pipe. Like .NET's own stream it ignores that the reader has gone; unlike that, it says so, and
/// a list into <c>head</c> stops fetching pages.
/// </summary>
internal sealed class PipeOutput : FileStream
{
    // EPIPE, the same number on Linux and macOS.
    private const int BrokenPipe = 32;

    private PipeOutput(SafeFileHandle handle) : base(handle, FileAccess.Write, bufferSize: 0)
    {
    }

    public bool ReaderHasGone { get; private set; }

    /// <summary>Null for a terminal or a file, and on Windows, where the handle has no number that is known.</summary>
    public static PipeOutput? OpenOrNull()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return null;
        var pipe = new PipeOutput(new SafeFileHandle(1, ownsHandle: false));
        // A FileStream writes to a file at its own position: what others write to it would be lost.
        return pipe.CanSeek ? null : pipe;
    }

    /// <summary>The other ways to write end here, too.</summary>
    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            base.Write(buffer, offset, count);
        }
        catch (IOException exception) when (exception.HResult == BrokenPipe)
        {
            ReaderHasGone = true;
        }
    }
}
