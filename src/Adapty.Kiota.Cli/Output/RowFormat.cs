namespace Adapty.Kiota.Cli.Output;

/// <summary>Columns of fixed widths, for rows that are printed before the next are known. A longer cell pushes its row to the right.</summary>
internal sealed class RowFormat(params (string Heading, int Width)[] columns)
{
    private const string Gap = "  ";

    public string Headings => Row([.. columns.Select(column => column.Heading)]);

    /// <summary>A row with one cell for each column; null is empty.</summary>
    public string Row(params string?[] cells) =>
        string.Join(Gap, cells.Zip(columns, (cell, column) => SafeText.Of(cell ?? "").PadRight(column.Width))).TrimEnd();
}
