using System.Globalization;

namespace CourseKit.Notebooks.Sessions;

/// <summary>A place in a notebook.</summary>
/// <param name="Path">The notebook's file; null without one.</param>
/// <param name="CellNumber">One-based.</param>
/// <param name="Line">One-based within the cell.</param>
/// <param name="Column">One-based; 0 where only the line is known, as for exceptions.</param>
/// <param name="FileLine">One-based within the file; 0 where the format has no lines.</param>
public sealed record CellPosition(string? Path, int CellNumber, int Line, int Column, int FileLine)
{
    /// <summary>As people read it: <c>02-perceptron.dib(41,9), cell 5, line 3</c>.</summary>
    public override string ToString()
    {
        var column = Column > 0 ? string.Create(CultureInfo.InvariantCulture, $",{Column}") : "";
        var file = System.IO.Path.GetFileName(Path);
        var cell = string.Create(CultureInfo.InvariantCulture, $"cell {CellNumber}, line {Line}");
        return file switch
        {
            null or "" => cell,
            _ when FileLine > 0 => string.Create(CultureInfo.InvariantCulture, $"{file}({FileLine}{column}), {cell}"),
            _ => $"{file}, {cell}",
        };
    }
}
