using System.Globalization;

namespace Adapty.Kiota.Cli.Commands.Profiles.Export;

/// <summary>
/// How far an export is, on standard error: on a terminal one line that is renewed each second, otherwise a line every ten seconds.
/// </summary>
internal sealed class ExportProgress : IDisposable
{
    private readonly ToolHost _host;
    private readonly long? _total;
    private readonly Func<int> _refusals;
    private readonly Lock _lock = new();
    private readonly long _start;
    private readonly ITimer _timer;
    private long _read;
    private int _done;
    private int _errors;
    private int _shown;

    /// <param name="host">Where to show it, and the clock.</param>
    /// <param name="total">How many lines the input has; null when nobody knows.</param>
    /// <param name="refusals">How often Adapty has limited the rate.</param>
    public ExportProgress(ToolHost host, long? total, Func<int> refusals)
    {
        (_host, _total, _refusals) = (host, total, refusals);
        _start = host.TimeProvider.GetTimestamp();
        var period = TimeSpan.FromSeconds(host.ErrorIsTerminal ? 1 : 10);
        _timer = host.TimeProvider.CreateTimer(_ => Show(), null, period, period);
    }

    public int Errors => _errors;

    /// <summary>A line of the input was read, whether its id is asked or not.</summary>
    public void Read() => Interlocked.Increment(ref _read);

    public void Done(bool isError)
    {
        Interlocked.Increment(ref _done);
        if (isError)
            Interlocked.Increment(ref _errors);
    }

    /// <summary>The last line, which stays.</summary>
    public void End(int doneBefore)
    {
        lock (_lock)
        {
            Erase();
            var before = doneBefore > 0 ? Invariant($", {doneBefore:N0} were there already") : "";
            _host.Error.WriteLine(Invariant($"Exported {_done:N0} ids in {Time(_host.TimeProvider.GetElapsedTime(_start))}{before}{Troubles()}."));
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
            Erase();
    }

    private void Show()
    {
        lock (_lock)
        {
            var elapsed = _host.TimeProvider.GetElapsedTime(_start);
            var line = Invariant($"{_done:N0} ids, {_done / elapsed.TotalSeconds:N0} a second");
            if (_total is > 0 and var total)
            {
                var share = Math.Min(1, (double)Interlocked.Read(ref _read) / total);
                line += Invariant($", {100 * share:0} %");
                if (share > 0)
                    line += $", {Time(elapsed * ((1 - share) / share))} left";
            }

            line += Troubles();
            if (!_host.ErrorIsTerminal)
            {
                _host.Error.WriteLine(line);
                return;
            }

            Erase();
            _host.Error.Write($"\r{line}");
            _host.Error.Flush();
            _shown = line.Length;
        }
    }

    private string Troubles() =>
        (_refusals() is > 0 and var refusals ? Invariant($", {refusals:N0} times too many requests (429)") : "")
        + (_errors > 0 ? Invariant($", {_errors:N0} errors") : "");

    private void Erase()
    {
        if (_shown == 0)
            return;
        _host.Error.Write($"\r{new string(' ', _shown)}\r");
        _host.Error.Flush();
        _shown = 0;
    }

    private static string Time(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? Invariant($"{time.TotalSeconds:0} s")
        : time < TimeSpan.FromHours(2) ? Invariant($"{time.TotalMinutes:0} min") : Invariant($"{time.TotalHours:0.0} h");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
