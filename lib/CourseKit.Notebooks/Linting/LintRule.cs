namespace CourseKit.Notebooks.Linting;

/// <summary>One thing that notebooks of the course keep.</summary>
internal abstract class LintRule
{
    /// <summary>Its name, in kebab case.</summary>
    public abstract string Name { get; }

    /// <summary>What breaks it.</summary>
    public abstract IEnumerable<LintFinding> Check(LintedNotebook notebook);

    /// <summary>A finding in a line of a cell.</summary>
    protected LintFinding At(LintedCell cell, int line, string message, string cure, string? fixedLine = null) => new(Name, cell.Number, line, message, cure)
    {
        FileLine = cell.Cell.Line > 0 ? cell.Cell.Line + line - 1 : 0,
        Fix = fixedLine is null ? null : new LintFix.ReplaceLine(fixedLine),
    };

    /// <summary>A finding in the notebook as a whole.</summary>
    protected LintFinding InAll(string message, string cure) => new(Name, 0, 0, message, cure);
}
