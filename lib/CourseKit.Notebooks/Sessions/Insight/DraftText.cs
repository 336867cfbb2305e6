using System.Text.RegularExpressions;
using CourseKit.Notebooks.Sessions.Cells;
using CourseKit.Notebooks.Sessions.Magics;

namespace CourseKit.Notebooks.Sessions.Insight;

/// <summary>
/// A cell that is being written: its C# alone, all else blanked, so that every character keeps its place. Nothing in it is refused, for it is not yet done.
/// </summary>
internal sealed partial class DraftText
{
    private readonly string _cell;
    private readonly List<(int Start, int End, bool IsCode)> _lines = [];

    public DraftText(string cell)
    {
        _cell = cell;
        var text = cell.ToCharArray();
        var kernel = SectionKernels.CSharp;
        for (var start = 0; start <= cell.Length;)
        {
            var end = cell.IndexOf('\n', start) is var found and >= 0 ? found : cell.Length;
            var line = cell[start..end];
            var isCommand = line.StartsWith("#!", StringComparison.Ordinal);
            if (isCommand)
                kernel = KernelAfter(line, kernel);
            var isCode = !isCommand && kernel == SectionKernels.CSharp;
            if (!isCode || Reference().IsMatch(line))
                text.AsSpan(start..end).Fill(' ');
            _lines.Add((start, end, isCode));
            start = end + 1;
        }
        Code = new string(text);
        EndsInCode = kernel == SectionKernels.CSharp;
    }

    /// <summary>The C#, as long as the cell.</summary>
    public string Code { get; }

    /// <summary>Whether what would be written behind the cell were C#.</summary>
    public bool EndsInCode { get; }

    public bool IsCodeAt(int position) => LineAt(position).IsCode;

    /// <summary>Where the command, or what may become one, begins on whose line a place lies; null if it lies on none.</summary>
    public int? CommandAt(int position)
    {
        var (start, end, isCode) = LineAt(position);
        var line = _cell[start..end];
        var isBegun = isCode && line.StartsWith('#') && (line.Trim().Length == 1 || Reference().IsMatch(line));
        return isBegun || line.StartsWith("#!", StringComparison.Ordinal) ? start : null;
    }

    /// <summary>
    /// The code with the statement ended on whose last line somebody writes. Without that it would take in the next line: <c>digits.</c> above
    /// <c>var x = 1;</c> is <c>digits.var x = 1;</c>.
    /// </summary>
    public static string Ended(string code, int position)
    {
        var end = code.IndexOf('\n', position) is var found and >= 0 ? found : code.Length;
        var rest = code.AsSpan(position, end - position);
        return rest.IsWhiteSpace() && Depth(code.AsSpan(0, position)) == 0 ? code.Insert(position, ";") : code;
    }

    /// <summary>How many parentheses and brackets are open at the end of a text, in the statement that is written there.</summary>
    private static int Depth(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var at = text.Length - 1; at >= 0 && text[at] is not (';' or '{' or '}') && depth >= 0; at--)
            depth += text[at] is ')' or ']' ? 1 : text[at] is '(' or '[' ? -1 : 0;
        return depth;
    }

    private static string KernelAfter(string line, string kernel)
    {
        var name = MagicLine.NameOf(line);
        if (name != "#!value" && SectionKernels.TryResolve(name[2..], out var own))
            return own;
        if (SectionKernels.IsMissing(name[2..]))
            return name[2..];
        return MagicTable.TryFind(name, out var magic) ? magic.Kernel ?? kernel : kernel;
    }

    private (int Start, int End, bool IsCode) LineAt(int position) => _lines.FindLast(line => line.Start <= position);

    /// <summary>What the line refers to is not looked for: it may be large, and is there once the cell has run.</summary>
    [GeneratedRegex("^\\s*#(r|load)\\b|^#i\\b")]
    private static partial Regex Reference();
}
