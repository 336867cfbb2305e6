using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>Writes notebooks as nbformat 4.5.</summary>
internal static class IpynbWriter
{
    public static string Write(NotebookDocument document) => JsonText.Indented(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("cells");
        foreach (var cell in CellIds.Complete(document.Cells))
            WriteCell(writer, cell);
        writer.WriteEndArray();
        writer.WritePropertyName("metadata");
        JsonText.WriteFields(writer, IpynbMetadata.Of(document));
        writer.WriteNumber("nbformat", 4);
        writer.WriteNumber("nbformat_minor", 5);
        writer.WriteEndObject();
    }) + "\n";

    /// <summary>A text as the list of its lines, each with its line end.</summary>
    public static void WriteLines(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartArray(name);
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = text.IndexOf('\n', start) + 1;
            if (end == 0)
                end = text.Length;
            writer.WriteStringValue(text.AsSpan(start, end - start));
        }
        writer.WriteEndArray();
    }

    /// <summary>The number of the run; <c>null</c> before the first.</summary>
    public static void WriteCount(Utf8JsonWriter writer, int? count)
    {
        if (count is > 0 and var run)
            writer.WriteNumber("execution_count", run);
        else
            writer.WriteNull("execution_count");
    }

    private static void WriteCell(Utf8JsonWriter writer, NotebookCell cell)
    {
        var isCode = cell.Kind == CellKind.Code;
        writer.WriteStartObject();
        if (cell.Attachments.Count > 0)
        {
            writer.WritePropertyName("attachments");
            JsonText.WriteFields(writer, cell.Attachments);
        }
        writer.WriteString("cell_type", cell.Kind switch { CellKind.Markdown => "markdown", CellKind.Raw => "raw", _ => "code" });
        if (isCode)
            WriteCount(writer, cell.ExecutionCount);
        writer.WriteString("id", cell.Id);
        writer.WritePropertyName("metadata");
        JsonText.WriteFields(writer, isCode ? IpynbKernels.With(cell.Metadata, cell.Kernel) : cell.Metadata);
        if (isCode)
            WriteOutputs(writer, cell.Outputs);
        WriteLines(writer, "source", cell.Source);
        writer.WriteEndObject();
    }

    private static void WriteOutputs(Utf8JsonWriter writer, IReadOnlyList<CellOutput> outputs)
    {
        writer.WriteStartArray("outputs");
        foreach (var output in outputs)
            IpynbOutputs.Write(writer, output);
        writer.WriteEndArray();
    }
}
