using System.Globalization;

namespace CourseKit.Notebooks.Linting;

/// <summary>Something in a notebook that is not as it should be.</summary>
/// <param name="Rule">The rule's name: <c>static-function</c>.</param>
/// <param name="CellNumber">One-based, among all cells; 0 for the notebook as a whole.</param>
/// <param name="Line">One-based within the cell; 0 for the notebook as a whole.</param>
/// <param name="Message">What is required, and what stands there.</param>
/// <param name="Cure">What to do.</param>
public sealed record LintFinding(string Rule, int CellNumber, int Line, string Message, string Cure)
{
    /// <summary>The change that cures it; null where only a person can.</summary>
    public LintFix? Fix { get; init; }

    /// <summary>The line of the file, one-based; 0 where the format has no lines.</summary>
    public int FileLine { get; init; }

    /// <summary>As people read it: <c>02-perceptron.dib(41), cell 5, line 3: long-cell: …</c>.</summary>
    /// <param name="path">The notebook's file.</param>
    public string Text(string path)
    {
        var file = FileLine > 0 ? string.Create(CultureInfo.InvariantCulture, $"{path}({FileLine})") : path;
        var cell = CellNumber > 0 ? string.Create(CultureInfo.InvariantCulture, $", cell {CellNumber}, line {Line}") : "";
        return $"{file}{cell}: {Rule}: {Message} {Cure}";
    }
}

/// <summary>A change that cures a finding without thinking.</summary>
public abstract record LintFix
{
    private protected LintFix()
    {
    }

    /// <summary>Puts other text in place of the finding's line.</summary>
    /// <param name="Text">One line, or several parted by <c>\n</c>.</param>
    public sealed record ReplaceLine(string Text) : LintFix;

    /// <summary>Takes outputs and run numbers out of the finding's cell.</summary>
    public sealed record ClearOutputs : LintFix;
}
