using System.Runtime.InteropServices;
using CourseKit.Display;

namespace CourseKit.Data.Files;

/// <summary>CSV by RFC 4180, UTF-8, numbers in the invariant culture (3.14), blank lines passed over.</summary>
public static class Csv
{
    /// <summary>Reads a table.</summary>
    /// <returns>
    /// A column of whole numbers holds <see cref="long"/>, one of numbers <see cref="double"/>, any other text; empty cells are null.
    /// </returns>
    /// <exception cref="DatasetException">The file is missing, empty, or its lines do not fit its header.</exception>
    public static Table ReadTable(string path, CsvOptions? options = null)
    {
        using var file = FileSource.OpenFile(path);
        return ReadTable(path, file, options ?? new CsvOptions());
    }

    /// <summary>Reads examples: one column holds the label, all others numbers.</summary>
    /// <param name="path">The file.</param>
    /// <param name="label">
    /// Name of the label column. Its distinct texts become the classes, whole numbers in their order, texts in ordinal order.
    /// </param>
    /// <param name="options">How the file is written.</param>
    /// <exception cref="DatasetException">
    /// The file is missing, empty, has no such column, or a cell is no finite number: the message gives line, column, text and remedy.
    /// </exception>
    public static TabularDataset ReadDataset(string path, string label, CsvOptions? options = null)
    {
        using var file = FileSource.OpenFile(path);
        return ReadDataset(path, file, label, options ?? new CsvOptions());
    }

    internal static Table ReadTable(string path, Stream file, CsvOptions options)
    {
        using var lines = new CsvLines(path, file, options);
        var cells = new List<string[]>();
        while (lines.Read())
            cells.Add([.. Enumerable.Range(0, lines.Columns.Count).Select(lines.Text)]);
        var types = lines.Columns.Select((_, column) => CsvColumn.TypeOf(cells.Select(row => row[column]))).ToArray();
        var table = new Table([.. lines.Columns]) { Title = NameOf(path, options) };
        foreach (var row in cells)
            table.Add([.. row.Select((text, column) => CsvColumn.Parse(text, types[column]))]);
        return table;
    }

    internal static TabularDataset ReadDataset(string path, Stream file, string label, CsvOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        using var lines = new CsvLines(path, file, options);
        var labelColumn = lines.Columns.IndexOf(label);
        if (labelColumn < 0 || lines.Columns.Count == 1)
            throw new DatasetException($"{path}: a label column \"{label}\" and one more column are required; the columns are " +
                $"{string.Join(", ", lines.Columns.Select(name => $"\"{name}\""))}.");
        var (rows, labels) = (new List<double[]>(), new List<string>());
        while (lines.Read())
        {
            labels.Add(lines.Text(labelColumn));
            rows.Add(lines.Numbers(labelColumn));
        }
        if (labels.Count == 0)
            throw new DatasetException($"{path}: at least one line of values is required below the header; there is none.");
        var (classes, y) = CsvColumn.Encode(labels);
        var x = new double[rows.Count, lines.Columns.Count - 1];
        for (var row = 0; row < rows.Count; row++)
            rows[row].CopyTo(MemoryMarshal.CreateSpan(ref x[row, 0], rows[row].Length));
        var names = lines.Columns.Where((_, column) => column != labelColumn);
        return new TabularDataset(new DatasetInfo(NameOf(path, options), classes), x, y, [.. names]);
    }

    private static string NameOf(string path, CsvOptions options) => options.Name ?? Path.GetFileNameWithoutExtension(path);
}
