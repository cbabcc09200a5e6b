namespace Adapty.Kiota.Cli.Output;

/// <summary>Tables of plain text whose rows are all known. A column that is empty in every row is left out.</summary>
internal static class Tables
{
    private const string Gap = "  ";

    /// <summary>Writes a title and the table, or that there is none.</summary>
    public static void WriteBlock<T>(
        this TextWriter output, string title, IReadOnlyCollection<T>? items, string[] headings, Func<T, string?[]> cells)
    {
        output.WriteLine();
        output.WriteLine(items is { Count: > 0 } ? $"{title}:" : $"{title}: none");
        if (items is { Count: > 0 })
            output.WriteTable(items, headings, cells);
    }

    /// <summary>Writes a row for each item, with one cell for each heading; null is empty.</summary>
    public static void WriteTable<T>(this TextWriter output, IEnumerable<T> items, string[] headings, Func<T, string?[]> cells)
    {
        string[][] rows = [.. items.Select(item => cells(item).Select(cell => Text.Safe(cell ?? "")).ToArray())];
        int[] columns = [.. Enumerable.Range(0, headings.Length).Where(column => rows.Any(row => row[column].Length > 0))];
        string[][] lines = [headings, .. rows];
        int[] widths = [.. Enumerable.Range(0, headings.Length).Select(column => lines.Max(line => line[column].Length))];
        foreach (var line in lines)
            output.WriteLine((Gap + string.Join(Gap, columns.Select(column => line[column].PadRight(widths[column])))).TrimEnd());
    }
}

/// <summary>
/// Columns of fixed widths, for rows that are printed before the next are known. A longer cell moves the rest of its row.
/// </summary>
internal sealed class RowFormat(params (string Heading, int Width)[] columns)
{
    public string Headings => Row([.. columns.Select(column => column.Heading)]);

    /// <summary>A row with one cell for each column; null is empty.</summary>
    public string Row(params string?[] cells) =>
        string.Join("  ", cells.Zip(columns, (cell, column) => Text.Safe(cell ?? "").PadRight(column.Width))).TrimEnd();
}
