using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Nn;

/// <summary>Named tensors in one file, in the <c>.safetensors</c> format that Python's libraries read and write.</summary>
/// <remarks>
/// Eight bytes, little endian: the length N of the header. N bytes of JSON: for each tensor its dtype (F32, F64 or I64), shape and where
/// its bytes begin and end, and under <c>__metadata__</c> some texts. Then the values of all tensors, row by row, little endian, without
/// gaps.
/// </remarks>
/// <param name="tensors">The tensors by name.</param>
/// <param name="metadata">Texts by name; empty if null.</param>
public sealed class SafeTensorsFile(IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
{
    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors { get; } = tensors;

    /// <summary>Texts by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata ?? new Dictionary<string, string>();

    /// <summary>The names of those tensors that hold whole numbers, I64 in the file and float64 here. Default: none.</summary>
    public IReadOnlyCollection<string> Integers { get; init; } = [];

    /// <summary>Writes the file, over one that exists.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        var ordered = Ordered().ToArray();
        var header = SafeTensorsHeader.Write(
            ordered.Select(entry => (entry.Key, TypeOf(entry.Key, entry.Value), entry.Value.Shape)), Metadata);
        using var file = File.Create(path);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        file.Write(length);
        file.Write(header);
        foreach (var (name, tensor) in ordered)
            file.Write(BytesOf(name, tensor));
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is cut short, or is not such a file; the message says where it goes wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SafeTensorsFile Load(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    internal static SafeTensorsFile Parse(byte[] bytes)
    {
        var (header, start) = ReadHeader(bytes);
        var values = bytes.AsSpan(start);
        var tensors = new OrderedDictionary<string, Tensor>();
        foreach (var (name, type, shape, begin, end) in header.Tensors)
            tensors.Add(name, Read(name, type, shape, values[(int)begin..(int)end]));
        return new SafeTensorsFile(tensors, header.Metadata)
        {
            Integers = [.. header.Tensors.Where(tensor => tensor.Type == SafeTensorsHeader.Integer).Select(tensor => tensor.Name)],
        };
    }

    // JsonElement throws InvalidOperationException for names and texts that are no Unicode.
    private static (SafeTensorsHeader Header, int Start) ReadHeader(byte[] bytes)
    {
        try
        {
            return SafeTensorsHeader.Read(bytes);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException(
                $"a .safetensors file is required; its header is not that of one ({error.Message}). Save it again.", error);
        }
    }

    private static Tensor Read(string name, string type, Shape shape, ReadOnlySpan<byte> values) => type switch
    {
        SafeTensorsHeader.Single => Tensor.From(MemoryMarshal.Cast<byte, float>(values), shape),
        SafeTensorsHeader.Double => Tensor.From(MemoryMarshal.Cast<byte, double>(values), shape),
        _ => Tensor.From(Array.ConvertAll(MemoryMarshal.Cast<byte, long>(values).ToArray(), value => Exact(name, value)), shape),
    };

    private static double Exact(string name, long value) => value is >= -(1L << 53) and <= 1L << 53
        ? value
        : throw new InvalidDataException(Invariant(
            $"whole numbers of at most 2⁵³ are required; \"{name}\" holds {value}. Store it as F64, or leave it out."));

    // Eight bytes wide first, as the format recommends: every tensor is aligned then.
    private IEnumerable<KeyValuePair<string, Tensor>> Ordered() =>
        Tensors.OrderByDescending(entry => entry.Value.DType).ThenBy(entry => entry.Key, StringComparer.Ordinal);

    private string TypeOf(string name, Tensor tensor) => Integers.Contains(name)
        ? SafeTensorsHeader.Integer
        : tensor.DType == DType.Float32 ? SafeTensorsHeader.Single : SafeTensorsHeader.Double;

    private ReadOnlySpan<byte> BytesOf(string name, Tensor tensor) => TypeOf(name, tensor) switch
    {
        SafeTensorsHeader.Single => MemoryMarshal.AsBytes(tensor.Span<float>()),
        SafeTensorsHeader.Double => MemoryMarshal.AsBytes(tensor.Span<double>()),
        _ => MemoryMarshal.AsBytes<long>(Array.ConvertAll(tensor.ToDoubles(), value => (long)value)),
    };
}
