using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>Outputs of a cell as nbformat 4 has them.</summary>
internal static class IpynbOutputs
{
    private const string Required = "output_type must be stream, display_data, execute_result or error";

    public static CellOutput Read(IpynbObject output) => output.Text("output_type") switch
    {
        "stream" => new StreamOutput(output.Text("name") ?? "stdout", output.Text("text") ?? ""),
        "display_data" => new DisplayOutput(output.Bundle("data"), null) { Metadata = output.Fields("metadata") },
        "execute_result" => new ResultOutput(output.Bundle("data"), output.Count("execution_count"))
        {
            Metadata = output.Fields("metadata"),
        },
        "error" => new ErrorOutput(output.Text("ename") ?? "Error", output.Text("evalue") ?? "", output.Texts("traceback")),
        null => throw output.Error($"{Required}; it is missing. Clear the outputs."),
        var other => throw output.Error($"{Required}; it is \"{other}\". Clear the outputs."),
    };

    public static void Write(Utf8JsonWriter writer, CellOutput output)
    {
        writer.WriteStartObject();
        switch (output)
        {
            case StreamOutput stream:
                writer.WriteString("name", stream.Name);
                writer.WriteString("output_type", "stream");
                IpynbWriter.WriteLines(writer, "text", stream.Text);
                break;
            case DisplayOutput display:
                WriteBundle(writer, display.Data);
                WriteMetadata(writer, display.Metadata);
                writer.WriteString("output_type", "display_data");
                break;
            case ResultOutput result:
                WriteBundle(writer, result.Data);
                IpynbWriter.WriteCount(writer, result.ExecutionCount);
                WriteMetadata(writer, result.Metadata);
                writer.WriteString("output_type", "execute_result");
                break;
            case ErrorOutput error:
                WriteError(writer, error);
                break;
        }
        writer.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter writer, ErrorOutput error)
    {
        writer.WriteString("ename", error.Name);
        writer.WriteString("evalue", error.Value);
        writer.WriteString("output_type", "error");
        writer.WriteStartArray("traceback");
        foreach (var line in error.Traceback)
            writer.WriteStringValue(line);
        writer.WriteEndArray();
    }

    private static void WriteMetadata(Utf8JsonWriter writer, JsonFields metadata)
    {
        writer.WritePropertyName("metadata");
        JsonText.WriteFields(writer, metadata);
    }

    private static void WriteBundle(Utf8JsonWriter writer, MimeBundle data)
    {
        writer.WriteStartObject("data");
        foreach (var (mime, text) in data)
            if (MimeBundle.IsJson(mime))
                WriteJson(writer, mime, text);
            else
                IpynbWriter.WriteLines(writer, mime, text);
        writer.WriteEndObject();
    }

    /// <summary>A cell may show as JSON what is none; the notebook must be saved all the same, with the text as a JSON string.</summary>
    private static void WriteJson(Utf8JsonWriter writer, string mime, string text)
    {
        writer.WritePropertyName(mime);
        if (JsonText.TryParse(text, out var json))
            json.WriteTo(writer);
        else
            writer.WriteStringValue(text);
    }
}
