namespace Adapty.Kiota.Cli.Output;

/// <summary>Aligned columns of plain text. A column that is empty in every row is left out.</summary>
internal sealed class TextTable(params string[] headings)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Adds a row with one cell for each heading; null is empty.</summary>
    public void Add(params string?[] cells) => _rows.Add([.. cells.Select(cell => SafeText.Of(cell ?? ""))]);

    /// <summary>Writes the table below a title; the title says so when there are no rows.</summary>
    public void WriteBlock(TextWriter output, string title)
    {
        output.WriteLine();
        output.WriteLine(IsEmpty ? $"{title}: none" : $"{title}:");
        if (!IsEmpty)
            Write(output);
    }

    public void Write(TextWriter output)
    {
        int[] columns = [.. Enumerable.Range(0, headings.Length).Where(column => _rows.Any(row => row[column].Length > 0))];
        string[][] lines = [headings, .. _rows];
        int[] widths = [.. Enumerable.Range(0, headings.Length).Select(column => lines.Max(line => line[column].Length))];
        foreach (var line in lines)
            output.WriteLine((Gap + string.Join(Gap, columns.Select(column => line[column].PadRight(widths[column])))).TrimEnd());
    }
}
