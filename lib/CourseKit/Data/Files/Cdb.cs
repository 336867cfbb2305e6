namespace CourseKit.Data.Files;

/// <summary>CDB, Hoda's own format: a header of 1024 bytes, then labelled images, binary ones as run lengths.</summary>
public static class Cdb
{
    private const int LetterCounts = 128;
    private const int CommentAndReserve = 256 + 245;
    private const byte RecordStart = 0xFF;
    private const int SmallestRecord = 4;
    private const byte Ink = 255;

    /// <summary>Reads all images, each in its own size.</summary>
    /// <returns>Images (rows, columns) with 0 for paper and 255 for ink, and the label of each, in the order of the file.</returns>
    /// <exception cref="DatasetException">The file is missing, cut short, damaged, or not CDB.</exception>
    public static (IReadOnlyList<byte[,]> Images, int[] Labels) Read(string path)
    {
        using var file = FileSource.OpenFile(path);
        return Read(path, WholeFile.Read(path, file));
    }

    internal static (IReadOnlyList<byte[,]> Images, int[] Labels) Read(string file, byte[] bytes)
    {
        var reader = new ByteReader(file, bytes);
        reader.Take(4, "the date");
        var (height, width) = (reader.UInt8("the height"), reader.UInt8("the width"));
        var total = reader.UInt32("the number of images");
        reader.Take(LetterCounts * sizeof(uint), "the counts of the classes");
        var gray = reader.UInt8("the kind of images");
        reader.Take(CommentAndReserve, "the comment");
        if (gray > 1 || total > reader.Remaining / SmallestRecord)
            throw new DatasetException(Damage.In(file,
                $"the header must say binary (0) or grey (1) and no more images than can follow; it says kind {gray} and {total} images."));

        var (images, labels) = (new byte[total][,], new int[total]);
        for (var i = 0; i < total; i++)
            (images[i], labels[i]) = ReadRecord(ref reader, height, width, gray == 1);
        if (reader.Remaining > 0)
            throw new DatasetException(Damage.In(file, $"{total} images are promised; {reader.Remaining} bytes follow the last one."));
        return (images, labels);
    }

    private static (byte[,] Image, int Label) ReadRecord(ref ByteReader reader, int height, int width, bool gray)
    {
        if (reader.UInt8("the start of an image") != RecordStart)
            throw new DatasetException(Damage.In(reader.File,
                $"each image begins with FF; the one at byte {reader.Position - 1} does not."));
        int label = reader.UInt8("a label");
        if (width == 0 || height == 0)
            (width, height) = (reader.UInt8("the width of an image"), reader.UInt8("the height of an image"));
        var data = reader.Take(reader.UInt16("the length of an image"), "an image");
        var image = new byte[height, width];
        var valid = gray ? Copy(data, image) : Unroll(data, image);
        return valid ? (image, label) : throw new DatasetException(Damage.In(reader.File,
            $"{height}×{width} pixels are required; the image that ends at byte {reader.Position} does not fill them exactly."));
    }

    private static bool Copy(ReadOnlySpan<byte> data, byte[,] image)
    {
        if (data.Length != image.Length)
            return false;
        for (var i = 0; i < data.Length; i++)
            image[i / image.GetLength(1), i % image.GetLength(1)] = data[i];
        return true;
    }

    /// <summary>Each row: a run of paper, a run of ink, and so on until the row is full.</summary>
    private static bool Unroll(ReadOnlySpan<byte> runs, byte[,] image)
    {
        var next = 0;
        for (var row = 0; row < image.GetLength(0); row++)
        {
            var ink = false;
            for (var column = 0; column < image.GetLength(1); ink = !ink)
            {
                if (next == runs.Length || runs[next] > image.GetLength(1) - column)
                    return false;
                for (var end = column + runs[next++]; column < end; column++)
                    image[row, column] = ink ? Ink : (byte)0;
            }
        }
        return next == runs.Length;
    }
}
