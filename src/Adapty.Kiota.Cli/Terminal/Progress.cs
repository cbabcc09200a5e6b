using System.Globalization;

namespace Adapty.Kiota.Cli.Terminal;

/// <summary>
/// Shows on a terminal that has been silent for a second that the tool still waits: one line on standard error. It is renewed
/// each second, and erased before anything else is written. Never when standard error is redirected.
/// </summary>
internal sealed class Progress(ToolHost host) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private ITimer? _timer;
    private long _silentSince;
    private int _shown;
    private int _rows;

    public void Start()
    {
        if (!host.ErrorIsTerminal)
            return;
        lock (_lock)
        {
            _silentSince = host.TimeProvider.GetTimestamp();
            _timer = host.TimeProvider.CreateTimer(_ => Show(), null, Patience, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Writes to the output, after the line is erased.</summary>
    public void Write(Action write, int rows = 0)
    {
        lock (_lock)
        {
            Erase();
            write();
            _rows += rows;
            // The terminal stays silent when the output goes elsewhere.
            if (!host.OutputIsTerminal)
                return;
            _silentSince = host.TimeProvider.GetTimestamp();
            _timer?.Change(Patience, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = null;
            Erase();
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_timer is null)
                return;
            var seconds = host.TimeProvider.GetElapsedTime(_silentSince).TotalSeconds;
            var rows = _rows > 0 ? $", rows so far: {_rows}" : "";
            var line = string.Create(CultureInfo.InvariantCulture, $"Waiting for Adapty … {seconds:0} s{rows}");
            host.Error.Write($"\r{line}");
            host.Error.Flush();
            _shown = line.Length;
            _timer.Change(Patience, Timeout.InfiniteTimeSpan);
        }
    }

    private void Erase()
    {
        if (_shown == 0)
            return;
        host.Error.Write($"\r{new string(' ', _shown)}\r");
        host.Error.Flush();
        _shown = 0;
    }
}
