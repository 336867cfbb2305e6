using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Documents;

/// <summary>The notation of DibSpec.md: a notebook as a few readable lines, and signs for what cannot be seen.</summary>
internal static partial class CellNotation
{
    private static readonly (string Sign, string Text)[] Signs = [("␍", "\r"), ("␌", "\f"), ("␠", " "), ("→", "\t"), ("␂", "\uFEFF")];

    /// <summary>The characters for which the signs stand. A file of lines ends in a line end unless it ends in <c>␄</c>.</summary>
    public static string File(string block) => Unsigned(block.EndsWith('␄') ? block[..^1] : block + "\n");

    public static string Unsigned(string text) =>
        Signs.Aggregate(text, (current, sign) => current.Replace(sign.Sign, sign.Text, StringComparison.Ordinal));

    /// <summary>The notebook, one cell after the other. Signs are replaced by what they stand for, as in <see cref="Unsigned"/>.</summary>
    public static string Of(NotebookDocument notebook)
    {
        var text = new StringBuilder();
        if (notebook.Metadata.Count > 0)
            text.Append("metadata ").Append(notebook.Metadata.ToJson()).Append('\n');
        foreach (var cell in notebook.Cells)
        {
            text.Append(CultureInfo.InvariantCulture, $"{cell.Kernel}, line {cell.Line}\n");
            foreach (var line in cell.Source.Split('\n'))
                text.Append('|').Append(line.Length > 0 ? " " : "").Append(line).Append('\n');
        }
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The notebook that the lines describe.</summary>
    public static NotebookDocument Parse(string block)
    {
        var cells = new List<NotebookCell>();
        var metadata = JsonFields.Empty;
        foreach (var line in Unsigned(block).Split('\n'))
            if (line.StartsWith("metadata ", StringComparison.Ordinal))
                metadata = JsonFields.Parse(line["metadata ".Length..]);
            else if (line.StartsWith('|'))
                cells[^1] = cells[^1] with { Source = $"{cells[^1].Source}\n{(line.Length > 1 ? line[2..] : "")}" };
            else
                cells.Add(Cell(Head().Match(line).Groups["kernel"].Value));
        return new NotebookDocument { Cells = [.. cells.Select(cell => cell with { Source = cell.Source[1..] })], Metadata = metadata };
    }

    private static NotebookCell Cell(string kernel) => new()
    {
        Kind = kernel switch { "markdown" => CellKind.Markdown, "raw" => CellKind.Raw, _ => CellKind.Code },
        Kernel = kernel,
        Source = "",
    };

    [GeneratedRegex(@"^(?<kernel>[^,]+)(, line \d+)?$")]
    private static partial Regex Head();
}
