using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseKit.Kernel.Messages;

/// <summary>JSON as messages carry it, and the fields of what was received.</summary>
internal static class MessageJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Deep enough for every figure, and far from the end of the stack.</summary>
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 256 };

    /// <summary>An object without fields.</summary>
    public static byte[] Empty { get; } = "{}"u8.ToArray();

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json) => JsonElement.Parse(json, Limits);

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            write(writer);
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] Write(JsonNode json) => Write(writer => json.WriteTo(writer));

    /// <summary>A text that must be there.</summary>
    /// <exception cref="RequestException">It is not.</exception>
    public static string Text(this JsonElement json, string name) => json.Text(name, null) ?? throw Missing(json, name, "a text");

    /// <summary>A text, or what stands for one that is not there.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(otherwise))]
    public static string? Text(this JsonElement json, string name, string? otherwise)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return otherwise;
        if (value.ValueKind != JsonValueKind.String)
            throw Missing(json, name, "a text");
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new RequestException($"{name}: a text is required; received half a surrogate pair.");
        }
    }

    /// <summary>A truth value, or what stands for one that is not there.</summary>
    /// <exception cref="RequestException">Something else is there.</exception>
    public static bool Flag(this JsonElement json, string name, bool otherwise) => (json.TryGetProperty(name, out var value) ? value.ValueKind : JsonValueKind.Null) switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => otherwise,
        _ => throw Missing(json, name, "true or false"),
    };

    /// <summary>A whole number, or what stands for one that is not there.</summary>
    /// <exception cref="RequestException">Something else is there.</exception>
    public static int? Number(this JsonElement json, string name, int? otherwise = null) =>
        !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? otherwise
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw Missing(json, name, "a whole number");

    private static RequestException Missing(JsonElement json, string name, string what) =>
        new($"{name}: {what} is required; received {(json.TryGetProperty(name, out var value) ? $"JSON of the kind {value.ValueKind}" : "none")}.");
}
