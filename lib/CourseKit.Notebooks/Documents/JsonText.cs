using System.Buffers;
using System.Globalization;
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

    /// <summary>Reads JSON; an escape for half a character, which no file could store, is read as U+FFFD.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonElement Parse(string json) => JsonElement.Parse(SurrogateEscape().Replace(json, KeepPairs), Limits);

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

    /// <summary>What is written, as Jupyter writes it: one space of indentation, letters of all scripts and emoji as they are.</summary>
    public static string Indented(Action<Utf8JsonWriter> write) => Escape().Replace(Write(Pretty, write), Unescape);

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
        var line = (int)(error.LineNumber ?? 0);
        var bytes = Encoding.UTF8.GetBytes(text.Split('\n').ElementAtOrDefault(line) ?? "");
        var column = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, Math.Min(bytes.Length, (int)(error.BytePositionInLine ?? 0))));
        return (line, column, PlaceInMessage().Replace(error.Message, "").TrimEnd('.'));
    }

    private static string Write(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The encoder escapes what lies beyond 16 bits; a reader of the file wants to see it.</summary>
    private static string Unescape(Match escape) =>
        escape.Groups["code"] is { Success: true, Value: var hex } && ushort.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is >= 0xA0 and var code
            ? ((char)code).ToString()
            : escape.Value;

    private static string KeepPairs(Match escape) => escape.Groups["half"].Success ? @"\uFFFD" : escape.Value;

    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)")]
    private static partial Regex SurrogateEscape();

    [GeneratedRegex(@"\\(?:u(?<code>[0-9A-F]{4})|.)")]
    private static partial Regex Escape();

    [GeneratedRegex(@" (?:Path: .*|LineNumber: .*)$", RegexOptions.Singleline)]
    private static partial Regex PlaceInMessage();
}
