namespace CourseKit.Notebooks.Documents;

/// <summary>What is done with a cell.</summary>
public enum CellKind
{
    /// <summary>It is executed by the kernel it names.</summary>
    Code,

    /// <summary>It is shown as formatted text.</summary>
    Markdown,

    /// <summary>It is left alone: neither run nor shown. Only .ipynb has such cells.</summary>
    Raw,
}

/// <summary>One cell of a notebook, equal by value.</summary>
public sealed record NotebookCell
{
    /// <summary>What is done with it.</summary>
    public CellKind Kind { get; init; }

    /// <summary>The kernel's name, never an alias: <c>csharp</c>, …; <c>markdown</c> for Markdown cells, <c>raw</c> for raw ones.</summary>
    /// <remarks>
    /// A code cell may name <c>markdown</c>: then its source begins with the magic line <c>#!markdown</c>, as in old .ipynb files.
    /// </remarks>
    public required string Kernel { get; init; }

    /// <summary>The text, with <c>\n</c> line ends and no final one unless the file has one more.</summary>
    public required string Source { get; init; }

    /// <summary>The cell's id in the file or, where it has none, one made of kernel, source and the count of equal cells before.</summary>
    /// <remarks>1 to 64 of <c>A-Z a-z 0-9 - _</c>, no two alike in a file. An empty id is filled in when an .ipynb is written.</remarks>
    public string Id { get; init; } = "";

    /// <summary>The one-based line of the .dib file at which <see cref="Source"/> begins; 0 if there is none, as in an .ipynb.</summary>
    public int Line { get; init; }

    /// <summary>The number of the run that made the outputs, from 1; null if the cell was not run.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>What the cell put out, in order. A .dib does not store it.</summary>
    public IReadOnlyList<CellOutput> Outputs { get; init => field = ValueList.From(value); } = ValueList.Create<CellOutput>([]);

    /// <summary>The cell's metadata but for its kernel's name (which is <see cref="Kernel"/>). A .dib does not store it.</summary>
    public JsonFields Metadata { get; init; } = JsonFields.Empty;

    /// <summary>Files that the Markdown text shows as <c>attachment:name</c>: name → a JSON object of MIME type and base64.</summary>
    public JsonFields Attachments { get; init; } = JsonFields.Empty;
}
