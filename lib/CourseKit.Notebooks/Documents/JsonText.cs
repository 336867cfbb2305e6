using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>JSON as these formats write it: letters of all scripts as they are, LF line ends, one space of indentation.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Pretty = OneLine with { Indented = true, IndentSize = 1, NewLine = "\n" };

    /// <summary>The element on one line, without spaces.</summary>
    public static string Compact(JsonElement json) => Write(OneLine, json.WriteTo);

    /// <summary>The object on one line, without spaces.</summary>
    public static string Compact(JsonFields fields) => Write(OneLine, writer => WriteFields(writer, fields));

    /// <summary>What is written, indented as Jupyter indents.</summary>
    public static string Indented(Action<Utf8JsonWriter> write) => Write(Pretty, write);

    /// <summary>The fields as an object, re-indented as the writer does.</summary>
    public static void WriteFields(Utf8JsonWriter writer, JsonFields fields)
    {
        writer.WriteStartObject();
        foreach (var (name, json) in fields)
        {
            writer.WritePropertyName(name);
            JsonElement.Parse(json).WriteTo(writer);
        }
        writer.WriteEndObject();
    }

    private static string Write(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
