using System.Diagnostics;

/// <summary>The sample app, running as its users run it: configured by its environment alone.</summary>
internal sealed class Sample : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly List<string> _output = [];

    public Sample(string program, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(program) };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    /// <summary>All that it has printed.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Where it listens, as soon as it does.</summary>
    public async Task<Uri> AddressAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _output.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is var index and >= 0)
                return new Uri(line[(index + Listening.Length)..]);
        }

        throw new InvalidOperationException($"The sample app ended: {Output}");
    }

    /// <summary>Ends it as a container is ended, and waits for its last words and telemetry.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            await kill.WaitForExitAsync();
        _output.AddRange((await _process.StandardOutput.ReadToEndAsync()).Split('\n'));
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
