namespace CourseKit.Data.Files;

/// <summary>Reads a file into memory, for formats that are read back and forth.</summary>
internal static class WholeFile
{
    /// <exception cref="DatasetException">The file is empty or does not fit in one array.</exception>
    public static byte[] Read(string name, Stream file)
    {
        if (file.Length == 0)
            throw new DatasetException($"{name}: the file has no bytes. Copy or fetch it again.");
        if (file.Length > Array.MaxLength)
            throw new DatasetException(string.Create(CultureInfo.InvariantCulture,
                $"{name}: a file of at most {Array.MaxLength} bytes is required; it has {file.Length}. Split it."));
        var bytes = GC.AllocateUninitializedArray<byte>((int)file.Length);
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }
}
