namespace CourseKit.Data;

/// <summary>OpenCV's <c>cv2.resize(image, (columns, rows))</c> of grey bytes, bit for bit: bilinear in fixed point.</summary>
internal static class BilinearResize
{
    private const float One = 2048;

    /// <summary>Squeezes or stretches an image; its aspect ratio is not kept.</summary>
    /// <param name="image">Any size of at least 1×1, row by row.</param>
    /// <param name="rows">Height of <paramref name="image"/>.</param>
    /// <param name="result">Filled row by row.</param>
    /// <param name="resultRows">Height of <paramref name="result"/>.</param>
    public static void Run(ReadOnlySpan<byte> image, int rows, Span<byte> result, int resultRows)
    {
        var (columns, resultColumns) = (image.Length / rows, result.Length / resultRows);
        if (rows == 2 * resultRows && columns == 2 * resultColumns)
            Halve(image, columns, result, resultColumns);
        else
            Interpolate(image, result, Taps(rows, resultRows), Taps(columns, resultColumns));
    }

    /// <summary>OpenCV's way when both sides are exactly halved: the rounded mean of each 2×2 block.</summary>
    private static void Halve(ReadOnlySpan<byte> image, int columns, Span<byte> result, int resultColumns)
    {
        for (var i = 0; i < result.Length; i++)
        {
            var corner = i / resultColumns * 2 * columns + i % resultColumns * 2;
            result[i] = (byte)((image[corner] + image[corner + 1] + image[corner + columns] + image[corner + columns + 1] + 2) >> 2);
        }
    }

    private static void Interpolate(ReadOnlySpan<byte> image, Span<byte> result, Tap[] down, Tap[] across)
    {
        var columns = across[^1].Length;
        var next = 0;
        foreach (var y in down)
            foreach (var x in across)
            {
                var upper = image[y.First * columns + x.First] * x.Weight0 + image[y.First * columns + x.Second] * x.Weight1;
                var lower = image[y.Second * columns + x.First] * x.Weight0 + image[y.Second * columns + x.Second] * x.Weight1;
                result[next++] = (byte)((((y.Weight0 * (upper >> 4)) >> 16) + ((y.Weight1 * (lower >> 4)) >> 16) + 2) >> 2);
            }
    }

    /// <summary>For each place of the result the two source places and their weights, which add up to 2048.</summary>
    private static Tap[] Taps(int length, int resultLength)
    {
        var scale = (double)length / resultLength;
        var taps = new Tap[resultLength];
        for (var i = 0; i < resultLength; i++)
        {
            var fraction = (float)((i + 0.5) * scale - 0.5);
            var source = (int)MathF.Floor(fraction);
            fraction -= source;
            if (source < 0)
                (source, fraction) = (0, 0);
            if (source >= length - 1)
                (source, fraction) = (length - 1, 0);
            taps[i] = new Tap(source, Math.Min(source + 1, length - 1), FixedPoint(1 - fraction), FixedPoint(fraction), length);
        }
        return taps;
    }

    private static int FixedPoint(float weight) => (int)MathF.Round(weight * One, MidpointRounding.ToEven);

    private readonly record struct Tap(int First, int Second, int Weight0, int Weight1, int Length);
}
