using System.IO.Compression;

namespace CourseKit.Data;

/// <summary>1797 handwritten digits of 8×8 pixels with values 0..16, carried inside the library: no file, no network.</summary>
/// <remarks>
/// The test part of "Optical Recognition of Handwritten Digits" (E. Alpaydin, C. Kaynak; UCI Machine Learning Repository, CC BY 4.0),
/// in the order of scikit-learn's <c>load_digits</c>. The course trains on the first 1000 and tests on the other 797.
/// </remarks>
public static class Digits
{
    private const string Resource = "digits.csv.gz";
    private const string Sha256 = "46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a";
    private const int Count = 1797;

    private static readonly ImageShape Shape = new(Rows: 8, Columns: 8, MaxValue: 16);

    private static readonly DatasetInfo Info = new("UCI digits", DatasetInfo.DigitNames)
    {
        Origin = "Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, CC BY 4.0",
    };

    /// <summary>Reads the digits.</summary>
    /// <returns>1797 images, X (1797, 64) with the raw values 0..16.</returns>
    /// <exception cref="DatasetException">The library was built from a changed file.</exception>
    public static ImageDataset Load()
    {
        using var resource = typeof(Digits).Assembly.GetManifestResourceStream(Resource)!;
        var archive = new byte[resource.Length];
        resource.ReadExactly(archive);
        return Read(archive);
    }

    internal static ImageDataset Read(byte[] archive)
    {
        var found = Checksum.Of(archive);
        if (found != Sha256)
            throw new DatasetException($"Digits.Load: data/{Resource} with sha256 {Sha256} is required; found {found}. " +
                $"Bring the file back (git checkout data/{Resource}) and build the library again.");
        using var gzip = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
        using var text = new StreamReader(gzip);
        var (pixels, labels) = (new byte[Count * Shape.Size], new int[Count]);
        for (var row = 0; row < Count; row++)
            labels[row] = ReadLine(text.ReadLine(), pixels.AsSpan(row * Shape.Size, Shape.Size));
        return new ImageDataset(Info, Shape, pixels, labels);
    }

    /// <summary>64 pixels, then the label; the checksum has already vouched for the form.</summary>
    private static int ReadLine(ReadOnlySpan<char> line, Span<byte> pixels)
    {
        var next = 0;
        foreach (var cell in line.Split(','))
        {
            var value = byte.Parse(line[cell], NumberStyles.None, CultureInfo.InvariantCulture);
            if (next == pixels.Length)
                return value;
            pixels[next++] = value;
        }
        return -1;
    }
}
