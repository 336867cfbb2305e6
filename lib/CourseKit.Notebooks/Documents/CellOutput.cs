namespace CourseKit.Notebooks.Documents;

/// <summary>One thing that a cell put out, as nbformat 4 distinguishes them.</summary>
public abstract record CellOutput
{
    private protected CellOutput()
    {
    }
}

/// <summary>Text written to a console stream.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text as written, carriage returns of progress lines included.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput;

/// <summary>A value shown by <c>display</c> while the cell ran.</summary>
/// <param name="Data">Its representations.</param>
/// <param name="DisplayId">The id by which it is updated while the session lives. nbformat has no place for it: it is not saved.</param>
public sealed record DisplayOutput(MimeBundle Data, string? DisplayId) : CellOutput
{
    /// <summary>Per-representation hints such as a picture's width; empty unless they were in the file.</summary>
    public JsonFields Metadata { get; init; } = JsonFields.Empty;
}

/// <summary>The value of the cell's last expression.</summary>
/// <param name="Data">Its representations.</param>
/// <param name="ExecutionCount">The number of the run that made it, from 1; null if not known.</param>
public sealed record ResultOutput(MimeBundle Data, int? ExecutionCount) : CellOutput
{
    /// <inheritdoc cref="DisplayOutput.Metadata"/>
    public JsonFields Metadata { get; init; } = JsonFields.Empty;
}

/// <summary>An exception or a failed compilation.</summary>
/// <param name="Name">The exception's type, e.g. <c>System.DivideByZeroException</c>; <c>Error</c> where there is none.</param>
/// <param name="Value">The message.</param>
/// <param name="Traceback">What a front end prints, line by line.</param>
public sealed record ErrorOutput(string Name, string Value, IReadOnlyList<string> Traceback) : CellOutput
{
    /// <summary>What a front end prints, line by line.</summary>
    public IReadOnlyList<string> Traceback { get; init => field = ValueList.From(value); } = ValueList.From(Traceback);
}
