using System.Globalization;

namespace CourseKit.Notebooks.Documents;

/// <summary>A notebook that cannot be read, or cannot be written in the format asked for; the message begins with where.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <param name="problem">What is required, what was met, what to do.</param>
    /// <param name="at">Where.</param>
    /// <param name="inner">What was thrown underneath, if anything.</param>
    internal NotebookFormatException(string problem, Place at, Exception? inner = null)
        : base($"{at}: {problem}", inner)
    {
        Problem = problem;
        (Path, Line, Column, Cell) = at;
    }

    /// <summary>The message without the place.</summary>
    public string Problem { get; }

    /// <summary>The file, as it was given; null for text that came from no file.</summary>
    public string? Path { get; }

    /// <summary>The one-based line of the file, where it is known.</summary>
    public int? Line { get; }

    /// <summary>The one-based column, in characters, where it is known.</summary>
    public int? Column { get; }

    /// <summary>The one-based number of the cell, where it is known.</summary>
    public int? Cell { get; }
}

/// <summary>Where in which notebook: <c>hw1.dib, cell 3, line 12, column 5</c>.</summary>
internal readonly record struct Place(string? Path, int? Line = null, int? Column = null, int? Cell = null)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path ?? "notebook"}{Part("cell", Cell)}{Part("line", Line)}{Part("column", Column)}");

    private static string Part(string name, int? number) =>
        number is { } given ? string.Create(CultureInfo.InvariantCulture, $", {name} {given}") : "";
}
