using System.Globalization;
using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Authoring;

/// <summary>Reads the marks of one cell: <c>// BEGIN SOLUTION</c>, <c>// STUB: return default;</c>, <c>// END HIDDEN TESTS</c> and so on.</summary>
/// <param name="wrong">Told of everything that is wrong: the line and a sentence.</param>
internal sealed partial class MarkReader(Action<int, string> wrong)
{
    private const string Stub = "STUB";

    private static readonly Dictionary<string, (bool Begins, MarkKind Kind)> Marks = new(StringComparer.Ordinal)
    {
        ["BEGIN SOLUTION"] = (true, MarkKind.Solution),
        ["END SOLUTION"] = (false, MarkKind.Solution),
        ["BEGIN HIDDEN TESTS"] = (true, MarkKind.HiddenTests),
        ["END HIDDEN TESTS"] = (false, MarkKind.HiddenTests),
    };

    private readonly List<MarkedRegion> _regions = [];
    private readonly List<string> _stub = [];
    private (int Line, MarkKind Kind)? _open;

    /// <summary>The regions of a cell.</summary>
    public IReadOnlyList<MarkedRegion> Read(NotebookCell cell)
    {
        foreach (var (line, text) in CellComments.Of(cell))
            if (Marks.TryGetValue(text, out var mark))
                Meet(line, text, mark.Begins, mark.Kind);
            else if (StubForm().Match(text) is { Success: true } stub)
                AddStub(line, stub.Groups["code"].Value);
            else if (Looks().IsMatch(text) && NearestName.Of(text, Marks.Keys) is { } nearest)
                wrong(line, $"\"{text}\": a mark as it is spelt is required. Did you mean \"{nearest}\"?");
        if (_open is { } open)
            wrong(open.Line, $"BEGIN {Name(open.Kind)}: an END {Name(open.Kind)} in the same cell is required; the cell ends without one. Write it below the last line of the region.");
        return _regions;
    }

    private static string Name(MarkKind kind) => kind == MarkKind.Solution ? "SOLUTION" : "HIDDEN TESTS";

    private void Meet(int line, string text, bool begins, MarkKind kind)
    {
        if (begins && _open is { } open)
            wrong(line, string.Create(CultureInfo.InvariantCulture,
                $"{text}: regions one after another are required; BEGIN {Name(open.Kind)} of line {open.Line} is still open. Write its END before this line."));
        else if (begins)
            _open = (line, kind);
        else if (_open is not { } begun)
            wrong(line, $"{text}: a BEGIN {Name(kind)} above it is required; there is none. Write it above the first line of the region, or take this line out.");
        else if (begun.Kind != kind)
            wrong(line, string.Create(CultureInfo.InvariantCulture,
                $"{text}: END {Name(begun.Kind)} is required, for line {begun.Line} says BEGIN {Name(begun.Kind)}. Let both name the same."));
        else
            Close(begun.Line, line, kind);
    }

    private void Close(int first, int last, MarkKind kind)
    {
        _regions.Add(new MarkedRegion(kind, first, last, [.. _stub]));
        _stub.Clear();
        _open = null;
    }

    private void AddStub(int line, string code)
    {
        if (_open is { Kind: MarkKind.Solution })
            _stub.Add(code);
        else
            wrong(line, "STUB: a place between BEGIN SOLUTION and END SOLUTION is required; this one is outside. Move it under the BEGIN.");
    }

    [GeneratedRegex($"^{Stub}:[ ]?(?<code>.*)$")]
    private static partial Regex StubForm();

    /// <summary>What may be a mark with a slip in it; a sentence that begins with "begin" is longer.</summary>
    [GeneratedRegex(@"^(BEGIN|END)\w*([ _-]+\w+){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex Looks();
}
