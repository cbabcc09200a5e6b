using System.Globalization;

namespace Adapty.Kiota.Cli.Terminal;

/// <summary>
/// Tells somebody who has looked at a silent terminal for a second that the tool still waits: one line on standard error,
/// renewed each second and wiped out before anything else is written. Never when standard error is redirected.
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

    /// <summary>Writes something to the output without running into the line.</summary>
    public void Write(Action write, int rows = 0)
    {
        lock (_lock)
        {
            Wipe();
            write();
            _rows += rows;
            // What goes elsewhere leaves the terminal silent.
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
            Wipe();
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_timer is null)
                return;
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"Waiting for Adapty … {host.TimeProvider.GetElapsedTime(_silentSince).TotalSeconds:0} s{(_rows > 0 ? $", rows so far: {_rows}" : "")}");
            host.Error.Write($"\r{line}");
            host.Error.Flush();
            _shown = line.Length;
            _timer.Change(Patience, Timeout.InfiniteTimeSpan);
        }
    }

    private void Wipe()
    {
        if (_shown == 0)
            return;
        host.Error.Write($"\r{new string(' ', _shown)}\r");
        host.Error.Flush();
        _shown = 0;
    }
}
