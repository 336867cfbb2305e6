using System.IO.Compression;

namespace CourseKit.Data.Files;

/// <summary>NPZ, NumPy's zip file of named arrays.</summary>
public static class Npz
{
    private const string Ending = ".npy";

    /// <summary>The time stamp of entries, as NumPy's: the same arrays make the same file.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads all arrays of a file.</summary>
    /// <returns>Name → array, in the order of the file.</returns>
    /// <exception cref="DatasetException">
    /// The file is missing, cut short, damaged, not NPZ, or an entry is no array or has a path in its name.
    /// </exception>
    public static IReadOnlyDictionary<string, NdArray> Read(string path)
    {
        using var file = FileSource.OpenFile(path);
        return Read(path, file);
    }

    /// <summary>Writes arrays under their names, as <c>numpy.savez_compressed(path, …)</c>.</summary>
    /// <exception cref="ArgumentException">A name is empty or has a path in it.</exception>
    public static void Write(string path, IReadOnlyDictionary<string, NdArray> arrays)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(arrays);
        foreach (var name in arrays.Keys)
            if (!IsPlain(name))
                throw new ArgumentException(
                    $"Npz.Write: names without a path are required; received \"{name}\". In Python the array is read as data[\"name\"].");
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, array) in arrays)
        {
            var entry = zip.CreateEntry(name + Ending, CompressionLevel.Optimal);
            entry.LastWriteTime = Epoch;
            using var stream = entry.Open();
            Npy.Write(stream, array);
        }
    }

    internal static Dictionary<string, NdArray> Read(string name, Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var arrays = new Dictionary<string, NdArray>(StringComparer.Ordinal);
            foreach (var entry in zip.Entries)
                if (!arrays.TryAdd(NameOf(name, entry), ReadEntry(name, entry)))
                    throw new DatasetException(
                        $"{name}: every entry has a name of its own; \"{entry.FullName}\" stands there twice. Save the file again.");
            return arrays;
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or NotSupportedException
            or ArgumentException or OverflowException)
        {
            throw new DatasetException(
                $"{name}: a zip file of .npy entries is required; it cannot be unpacked. It is another kind of file, or damaged.", damage);
        }
    }

    private static string NameOf(string file, ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        if (!name.EndsWith(Ending, StringComparison.Ordinal) || !IsPlain(name[..^Ending.Length]))
            throw new DatasetException($"{file}: entries are named like \"x.npy\", without a path; this file has \"{name}\". " +
                "Save it with numpy.savez(file, x=array).");
        return name[..^Ending.Length];
    }

    private static NdArray ReadEntry(string file, ZipArchiveEntry entry)
    {
        var packed = Math.Min(entry.CompressedLength, long.MaxValue / FileSource.LargestRatio);
        var capacity = Math.Min(entry.Length, packed * FileSource.LargestRatio);
        using var stream = new Crc32Stream(entry.Open());
        using var source = new FileSource($"{file}[{entry.FullName}]", stream, capacity);
        var array = Npy.Read(source);
        if (stream.Value != entry.Crc32)
            throw new DatasetException(Damage.In(file,
                $"entry {entry.FullName} must have the check value {entry.Crc32:X8}; its bytes have {stream.Value:X8}."));
        return array;
    }

    private static bool IsPlain(string name) => name.Length > 0 && name.AsSpan().IndexOfAny("/\\:") < 0 && name is not ("." or "..");
}
