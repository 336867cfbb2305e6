using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace CourseKit.Data.Files;

/// <summary>Reads a file front to back, unpacking gzip on the way. Every failure is one of ours and names the file.</summary>
/// <remarks>
/// A header may lie about what follows: <see cref="NewArray{T}"/> gives no memory that the rest of the file could not fill
/// (deflate never expands more than 1032 times).
/// </remarks>
internal sealed class FileSource : IDisposable
{
    /// <summary>Deflate's best: 258 bytes from two bits, rounded up with its block headers.</summary>
    public const int LargestRatio = 1032;

    private const int GzipTrailer = 8;

    private readonly Stream _stream;
    private readonly uint? _unpackedLength;
    private readonly long _capacity;
    private long _position;

    /// <param name="name">The file as the user named it.</param>
    /// <param name="stream">Its bytes; disposed with this.</param>
    /// <param name="capacity">At most this many bytes can come.</param>
    public FileSource(string name, Stream stream, long capacity) => (Name, _stream, _capacity) = (name, stream, capacity);

    private FileSource(string name, GZipStream stream, long capacity, uint unpackedLength)
        : this(name, stream, capacity) => _unpackedLength = unpackedLength;

    public string Name { get; }

    /// <summary>Opens a file that may be gzipped or plain; its first two bytes tell.</summary>
    /// <exception cref="DatasetException">It cannot be opened, or is empty.</exception>
    public static FileSource Open(string path) => Open(path, OpenFile(path));

    /// <inheritdoc cref="Open(string)"/>
    public static FileSource Open(string name, Stream file)
    {
        Span<byte> magic = stackalloc byte[2];
        var read = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        if (read == 0)
            throw new DatasetException($"{name}: the file is empty. Copy or fetch it again.");
        file.Position = 0;
        if (read < 2 || magic is not [0x1F, 0x8B])
            return new FileSource(name, file, file.Length);
        var length = UnpackedLength(name, file);
        return new FileSource(name, new GZipStream(file, CompressionMode.Decompress), file.Length * LargestRatio, length);
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="DatasetException">It is not there, is a folder, or may not be read.</exception>
    public static FileStream OpenFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DatasetException($"{path}: there is no such file.{Whence(path)}", missing);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                $"{path}: the file cannot be opened. Is it a folder, in use by another program, or not yours to read?", refused);
        }
    }

    /// <summary>Fills <paramref name="destination"/> with the next bytes.</summary>
    /// <param name="destination">Filled wholly.</param>
    /// <param name="what">What the bytes are, for the message.</param>
    public void Read(Span<byte> destination, string what)
    {
        var read = ReadSome(destination);
        _position += read;
        if (read < destination.Length)
            throw new DatasetException(Damage.In(Name,
                $"{what}: {destination.Length} bytes are required; the file ends after {read} of them."));
    }

    /// <summary>The next big-endian 32-bit number.</summary>
    public uint ReadUInt32BigEndian(string what)
    {
        Span<byte> bytes = stackalloc byte[4];
        Read(bytes, what);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    /// <summary>Memory for elements that a header promises, not yet filled.</summary>
    public T[] NewArray<T>(UInt128 count, string what)
        where T : unmanaged
    {
        var bytes = count * (UInt128)Unsafe.SizeOf<T>();
        var left = Math.Max(0, _capacity - _position);
        if (bytes > (UInt128)left)
            throw new DatasetException(Damage.In(Name, $"the header promises {bytes} bytes of {what}; at most {left} can follow."));
        if (bytes > (UInt128)Array.MaxLength)
            throw new DatasetException(string.Create(CultureInfo.InvariantCulture,
                $"{Name}: {bytes} bytes of {what} do not fit in one array; at most {Array.MaxLength} do. Split the file."));
        return GC.AllocateUninitializedArray<T>((int)count);
    }

    /// <summary>Makes sure that the file ends here, and for gzip that its last bytes are there too.</summary>
    public void End()
    {
        Span<byte> more = stackalloc byte[1];
        if (ReadSome(more) > 0)
            throw new DatasetException(Damage.In(Name, $"the header promises {_position} bytes in all; the file has more."));
        if (_unpackedLength is { } length && length != (uint)_position)
            throw new DatasetException(Damage.In(Name, $"gzip's last bytes must give the length {(uint)_position}; they give {length}."));
    }

    public void Dispose() => _stream.Dispose();

    private static string Whence(string path) =>
        Path.IsPathFullyQualified(path) ? "" : $" Relative paths begin at {Environment.CurrentDirectory}.";

    private int ReadSome(Span<byte> destination)
    {
        try
        {
            return _stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            throw new DatasetException(Damage.In(Name, $"its compressed bytes cannot be unpacked."), damage);
        }
    }

    /// <summary>The last four bytes: the unpacked length modulo 2³² (RFC 1952 §2.3.1). .NET's own reader does not miss them.</summary>
    private static uint UnpackedLength(string name, Stream file)
    {
        if (file.Length < 10 + GzipTrailer)
            throw new DatasetException(Damage.In(name, $"a gzip file has 18 bytes or more; this one has {file.Length}."));
        Span<byte> length = stackalloc byte[4];
        file.Position = file.Length - 4;
        file.ReadExactly(length);
        file.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(length);
    }
}
