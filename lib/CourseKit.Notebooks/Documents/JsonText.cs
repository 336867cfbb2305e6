using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Documents;

/// <summary>JSON as the notebook formats write it, and where in a text it is broken.</summary>
internal static partial class JsonText
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Pretty = OneLine with { Indented = true, IndentSize = 1, NewLine = "\n" };

    /// <summary>Deep enough for every figure, and far from the end of the stack.</summary>
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 256 };

    /// <summary>Reads JSON; half a surrogate pair, escaped or not, which no file could store, is read as U+FFFD.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonElement Parse(string json) => JsonElement.Parse(Encoding.UTF8.GetBytes(JsonEscapes.WithoutHalves(json)), Limits);

    /// <summary>Reads JSON if it is JSON.</summary>
    public static bool TryParse(string json, out JsonElement element)
    {
        try
        {
            element = Parse(json);
            return true;
        }
        catch (JsonException)
        {
            element = default;
            return false;
        }
    }

    /// <summary>The element on one line, without spaces.</summary>
    public static string Compact(JsonElement json) => Write(OneLine, json.WriteTo);

    /// <summary>The object on one line, without spaces.</summary>
    public static string Compact(JsonFields fields) => Write(OneLine, writer => WriteFields(writer, fields));

    /// <summary>The string as JSON.</summary>
    public static string Quote(string text) => Write(OneLine, writer => writer.WriteStringValue(text));

    /// <summary>What is written, with Jupyter's one space of indentation.</summary>
    public static string Indented(Action<Utf8JsonWriter> write) => Write(Pretty, write);

    /// <summary>The fields as an object, indented as the writer does.</summary>
    public static void WriteFields(Utf8JsonWriter writer, JsonFields fields)
    {
        writer.WriteStartObject();
        foreach (var (name, json) in fields)
        {
            writer.WritePropertyName(name);
            Parse(json).WriteTo(writer);
        }
        writer.WriteEndObject();
    }

    /// <summary>Zero-based line and column, in characters, at which reading the text failed, and what was wrong there.</summary>
    public static (int Line, int Column, string Reason) Locate(JsonException error, string text)
    {
        var lines = text.Split('\n');
        var line = (int)(error.LineNumber ?? 0);
        var bytes = Encoding.UTF8.GetBytes(lines.ElementAtOrDefault(line) ?? "");
        var column = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, Math.Min(bytes.Length, (int)(error.BytePositionInLine ?? 0))));
        var rest = string.Concat(lines.Skip(line))[column..];
        var reason = string.IsNullOrWhiteSpace(rest) ? "the text ends too soon" : PlaceInMessage().Replace(error.Message, "").TrimEnd('.');
        return (line, column, reason);
    }

    private static string Write(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
            write(writer);
        return JsonEscapes.Unescape(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [GeneratedRegex(@" (?:Path: .*|LineNumber: .*)$", RegexOptions.Singleline)]
    private static partial Regex PlaceInMessage();
}
