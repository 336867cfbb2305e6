using System.Globalization;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Running.Results;

/// <summary>What tools for tests make of a cell.</summary>
internal enum TestOutcome
{
    Passed,
    Skipped,
    Failed,

    /// <summary>It could not be brought to an end: out of time, dead, not run, not readable.</summary>
    Error,
}

/// <summary>A cell as a test, for the formats of build servers.</summary>
/// <param name="Name">Stable from run to run: <c>cell 5</c>.</param>
/// <param name="Outcome">How it ended; what did not run is an error and no skip, for a skip reads as fine.</param>
/// <param name="Kind">The exception's type, or the verdict in one word.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record TestCase(string Name, TestOutcome Outcome, string Kind, TimeSpan Elapsed)
{
    /// <summary>One line; null for a passed one.</summary>
    public string? Message { get; init; }

    /// <summary>Place, message, source line and trace.</summary>
    public string Details { get; init; } = "";

    /// <summary>The line of the file; 0 where it is not known.</summary>
    public int Line { get; init; }

    /// <summary>What it wrote to the console; kept for those that did not pass.</summary>
    public string Text { get; init; } = "";

    /// <summary>The cells of a notebook; of one without a cell that ran, a case that says so.</summary>
    public static IReadOnlyList<TestCase> Of(NotebookResult notebook)
    {
        if (notebook.Unreadable is { } reason)
            return [new TestCase("notebook", TestOutcome.Error, "Unreadable", notebook.Elapsed) { Message = reason, Details = reason }];
        if (notebook.Cells.Count == 0)
            return [new TestCase("notebook", TestOutcome.Error, "Empty", notebook.Elapsed) { Message = "Nothing ran: it has no cell of code." }];
        return [.. notebook.Cells.Select(Of)];
    }

    private static TestCase Of(CellResult cell)
    {
        var outcome = cell.Verdict switch
        {
            Verdict.Passed => TestOutcome.Passed,
            Verdict.Skipped or Verdict.Unavailable => TestOutcome.Skipped,
            Verdict.Failed => TestOutcome.Failed,
            _ => TestOutcome.Error,
        };
        var name = string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}");
        return new TestCase(name, outcome, cell.Error?.ExceptionType ?? cell.Error?.Kind.ToString() ?? cell.Verdict.ToString(), cell.Elapsed)
        {
            Message = cell.Message,
            Details = outcome >= TestOutcome.Failed ? Describe(cell) : "",
            Line = cell.Position?.FileLine ?? 0,
            Text = outcome >= TestOutcome.Failed ? string.Concat(cell.Outputs.OfType<StreamOutput>().Select(text => text.Text)) : "",
        };
    }

    private static string Describe(CellResult cell)
    {
        string?[] lines = [$"{cell.Position}: {cell.Message}", cell.Error?.SourceLine is { } source ? $"    {source.Trim()}" : null, cell.Error?.StackTrace];
        return string.Join('\n', lines.Where(line => line is not null)).TrimStart(' ', ':');
    }
}
