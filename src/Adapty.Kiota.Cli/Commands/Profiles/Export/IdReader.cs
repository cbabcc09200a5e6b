using nietras.SeparatedValues;

namespace Adapty.Kiota.Cli.Commands.Profiles.Export;

/// <summary>
/// Reads ids: from the column of a CSV whose header names one of the two kinds, otherwise each line is a customer user id. Blank
/// lines are skipped.
/// </summary>
internal static class IdReader
{
    /// <exception cref="ToolException">An id cannot be sent. The message names its line, and not the id.</exception>
    public static IEnumerable<ExportId> Read(TextReader input)
    {
        var first = input.ReadLine();
        if (first is null)
            yield break;
        var (kind, column) = ColumnOf(first);
        if (column < 0)
        {
            for (var (text, line) = (first, 1L); text is not null; (text, line) = (input.ReadLine(), line + 1))
            {
                if (!string.IsNullOrWhiteSpace(text))
                    yield return Check(new ExportId(kind, text), line);
            }

            yield break;
        }

        using var rows = Sep.New(',').Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).From(input);
        while (rows.MoveNext())
        {
            var (text, line) = (TextOf(rows.Current, column), rows.Current.LineNumberFrom + 1L);
            if (text is null)
                throw new ToolException(ExitCode.Usage, $"Line {line} of the input has no {kind}.");
            if (!string.IsNullOrWhiteSpace(text))
                yield return Check(new ExportId(kind, text), line);
        }
    }

    /// <summary>Which column of a CSV holds the ids; -1 when this is no header of one.</summary>
    public static (string Kind, int Column) ColumnOf(string header)
    {
        using var rows = Sep.New(',').Reader(options => options with { HasHeader = false, Unescape = true }).FromText(header);
        if (rows.MoveNext())
        {
            foreach (var kind in (string[])[ExportId.Customer, ExportId.Profile])
            {
                for (var column = 0; column < rows.Current.ColCount; column++)
                {
                    if (rows.Current[column].Span.Trim().SequenceEqual(kind))
                        return (kind, column);
                }
            }
        }

        return (ExportId.Customer, -1);
    }

    private static string? TextOf(SepReader.Row row, int column) => column < row.ColCount ? row[column].ToString() : null;

    private static ExportId Check(ExportId id, long line)
    {
        try
        {
            _ = id.Key;
            return id;
        }
        catch (ArgumentException)
        {
            throw new ToolException(ExitCode.Usage, $"Line {line} of the input: the id must be printable ASCII, not empty, without whitespace at its ends.");
        }
    }
}
