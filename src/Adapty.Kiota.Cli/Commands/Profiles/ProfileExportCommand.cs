using System.Globalization;
using System.Text;
using Adapty.Kiota.Cli.Commands.Profiles.Export;

namespace Adapty.Kiota.Cli.Commands.Profiles;

/// <summary><c>adapty profile export</c>: many profiles at once.</summary>
internal sealed class ProfileExportCommand : Command, IHelpNotes
{
    private const string Standard = "-";

    private readonly ToolHost _host;
    private readonly Option<string?> _input = ValueOption.String("--input", "file", "The ids: a CSV, or one customer user id a line. Standard input without it, or with -.");
    private readonly Option<string?> _output = ValueOption.String("--output", "file", "Where the lines go. Standard output without it, or with -.");
    private readonly Option<bool> _resume = ValueOption.Flag("--resume", "Go on with an output file: ids that it has are not asked again.");
    private readonly Option<IReadOnlyList<string>> _columns = ValueOption.Many(
        "--columns", "levels", "Write a CSV with these access levels, such as premium,gold, instead of JSON.", Level, "must be ids of access levels with commas between them");

    private readonly Option<(int, int)?> _shard = ValueOption.Once<(int, int)?>(
        "--shard", "n/of", "Only this part of the ids, counted from 0, such as 3/16.", text => Shard(text), "must be a part and the number of parts, from 0/16 to 15/16 for example");

    private readonly Option<int?> _concurrency = ValueOption.Integer("--concurrency", "number", "How many calls at a time, at most (8).", 1, 1000);
    private readonly Option<int?> _maxPerSecond = ValueOption.Integer("--max-per-second", "number", "How many calls begin in a second, at most. Without it as many as Adapty lets.", 1, int.MaxValue);
    private readonly Option<bool> _demo = ValueOption.Flag("--demo", "Use an Adapty in memory that answers every id: no key, no network.");

    public ProfileExportCommand(ToolHost host) : base("export", "Reads many profiles, and writes a line for each.")
    {
        _host = host;
        foreach (var option in (Option[])[_input, _output, _resume, _columns, _shard, _concurrency, _maxPerSecond, _demo])
            Options.Add(option);
        SetAction(RunAsync);
    }

    public string HelpNotes => """
        The input is a CSV whose header has customer_user_id or profile_id, or one customer user id a line. An id that is
        there twice is asked once. A line of the output is an object: the id, then "profile" (null when there is none) or
        "error". With --columns it is a CSV: true or false for each access level, and until when ("never" is for life).
        A line with an error is a result like others: take it out of the file to have --resume ask again.

        Examples:
          adapty profile export --input ids.csv --output profiles.jsonl
          adapty profile export --input ids.csv --output profiles.jsonl --resume --max-per-second 50
          adapty profile export --input ids.csv --output part-3.csv --columns premium --shard 3/16
          cat ids.txt | adapty profile export --demo
        """;

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var demo = arguments.GetValue(_demo);
        var (inputPath, outputPath) = (FileOf(arguments, _input), FileOf(arguments, _output));
        if (arguments.GetValue(_resume) && outputPath is null)
            throw new ToolException(ExitCode.Usage, "--resume needs the file of --output.");
        ExportHandler? network = null;
        using var session = await AdaptySession.OpenAsync(_host, demo, json: false, inner => network = new ExportHandler(inner, demo));
        var format = new ExportFormat([.. arguments.GetValues(_columns).SelectMany(levels => levels.Split(','))], _host.TimeProvider);
        using var input = OpenInput(inputPath);
        using var output = new ExportOutput(_host, outputPath, arguments.GetValue(_resume), format);
        using var progress = new ExportProgress(_host, inputPath is null ? null : CountLines(inputPath), () => network!.Refusals);

        var asked = new Dictionary<ProfileKey, ExportId>();
        var exitCode = ExitCode.Ok;
        var options = new ProfileBatchOptions { MaxConcurrency = arguments.GetValue(_concurrency) ?? 8, MaxPerSecond = arguments.GetValue(_maxPerSecond) };
        await foreach (var result in session.Adapty.Profiles.GetManyAsync(Keys(), options, cancellationToken))
        {
            // Every other id would be refused, too.
            if (result.Error is AdaptyAuthenticationException or AdaptyForbiddenException)
                throw result.Error;
            ExportId id;
            lock (asked)
                asked.Remove(result.Key, out id);
            output.Write(id, result);
            progress.Done(result.Error is not null);
            if (result.Error is not null && exitCode != ExitCode.Refused)
                exitCode = result.Error is AdaptyApiException ? ExitCode.Refused : ExitCode.NoResponse;
            if (output.ReaderHasGone)
                return (int)exitCode;
        }

        progress.End(output.DoneBefore);
        return (int)exitCode;

        IEnumerable<ProfileKey> Keys()
        {
            foreach (var id in IdReader.Read(input))
            {
                progress.Read();
                if (arguments.GetValue(_shard) is { } shard && (int)(id.Hash % (UInt128)shard.Item2) != shard.Item1)
                    continue;
                if (!output.Take(id))
                    continue;
                lock (asked)
                    asked.Add(id.Key, id);
                yield return id.Key;
            }
        }
    }

    private static string? FileOf(ParseResult arguments, Option<string?> option) => arguments.GetValue(option) is { } path && path != Standard ? path : null;

    private StreamReader OpenInput(string? path)
    {
        try
        {
            return new StreamReader(path is null ? _host.OpenInput() : File.OpenRead(path), Encoding.UTF8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(ExitCode.Usage, "The file of --input cannot be opened for reading.");
        }
    }

    private static long CountLines(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[1 << 16];
        var (lines, last) = (0L, (byte)'\n');
        while (file.Read(buffer) is > 0 and var read)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            last = buffer[read - 1];
        }

        return last == '\n' ? lines : lines + 1;
    }

    private static string Level(string text) =>
        text.Split(',').All(level => level.Length > 0 && level == level.Trim() && !level.Any(char.IsControl)) ? text : throw new FormatException();

    private static (int Part, int Parts) Shard(string text)
    {
        if (text.Split('/') is not [var part, var parts])
            throw new FormatException();
        var (index, count) = (Number(part), Number(parts));
        return index < count ? (index, count) : throw new FormatException();

        static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
