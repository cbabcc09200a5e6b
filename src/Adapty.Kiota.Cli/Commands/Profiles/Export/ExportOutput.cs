using System.Text;

namespace Adapty.Kiota.Cli.Commands.Profiles.Export;

/// <summary>
/// Where the lines go, and which ids are done. The file is its own journal: a line is written whole or, after a crash, torn at the
/// end, and what it says need not be asked again.
/// </summary>
internal sealed class ExportOutput : IDisposable
{
    private readonly ToolHost _host;
    private readonly ExportFormat _format;
    private readonly FileStream? _file;
    private readonly HashSet<UInt128> _known = [];
    private bool _hasHeader;

    /// <param name="host">For standard output.</param>
    /// <param name="path">The file; null for standard output.</param>
    /// <param name="resume">Whether a file that has lines is gone on with.</param>
    /// <param name="format">What a line is.</param>
    /// <exception cref="ToolException">The file has lines and is not to be resumed, or they are of something else.</exception>
    public ExportOutput(ToolHost host, string? path, bool resume, ExportFormat format)
    {
        (_host, _format) = (host, format);
        if (path is null)
            return;
        _file = Open(path);
        if (_file.Length > 0 && !resume)
        {
            _file.Dispose();
            throw new ToolException(ExitCode.Usage, "The output file has lines already: give --resume to go on with it, or another --output.");
        }

        ReadJournal(_file);
    }

    /// <summary>How many ids were done before this run.</summary>
    public int DoneBefore { get; private set; }

    public bool ReaderHasGone => _file is null && _host.ReaderHasGone();

    /// <summary>Whether an id is new: it is neither done nor was it taken before.</summary>
    public bool Take(ExportId id) => _known.Add(id.Hash);

    /// <summary>Written at once: a process that is killed afterwards loses nothing of it.</summary>
    public void Write(ExportId id, ProfileResult result)
    {
        var output = _file ?? _host.OutputBytes;
        if (!_hasHeader && _format.Header(id.Kind) is { } header)
            output.Write(Encoding.UTF8.GetBytes(header + "\n"));
        _hasHeader = true;
        output.Write(_format.Line(id, result));
        output.Flush();
    }

    public void Dispose() => _file?.Dispose();

    private static FileStream Open(string path)
    {
        try
        {
            // Without a buffer of its own: each line is one write.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(ExitCode.Usage, "The file of --output cannot be opened for writing.");
        }
    }

    private void ReadJournal(FileStream file)
    {
        var (kind, number, end) = (ExportId.Customer, 0L, 0L);
        using var reader = new BufferedStream(new FileStream(file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), 1 << 16);
        var line = new List<byte>(1024);
        for (var read = reader.ReadByte(); read >= 0; read = reader.ReadByte())
        {
            if (read != '\n')
            {
                line.Add((byte)read);
                continue;
            }

            number++;
            end += line.Count + 1;
            var text = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(line);
            if (number == 1 && _format.Header(ExportId.Customer) is not null)
                kind = KindOf(Encoding.UTF8.GetString(text));
            else
                Remember(text, kind, number);
            line.Clear();
        }

        // A torn line is cut off, and its id asked again.
        file.SetLength(end);
        file.Position = end;
        _hasHeader = number > 0;
    }

    private void Remember(ReadOnlySpan<byte> line, string kind, long number)
    {
        try
        {
            if (_known.Add(_format.IdOf(line, kind).Hash))
                DoneBefore++;
        }
        catch (FormatException)
        {
            throw new ToolException(ExitCode.Usage, $"Line {number} of the output file is not one of this export: was it made with other --columns?");
        }
    }

    private string KindOf(string header)
    {
        foreach (var kind in (string[])[ExportId.Customer, ExportId.Profile])
        {
            if (header == _format.Header(kind))
                return kind;
        }

        throw new ToolException(ExitCode.Usage, "Line 1 of the output file is not the header of this export: was it made with other --columns?");
    }
}
