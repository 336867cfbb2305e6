using System.Buffers.Binary;
using System.Text.Json;
using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Nn;

/// <summary>What the beginning of a <c>.safetensors</c> file says, and whether the rest of the file can be what it says.</summary>
/// <param name="Tensors">In the order of their bytes, without gaps from 0 to the end of the file.</param>
/// <param name="Metadata">Texts by name.</param>
internal sealed record SafeTensorsHeader(IReadOnlyList<SafeTensorsEntry> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    public const string Single = "F32", Double = "F64", Integer = "I64";

    private const string MetadataKey = "__metadata__";
    private const int LongestHeader = 100_000_000;

    /// <returns>The header, and where the values begin.</returns>
    /// <exception cref="InvalidDataException">It is not true of this file.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static (SafeTensorsHeader Header, int Start) Read(ReadOnlyMemory<byte> file)
    {
        var length = file.Length < sizeof(long) ? -1 : BinaryPrimitives.ReadInt64LittleEndian(file.Span);
        if (length is < 0 or > LongestHeader || sizeof(long) + length > file.Length)
        {
            throw new InvalidDataException(Invariant(
                $"a .safetensors file is required; this one of {file.Length} bytes has no complete header. ")
                + "It is cut short or something else.");
        }
        var start = sizeof(long) + (int)length;
        using var json = JsonDocument.Parse(file[sizeof(long)..start]);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
            throw Wrong("the header", "an object", json.RootElement);
        var metadata = new Dictionary<string, string>();
        var tensors = new List<SafeTensorsEntry>();
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            if (entry.Name == MetadataKey)
                ReadTexts(entry.Value, metadata);
            else
                tensors.Add(SafeTensorsEntry.Of(entry));
        }
        SafeTensorsEntry[] ordered = [.. tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End)];
        CheckPlaces(ordered, file.Length - start);
        return (new SafeTensorsHeader(ordered, metadata), start);
    }

    /// <summary>The header of tensors that follow each other in this order, filled up with spaces to a multiple of eight bytes.</summary>
    public static byte[] Write(
        IEnumerable<(string Name, string Type, Shape Shape)> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataKey);
            foreach (var (name, text) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                json.WriteString(name, text);
            json.WriteEndObject();
            var begin = 0L;
            foreach (var (name, type, shape) in tensors)
            {
                var entry = new SafeTensorsEntry(name, type, shape, begin, begin + ((long)shape.Size * SafeTensorsEntry.WidthOf(type)));
                entry.Write(json);
                begin = entry.End;
            }
            json.WriteEndObject();
        }

        // Values begin at a multiple of eight, so that readers can map them.
        while (buffer.Length % sizeof(double) != 0)
            buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    /// <summary>A part of the header that is something else.</summary>
    public static InvalidDataException Wrong(string where, string required, JsonElement received)
    {
        var text = received.GetRawText();
        var shown = text.Length > 40 ? $"{text[..40]}…" : text;
        return new InvalidDataException($"{where}: {required} is required; received {shown}. The header is damaged: save it again.");
    }

    private static void ReadTexts(JsonElement metadata, Dictionary<string, string> texts)
    {
        if (metadata.ValueKind != JsonValueKind.Object)
            throw Wrong(MetadataKey, "an object of texts", metadata);
        foreach (var text in metadata.EnumerateObject())
        {
            texts[text.Name] = text.Value.ValueKind == JsonValueKind.String
                ? text.Value.GetString()!
                : throw Wrong(text.Name, "a text", text.Value);
        }
    }

    private static void CheckPlaces(SafeTensorsEntry[] tensors, int length)
    {
        if (tensors.GroupBy(tensor => tensor.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidDataException($"each tensor once is required; \"{twice.Key}\" stands twice in the header. Save it again.");
        var reached = 0L;
        foreach (var tensor in tensors)
        {
            if (tensor.Begin != reached)
            {
                throw new InvalidDataException(Invariant($"\"{tensor.Name}\" is required to begin at byte {reached} of the values, ")
                    + Invariant($"where the one before it ends; the header says {tensor.Begin}. ")
                    + $"Tensors {(tensor.Begin < reached ? "overlap" : "leave a gap")}: save it again.");
            }
            reached = tensor.End;
        }
        if (reached != length)
        {
            throw new InvalidDataException(Invariant($"the tensors end at byte {reached} of the values; the file has {length}. ")
                + (reached > length ? "It is cut short: copy or save it again." : "Something was appended: save it again."));
        }
    }
}
