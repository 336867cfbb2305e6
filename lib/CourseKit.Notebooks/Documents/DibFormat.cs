namespace CourseKit.Notebooks.Documents;

/// <summary>The text format of Polyglot Notebooks: cells under lines <c>#!kernel</c>, without outputs, ids or cell metadata.</summary>
/// <remarks>
/// Specified by tests/CourseKit.Notebooks.Tests/Documents/DibSpec.md. It has no escape: a cell cannot contain a line that starts a cell.
/// </remarks>
public static class DibFormat
{
    /// <summary>Reads a notebook. A text without a cell gives one empty cell of the default kernel.</summary>
    /// <param name="text">The file's text; line ends <c>\r\n</c> or <c>\n</c>.</param>
    /// <param name="path">The file's name for error messages.</param>
    /// <param name="defaultKernel">The kernel of text before the first <c>#!kernel</c> line, whatever the metadata says.</param>
    /// <exception cref="NotebookFormatException">What follows <c>#!meta</c> is not a JSON object, or lists kernels wrongly.</exception>
    public static NotebookDocument Parse(string text, string? path = null, string defaultKernel = "csharp")
    {
        ArgumentNullException.ThrowIfNull(text);
        return new DibReader(text, path, defaultKernel).Read();
    }

    /// <summary>Writes a notebook: metadata if there is any, then each cell that is not empty; line ends are <c>\n</c>.</summary>
    /// <param name="document">The notebook. Its outputs and its cells' ids and metadata are not part of the format.</param>
    /// <param name="path">The file's name for error messages.</param>
    /// <exception cref="NotebookFormatException">
    /// A cell cannot be written so that it can be read back: it contains a line that would start another cell, is raw, or has attachments.
    /// </exception>
    public static string Write(NotebookDocument document, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new DibWriter(document, path).Write();
    }

    /// <summary>The marker of every line that may mean something.</summary>
    internal const string Mark = "#!";

    /// <summary>The line before the metadata; whatever follows on the line is ignored.</summary>
    internal const string Meta = "#!meta";

    /// <summary>Lines end in <c>\r\n</c> or <c>\n</c>, and in nothing else: a lone <c>\r</c> or U+2028 is part of the line.</summary>
    internal static string[] Lines(string text) => text.Split(["\r\n", "\n"], StringSplitOptions.None);
}
