using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Approval;

/// <summary>A file of approved outputs: text that people read and compare, one section for each cell that puts something out.</summary>
/// <param name="Tolerance">How far outputs may be from it.</param>
/// <param name="Cells">In the notebook's order.</param>
internal sealed partial record ApprovedFile(Tolerance Tolerance, IReadOnlyList<ApprovedCell> Cells)
{
    private const string FirstLine = "Approved outputs of ";
    private const string Indent = "  ";

    public IReadOnlyList<ApprovedCell> Cells { get; init => field = ValueList.From(value); } = ValueList.From(Cells);

    /// <exception cref="RunException">The file cannot be read, or is another.</exception>
    public static ApprovedFile Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path)) ?? throw new RunException($"{path}: a file of approved outputs is required; this is another. Write it anew with --approve.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{path}: a file that can be read is required; {error.Message}", error);
        }
    }

    /// <exception cref="RunException">The file cannot be written.</exception>
    public void Write(string path, string notebook)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, Text(notebook));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{path}: a file that can be written is required; {error.Message} Choose another folder with --approved.", error);
        }
    }

    /// <summary>The file's text; lines end in LF.</summary>
    public string Text(string notebook)
    {
        var text = new StringBuilder($"{FirstLine}{notebook}: {Tolerance}\n");
        foreach (var cell in Cells)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n== cell {cell.Number} · {cell.Id}\n");
            foreach (var block in cell.Blocks)
                text.Append(block.Kind).Append('\n').AppendJoin("", block.Lines.Select(line => $"{Indent}{line}\n"));
        }
        return text.ToString();
    }

    /// <summary>Reads such a text; null if it is another.</summary>
    public static ApprovedFile? Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (!lines[0].StartsWith(FirstLine, StringComparison.Ordinal) || Tolerance.Parse(lines[0].Split(": ")[^1]) is not { } tolerance)
            return null;
        var cells = new List<(int Number, string Id, List<(string Kind, List<string> Lines)> Blocks)>();
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
            if (Cell().Match(line) is { Success: true } match)
                cells.Add((int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["id"].Value, []));
            else if (cells.Count == 0)
                return null;
            else if (!line.StartsWith(Indent, StringComparison.Ordinal))
                cells[^1].Blocks.Add((line, []));
            else if (cells[^1].Blocks.Count == 0)
                return null;
            else
                cells[^1].Blocks[^1].Lines.Add(line[Indent.Length..]);
        return new ApprovedFile(tolerance, [.. cells.Select(cell => new ApprovedCell(cell.Number, cell.Id, [.. cell.Blocks.Select(block => new OutputBlock(block.Kind, block.Lines))]))]);
    }

    [GeneratedRegex(@"^== cell (?<number>\d{1,6}) · (?<id>\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();
}
