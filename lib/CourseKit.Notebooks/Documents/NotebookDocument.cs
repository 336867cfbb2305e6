namespace CourseKit.Notebooks.Documents;

/// <summary>A notebook as text and metadata, whatever file it came from; equal by value.</summary>
public sealed record NotebookDocument
{
    /// <summary>The cells from top to bottom.</summary>
    public required IReadOnlyList<NotebookCell> Cells { get; init => field = ValueList.From(value); }

    /// <summary>The notebook's metadata as the file has it, known keys and unknown ones.</summary>
    public JsonFields Metadata { get; init; } = JsonFields.Empty;

    /// <summary>The kernel of cells that name none: as the metadata says, else <c>csharp</c>.</summary>
    /// <remarks>By the rule of the format it does not apply to an unlabelled first cell of a .dib.</remarks>
    public string DefaultKernel => KernelMetadata.DefaultKernel(Metadata) ?? "csharp";
}
