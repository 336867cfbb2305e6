using CourseKit.Notebooks.Sessions.Magics;

namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>
/// Cuts a cell into sections by language, and those into code and commands. A command begins in the first column with <c>#!</c>, and counts even inside a string
/// or a comment; so do the references to packages, which the compiler knows nothing of.
/// </summary>
internal sealed class CellParser
{
    private readonly CellRequest _request;
    private readonly string[] _lines;
    private readonly List<CellSection> _sections = [];
    private readonly List<CellStep> _steps = [];
    private readonly List<PackageLine> _packages = [];
    private string _kernel;
    private int _sectionStart, _codeStart;

    private CellParser(CellRequest request, string kernel)
    {
        _request = request;
        _kernel = kernel;
        _lines = request.Code.Split('\n');
    }

    /// <summary>The sections of a cell.</summary>
    /// <exception cref="CellRefusal">It has an unknown command, one that is not written as it must be, or asks for what is not there.</exception>
    public static IReadOnlyList<CellSection> Parse(CellRequest request) =>
        SectionKernels.TryResolve(request.Kernel, out var kernel)
            ? new CellParser(request, kernel).Parse()
            : throw SectionKernels.Refuse(request, 1, request.Kernel);

    /// <summary>The code alone: commands, and what is in other languages, are empty lines. Null for a cell that is refused.</summary>
    public static string? CodeOf(CellRequest request)
    {
        try
        {
            var pieces = Parse(request).Where(section => section.Kernel == SectionKernels.CSharp).SelectMany(section => section.Steps).OfType<CellStep.Code>();
            string[] lines = new string[request.Code.AsSpan().Count('\n') + 1];
            foreach (var piece in pieces)
                foreach (var (index, line) in piece.Text.Split('\n').Index())
                    lines[index] += line;
            return string.Join('\n', lines);
        }
        catch (CellRefusal)
        {
            return null;
        }
    }

    private List<CellSection> Parse()
    {
        for (var index = 0; index < _lines.Length; index++)
        {
            var line = _lines[index].TrimEnd('\r');
            if (line.StartsWith("#!", StringComparison.Ordinal))
                Read(line, index);
            else if (_kernel == SectionKernels.CSharp && PackageLine.Read(_request, line, index + 1) is { } package)
                TakeOut(package, index);
        }
        EndSection(_lines.Length);
        return _sections;
    }

    /// <summary>The compiler knows nothing of packages.</summary>
    private void TakeOut(PackageLine package, int index)
    {
        _packages.Add(package);
        _lines[index] = "";
    }

    private void Read(string line, int index)
    {
        var name = MagicLine.NameOf(line);
        if (name != "#!value" && SectionKernels.TryResolve(name[2..], out var kernel))
        {
            EndSection(index);
            Begin(kernel, index + 1);
            return;
        }
        if (SectionKernels.IsMissing(name[2..]))
            throw SectionKernels.Refuse(_request, index + 1, name[2..]);
        if (!MagicTable.TryFind(name, out var magic))
            throw CellRefusal.Of(_request, (index + 1, 1), "DNI101", $"Unknown magic command '{name}'", MagicTable.Advice(name));
        var command = new CellStep.Command(magic, magic.Read(_request, line, index + 1));
        if (magic.Kernel is { } own)
        {
            EndSection(index);
            Begin(own, index + 1);
        }
        else
            EndCode(index);
        _steps.Add(command);
        _codeStart = index + 1;
    }

    private void Begin(string kernel, int start) => (_kernel, _sectionStart, _codeStart) = (kernel, start, start);

    private void EndSection(int end)
    {
        EndCode(end);
        if (_steps.Count > 0 || _packages.Count > 0)
            _sections.Add(new CellSection(_kernel, [.. _steps], TextBetween(_sectionStart, end)) { Packages = [.. _packages] });
        _steps.Clear();
        _packages.Clear();
    }

    private void EndCode(int end)
    {
        var own = Enumerable.Range(0, _lines.Length).Select(index => index >= _codeStart && index < end ? _lines[index] : "").ToList();
        if (own.Exists(line => !string.IsNullOrWhiteSpace(line)))
            _steps.Add(new CellStep.Code(string.Join('\n', own)));
    }

    /// <summary>With the end of the last line where another line follows.</summary>
    private string TextBetween(int start, int end) =>
        string.Concat(Enumerable.Range(start, end - start).Where(index => !_lines[index].StartsWith("#!", StringComparison.Ordinal))
            .Select(index => index < _lines.Length - 1 ? _lines[index] + "\n" : _lines[index]));
}
