using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Nn;

/// <summary>Named tensors in one file, in the <c>.safetensors</c> format that Python's libraries read and write.</summary>
/// <remarks>
/// Eight bytes, little endian: the length N of the header. N bytes of JSON: for each tensor its dtype (F32 or F64), shape and where its
/// bytes
/// begin and end, and under <c>__metadata__</c> some texts. Then the values of all tensors, row by row, little endian, without gaps.
/// </remarks>
/// <param name="tensors">The tensors by name.</param>
/// <param name="metadata">Texts by name; empty if null.</param>
public sealed class SafeTensorsFile(IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
{
    private const string MetadataKey = "__metadata__";
    private const int LongestHeader = 100_000_000;

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors { get; } = tensors;

    /// <summary>Texts by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata ?? new Dictionary<string, string>();

    /// <summary>Writes the file, over one that exists.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        var header = Header();
        using var file = File.Create(path);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        file.Write(length);
        file.Write(header);
        foreach (var (_, tensor) in Ordered())
            file.Write(BytesOf(tensor));
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is cut short, or is not such a file; the message says where it goes wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SafeTensorsFile Load(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return Parse(bytes);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new InvalidDataException(
                $"{path}: a .safetensors file is required; its header is not that of one ({error.Message}). Save it again.", error);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    private static SafeTensorsFile Parse(byte[] bytes)
    {
        var length = bytes.Length < sizeof(long) ? -1 : BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (length is < 0 or > LongestHeader || sizeof(long) + length > bytes.Length)
        {
            throw new InvalidDataException(Invariant(
                $"a .safetensors file is required; this one of {bytes.Length} bytes has no complete header. ")
                + "It is cut short or something else.");
        }
        var values = bytes.AsMemory(sizeof(long) + (int)length);
        var tensors = new Dictionary<string, Tensor>();
        var metadata = new Dictionary<string, string>();
        using var header = JsonDocument.Parse(bytes.AsMemory(sizeof(long), (int)length));
        foreach (var entry in header.RootElement.EnumerateObject())
        {
            if (entry.Name == MetadataKey)
                metadata = entry.Value.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);
            else
                tensors.Add(entry.Name, ReadTensor(entry, values.Span));
        }
        return new SafeTensorsFile(tensors, metadata);
    }

    private static Tensor ReadTensor(JsonProperty entry, ReadOnlySpan<byte> values)
    {
        Shape shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())];
        var offsets = entry.Value.GetProperty("data_offsets");
        long begin = offsets[0].GetInt64(), end = offsets[1].GetInt64();
        var dtype = entry.Value.GetProperty("dtype").GetString();
        var width = dtype switch
        {
            "F32" => sizeof(float),
            "F64" => sizeof(double),
            _ => throw new InvalidDataException(
                $"tensors of F32 or F64 are required; \"{entry.Name}\" is {dtype}. Convert it where it was written."),
        };
        if (begin < 0 || end - begin != (long)shape.Size * width)
        {
            throw new InvalidDataException(Invariant(
                $"\"{entry.Name}\" of {dtype} {shape} takes {(long)shape.Size * width} bytes; the header gives it {begin}..{end}. ")
                + "Save it again.");
        }
        if (end > values.Length)
        {
            throw new InvalidDataException(Invariant(
                $"\"{entry.Name}\" ends at byte {end} of the values; the file has {values.Length}. ")
                + "It is cut short: copy or save it again.");
        }
        var part = values[(int)begin..(int)end];
        return width == sizeof(float)
            ? Tensor.From(MemoryMarshal.Cast<byte, float>(part), shape)
            : Tensor.From(MemoryMarshal.Cast<byte, double>(part), shape);
    }

    private byte[] Header()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataKey);
            foreach (var (name, text) in Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                json.WriteString(name, text);
            json.WriteEndObject();
            var begin = 0L;
            foreach (var (name, tensor) in Ordered())
                begin = WriteEntry(json, name, tensor, begin);
            json.WriteEndObject();
        }

        // Values begin at a multiple of eight, so that readers can map them.
        while (buffer.Length % sizeof(double) != 0)
            buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private static long WriteEntry(Utf8JsonWriter json, string name, Tensor tensor, long begin)
    {
        var end = begin + BytesOf(tensor).Length;
        json.WriteStartObject(name);
        json.WriteString("dtype", tensor.DType == DType.Float32 ? "F32" : "F64");
        json.WriteStartArray("shape");
        foreach (var length in tensor.Shape)
            json.WriteNumberValue(length);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }

    // Doubles first, as the format recommends: every tensor is aligned then.
    private IEnumerable<KeyValuePair<string, Tensor>> Ordered() =>
        Tensors.OrderByDescending(entry => entry.Value.DType).ThenBy(entry => entry.Key, StringComparer.Ordinal);

    private static ReadOnlySpan<byte> BytesOf(Tensor tensor) => tensor.DType == DType.Float32
        ? MemoryMarshal.AsBytes(tensor.Span<float>())
        : MemoryMarshal.AsBytes(tensor.Span<double>());
}
