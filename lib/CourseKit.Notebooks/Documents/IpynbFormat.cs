namespace CourseKit.Notebooks.Documents;

/// <summary>Jupyter's format, nbformat 4: reads 4.0 to 4.5 and whatever minor version follows, writes 4.5.</summary>
/// <remarks>
/// Written as Jupyter and .NET Interactive write it: one space of indentation, properties in alphabetical order, texts as lists of lines,
/// and the kernel's name in each code cell under both names it ever had. Metadata that nothing here knows is kept; an unknown property of
/// a cell is not.
/// </remarks>
public static class IpynbFormat
{
    /// <summary>Reads a notebook. Cells without a valid id of their own get one made from their content.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="path">The file's name for error messages.</param>
    /// <exception cref="NotebookFormatException">The text is not JSON, not nbformat 4, or a cell is not as nbformat has it.</exception>
    /// <remarks>
    /// Differs from .NET Interactive, which runs raw cells, and Markdown cells whose metadata still names the kernel they had as code.
    /// </remarks>
    public static NotebookDocument Parse(string text, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IpynbReader.Read(text, path);
    }

    /// <summary>Writes a notebook as nbformat 4.5, ending in one <c>\n</c>. The same document gives the same bytes.</summary>
    public static string Write(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return IpynbWriter.Write(document);
    }
}
